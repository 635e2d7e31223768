import { failureOf } from '../app/failure.js';
import type { Delivery } from '../app/delivery.js';
import type { Job } from '../app/delivery/job.js';
import type { Handler } from '../app/handle.js';
import type { Channel } from '../app/ports/channel.js';
import type { ConnectionHealth } from '../app/ports/health.js';
import type { Log } from '../app/ports/log.js';
import type { Store, StoredLetter } from '../app/ports/store.js';
import type { Timer } from '../app/ports/timer.js';
import { exportNotMade } from '../app/papers/export-not-made.js';
import { askContact } from '../app/roster/ask-contact.js';
import { proposeRebinding } from '../app/roster/propose-rebinding.js';
import type { Intent } from '../app/use-case.js';
import { createOutages } from './outages.js';

/** What the bot does because of its connections and deliveries: as messages of the clock, each once. */
export interface Watch {
  /** The paper of a letter was not made. */
  paperMissing(letter: StoredLetter): Promise<void>;
  contactFirst(channel: string, job: Job): void;
  /** @param login of a channel whose account ids have just changed, else null */
  connection(now: ConnectionHealth, login: string | null): void;
}

export function createWatch(deps: {
  readonly channels: readonly Channel[];
  readonly store: Store;
  readonly handle: Handler;
  readonly delivery: Delivery;
  readonly timer: Timer;
  readonly log: Log;
  readonly notifyOperator: (line: string) => void;
  /** New claim codes for everybody who starts a branch and is not bound. */
  readonly openDoor: () => Promise<void>;
}): Watch {
  const { channels, store, handle, delivery, log, openDoor } = deps;
  const [main] = channels;
  const track = (work: Promise<unknown>): void => {
    void work.catch((error: unknown) => log.error({ ...failureOf(error) }, 'not told'));
  };
  const outages = createOutages({ ...deps, connections: () => delivery.connections(), track });
  const tell = (branch: string, channel: string, messageId: string, intent: Intent): Promise<void> =>
    handle({ branch, message: { channel, messageId }, speaker: null, files: [] }, () => ({
      kind: 'intent',
      intent,
    }));

  /** Everybody is a stranger after such a login: officers claim anew, the others are proposed by their nicknames. */
  const loggedIn = async (channel: Channel, login: string): Promise<void> => {
    await openDoor();
    for (const { id: branch } of store.branches()) {
      const group = store.groupOf(branch, channel.name);
      if (group === undefined || channel.members === undefined) continue;
      const members = await channel.members(group);
      const intent = proposeRebinding.intent({
        members: members.map(({ account, nickname }) => ({ account, nickname })),
      });
      await tell(branch, 'login', `${channel.name}/${login}`, intent);
    }
  };

  return {
    async paperMissing({ branch, id, createdAt, paper }) {
      if (paper?.order.paper !== 'cloudArchive') return;
      const activities = paper.order.contents.map(({ activity }) => activity);
      const intent = exportNotMade.intent({ activities, orderedAt: createdAt });
      await tell(branch, 'papers', `notMade/${id}`, intent);
    },
    contactFirst(channel, { letter, key, message: { chat } }) {
      // Only the channel that hears can be spoken to; a group that may not be written to has nobody to ask.
      if (channel !== main?.name || chat.kind === 'group') return;
      const branch = letter?.branch ?? key.split('/')[0] ?? '';
      const { account } = chat;
      track(tell(branch, 'contact', `${channel}/${account}`, askContact.intent({ account })));
    },
    connection(now, login) {
      outages.change(now);
      if (login !== null && main?.name === now.channel && now.state === 'connected')
        track(loggedIn(main, login));
    },
  };
}
