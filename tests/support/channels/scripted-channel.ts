import {
  everything,
  SendError,
  type Capabilities,
  type Channel,
  type ConnectionReport,
  type GroupMember,
  type Inbound,
  type Outbound,
  type SendFailure,
} from '../../../src/app/ports/channel.js';

/** The outcome of one `send`; `lost`: taken, but the channel reports that it does not know; `hang`: never answers. */
export type Fate = 'sent' | SendFailure | 'lost' | 'hang' | 'stranger';

/** A channel that fails as scripted and then takes everything. */
export interface ScriptedChannel extends Channel {
  /** Everything that arrived, in order, once per arrival. */
  readonly arrived: readonly Outbound[];
  /** The times on the given timer. */
  readonly arrivedAt: readonly number[];
  /** The outcomes of the next sends. */
  script(...fates: readonly Fate[]): void;
  /** From now on every send succeeds. */
  recover(): void;
  /** The outcome for certain chats, until called again. */
  always(account: string, fate: Fate | undefined): void;
  hear(message: Inbound): Promise<void>;
  report(connection: ConnectionReport): void;
  people: readonly GroupMember[];
}

export function scriptedChannel(options: {
  readonly name?: string;
  readonly capabilities?: Partial<Capabilities>;
  readonly now?: () => number;
  /** Connected once started, like a channel that never reports. */
  readonly silent?: boolean;
}): ScriptedChannel {
  const { name = 'scripted', now = () => 0, silent = true } = options;
  const capabilities = { ...everything, idempotentSends: false, ...options.capabilities };
  const fates: Fate[] = [];
  const standing = new Map<string, Fate>();
  const arrived: Outbound[] = [];
  const arrivedAt: number[] = [];
  let receive: (message: Inbound) => Promise<void> = () => Promise.resolve();
  let tell: (connection: ConnectionReport) => void = () => undefined;
  const take = (message: Outbound): void => {
    if (capabilities.idempotentSends && arrived.some(({ key }) => key === message.key)) return;
    arrived.push(message);
    arrivedAt.push(now());
  };
  const channel: ScriptedChannel = {
    name,
    title: '剧本',
    capabilities,
    arrived,
    arrivedAt,
    people: [],
    script: (...next) => void fates.push(...next),
    recover() {
      fates.length = 0;
      standing.clear();
    },
    always(account, fate) {
      if (fate === undefined) standing.delete(account);
      else standing.set(account, fate);
    },
    hear: (message) => receive(message),
    report: (connection) => tell(connection),
    members: () => Promise.resolve(channel.people),
    start(hear, report) {
      receive = hear;
      tell = report;
      if (!silent) report({ state: 'connecting' });
      return Promise.resolve();
    },
    send(message) {
      const chat = message.chat.kind === 'group' ? message.chat.id : message.chat.account;
      const fate = standing.get(chat) ?? fates.shift() ?? 'sent';
      switch (fate) {
        case 'sent':
          take(message);
          return Promise.resolve();
        case 'lost':
          take(message);
          return Promise.reject(new SendError('uncertain', 'no acknowledgement'));
        case 'hang':
          return new Promise(() => undefined);
        case 'stranger':
          // SDKs reject with untyped values.
          return Promise.reject(Object.assign(new Error(), { errcode: 1 }));
        case 'transient':
        case 'refused':
        case 'contactFirst':
        case 'uncertain':
          return Promise.reject(new SendError(fate, fate));
      }
    },
    stop: () => Promise.resolve(),
  };
  return channel;
}
