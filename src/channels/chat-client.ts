import type { Capabilities } from '../app/ports/channel.js';

/** What a bot can do that chats like a person, in WeChat or WeCom. Neither says what limits it; people write no faster. */
export const chatClient = {
  hears: true,
  pushes: true,
  privateChat: true,
  pictures: true,
  files: true,
  together: false,
  idempotentSends: false,
  maximumPictureBytes: 10 * 1024 * 1024,
  maximumFileBytes: 20 * 1024 * 1024,
  rate: {
    per: 'chat',
    limits: [
      { most: 30, seconds: 60 },
      { most: 1_000, seconds: 3_600 },
    ],
  },
} as const satisfies Partial<Capabilities>;
