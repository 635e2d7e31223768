import type { Handler } from '../app/handle.js';
import type { Channel, Inbound } from '../app/ports/channel.js';
import type { Log } from '../app/ports/log.js';
import type { Store } from '../app/ports/store.js';
import type { Catalogue } from './catalogue.js';
import { createReader } from './dispatch.js';

export interface Ears {
  readonly store: Store;
  readonly handle: Handler;
  readonly catalogue: Catalogue;
  readonly channel: Channel;
  readonly log: Log;
  readonly botName: string;
}

/** Finds the branch of a message and hands it over. Somebody of no branch gets no answer. */
export async function hear(message: Inbound, ears: Ears): Promise<void> {
  const { store, handle, catalogue, channel, log, botName } = ears;
  const branches =
    message.chat.kind === 'group'
      ? [store.branchOfGroup(channel.name, message.chat.id)]
      : store.branchesOfAccount(channel.name, message.account);
  const [first] = branches;
  const only = store.branches();
  // A bot of one branch knows where a stranger belongs.
  const branch = first ?? (message.chat.kind === 'private' && only.length === 1 ? only[0]?.id : undefined);
  if (branch === undefined) {
    log.info({ channel: channel.name, messageId: message.messageId }, 'message of no branch');
    return;
  }
  await handle(
    {
      branch,
      message: { channel: channel.name, messageId: message.messageId },
      speaker: { account: message.account, nickname: message.nickname ?? null, chat: message.chat },
      files: message.files,
    },
    createReader(catalogue, message.text, botName),
  );
}
