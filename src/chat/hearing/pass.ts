import type { Handler } from '../../app/handle.js';
import type { Reader } from '../../app/incoming.js';
import type { Channel, Inbound } from '../../app/ports/channel.js';

/** Hands a message to one branch. */
export function pass(
  message: Inbound,
  ears: { readonly handle: Handler; readonly channel: Channel },
  branch: string,
  read: Reader,
): Promise<void> {
  return ears.handle(
    {
      branch,
      message: { channel: ears.channel.name, messageId: message.messageId },
      speaker: {
        account: message.account,
        nickname: message.nickname ?? null,
        chat: message.chat,
        ...(message.click === undefined ? {} : { pressed: true }),
        ...(message.reply === undefined ? {} : { reply: message.reply }),
      },
      files: message.files,
    },
    read,
  );
}
