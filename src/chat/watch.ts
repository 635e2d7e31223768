import { failureOf } from '../app/failure.js';
import type { Delivery } from '../app/delivery/delivery.js';
import type { Parcel } from '../app/delivery/parcel.js';
import type { Handler } from '../app/handle.js';
import { tellOutage } from '../app/health/tell-outage.js';
import type { Channel } from '../app/ports/channel.js';
import type { ConnectionHealth } from '../app/ports/health.js';
import type { Log } from '../app/ports/log.js';
import type { Store, StoredLetter } from '../app/ports/store/store.js';
import type { Timer } from '../app/ports/clock.js';
import { exportNotMade } from '../app/papers/export.js';
import { tellDoubt } from '../app/notices/doubt.js';
import { askContact } from '../app/roster/binding/ask-contact.js';
import { proposeRebinding } from '../app/roster/binding/propose.js';
import type { Intent } from '../app/use-case.js';
import { outageLine, recoveredLine } from './replies/status/sentences.js';

/** What the bot does because of its connections and deliveries: as messages of the clock, each once. */
export interface Watch {
  /** The paper of a letter was not made. */
  paperMissing(letter: StoredLetter): Promise<void>;
  contactFirst(channel: string, parcel: Parcel): void;
  /** The group may not have heard a letter. */
  doubt(letter: StoredLetter): void;
  /** @param login of a channel whose account ids have just changed, else null */
  connection(now: ConnectionHealth, login: string | null): void;
  /** Nobody is asked any more: the file is about to be closed. */
  stop(): void;
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

  const contacts = createContacts({
    ...deps,
    track,
    channel: main?.name ?? '',
    ask: (branch, messageId, accounts) =>
      tell(branch, 'contact', messageId, askContact.intent({ accounts: [...accounts] })),
  });

  /** After such a login everybody is a stranger: officers claim again, others are matched by nickname. */
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
      // Only a listening channel can be answered, and a group the bot may not write to has nobody to ask.
      if (channel !== main?.name || chat.kind === 'group') return;
      const branch = letter?.branch ?? key.split('/')[0] ?? '';
      const { account } = chat;
      contacts.add(branch, account);
    },
    doubt({ branch, id, attempts }) {
      // Sent again and in doubt again is news.
      track(tell(branch, 'doubt', `${id}/${attempts}`, tellDoubt.intent({ letter: id })));
    },
    stop: () => contacts.stop(),
    connection(now, login) {
      outages.change(now);
      if (login !== null && main?.name === now.channel && now.state === 'connected')
        track(loggedIn(main, login));
    },
  };
}

/** Milliseconds in which people are gathered, to be named in one message. */
const gatheredFor = 2_000;

/** Those to whom the bot may not write first: each is asked once, for ever; after a crash what waits for them asks again. */
function createContacts(deps: {
  readonly store: Store;
  readonly timer: Timer;
  readonly channel: string;
  readonly ask: (branch: string, messageId: string, accounts: readonly string[]) => Promise<void>;
  readonly track: (work: Promise<unknown>) => void;
}): { readonly add: (branch: string, account: string) => void; readonly stop: () => void } {
  const { store, timer, channel, ask, track } = deps;
  const waiting = new Map<string, { readonly accounts: Set<string>; readonly callOff: () => void }>();
  const idOf = (account: string) => `${channel}/${account}`;
  const askAll = async (branch: string, accounts: readonly string[]): Promise<void> => {
    const [first, ...others] = accounts;
    if (first === undefined) return;
    await ask(branch, idOf(first), accounts);
    for (const account of others) await ask(branch, idOf(account), []);
  };
  return {
    add(branch, account) {
      if (store.handled(branch, { channel: 'contact', messageId: idOf(account) })) return;
      const known = waiting.get(branch);
      if (known !== undefined) return void known.accounts.add(account);
      const accounts = new Set([account]);
      const callOff = timer.after(gatheredFor, () => {
        waiting.delete(branch);
        track(askAll(branch, [...accounts]));
      });
      waiting.set(branch, { accounts, callOff });
    },
    stop() {
      for (const { callOff } of waiting.values()) callOff();
    },
  };
}

/** Reports lost connections: to the operator at once, to the secretary through another channel, once per outage. */
interface Outages {
  change(now: ConnectionHealth): void;
}

/** Milliseconds before the secretary hears of a connection that may recover. */
const grace = 60_000;

function createOutages(deps: {
  readonly channels: readonly Channel[];
  readonly connections: () => readonly ConnectionHealth[];
  readonly store: Store;
  readonly handle: Handler;
  readonly timer: Timer;
  /** Prints a line for the operator. */
  readonly notifyOperator: (line: string) => void;
  /** Work that the end of the process waits for. */
  readonly track: (work: Promise<unknown>) => void;
}): Outages {
  const { channels, connections, store, handle, timer, notifyOperator, track } = deps;
  /** For each channel with a reported outage: cancels what is still to be reported. */
  const open = new Map<string, () => void>();
  /** Channels whose outage the operator has seen. */
  const told = new Set<string>();
  /** Channels that have reported a state. */
  const begun = new Set<string>();

  const tellSecretaries = async (lost: ConnectionHealth): Promise<void> => {
    const others = connections().filter(
      ({ channel, state }) => channel !== lost.channel && state === 'connected',
    );
    if (others.length === 0) return;
    for (const { id: branch } of store.branches()) {
      const ways = others.map(({ channel }) => ({
        channel,
        privateChat: channels.some((one) => one.name === channel && one.capabilities.privateChat),
        group: store.groupOf(branch, channel) ?? null,
      }));
      const message = { channel: 'health', messageId: `${lost.channel}/${lost.since}` };
      const intent = tellOutage.intent({ title: lost.title, state: lost.state, since: lost.since, ways });
      await handle({ branch, message, speaker: null, files: [] }, () => ({ kind: 'intent', intent }));
    }
  };

  return {
    change(now) {
      const { channel, state } = now;
      if (state === 'connecting') return;
      const isFirst = !begun.has(channel);
      begun.add(channel);
      const callOff = open.get(channel);
      if (state === 'connected') {
        callOff?.();
        open.delete(channel);
        if (told.delete(channel)) notifyOperator(recoveredLine(now));
        return;
      }
      // An expired login or a newer connection does not recover: report it again.
      const mayPass = state === 'lost';
      if (callOff !== undefined && mayPass) return;
      callOff?.();
      // At start the operator sees how to log in; nothing was lost.
      const isLogin = isFirst && state === 'loginNeeded';
      if (!isLogin) {
        told.add(channel);
        notifyOperator(outageLine(now));
      }
      open.set(
        channel,
        timer.after(mayPass || isLogin ? grace : 0, () => track(tellSecretaries(now))),
      );
    },
  };
}
