import type { Message } from '../../../src/app/delivery/sending/parts.js';

/** A letter with a picture and a file that neither WeChat nor WeCom carries. */
export const tooLarge = (account: string): Message => ({
  key: 'large',
  chat: { kind: 'private', account },
  text: '活动照片',
  files: [
    { kind: 'picture', name: '合影.png', bytes: new Uint8Array(10 * 1024 * 1024 + 1) },
    { kind: 'file', name: '资料.zip', bytes: new Uint8Array(20 * 1024 * 1024 + 1) },
  ],
});
