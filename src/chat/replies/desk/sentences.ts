import type { DeskSays } from '../../../app/desk/says.js';
import type { Sentences } from '../sentences.js';

export const deskSentences: Sentences<DeskSays> = {
  closed: () => '桌面没有开放。请管理员用最新的程序重新启动机器人；办事请照常在聊天里发送命令。',
  invitation: ({ invitation: { kept } }) =>
    `请在${kept.minutes}分钟内用浏览器打开（只能用一次，请勿转发）：${kept.url}`,
};
