import { kinds } from './kinds.js';
import type { Facts } from '../domain/branch/facts.js';
import { personOf } from '../domain/branch/people.js';
import { yearOf } from '../domain/period/civil.js';
import type { Offer } from '../domain/plain/rows.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import { speakerOf, type Login } from '../domain/roster/accounts.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import type { Joined } from './letters/joined.js';
import type { Delivery } from './delivery/delivery.js';
import type { Backups } from './ports/store/backups.js';
import type { Ballots } from './ports/store/ballots.js';
import type { Button, ChannelFile, Chat, ReplyHandle } from './ports/channel.js';
import type { Clock } from './ports/clock.js';
import type { Invitation } from './ports/desk.js';
import type { Health } from './ports/health.js';
import type { Ids } from './ports/ids.js';
import type { Log } from './ports/log.js';
import type { Meter } from './ports/meter.js';
import type { MessageKey, Store } from './ports/store/store.js';
import type { Voice } from './ports/voice.js';
import type { Attachment, Context, Intent } from './use-case.js';

/** A message, a click or a due job, on its way to one branch. */
export interface Incoming {
  readonly branch: string;
  readonly message: MessageKey;
  /** Null for the clock. */
  readonly speaker: {
    readonly account: string;
    readonly nickname: string | null;
    readonly chat: Chat;
    /** A button press is always answered, even when the hint was already given today. */
    readonly pressed?: true;
    /** How to answer in this chat, while the channel lets us. */
    readonly reply?: ReplyHandle;
  } | null;
  /** Named by the person at the machine itself (`npm run import`); never by a chat. */
  readonly operator?: number;
  readonly files: readonly ChannelFile[];
  /** One of several commands of a message. */
  readonly joined?: Joined;
}

/**
 * What was read out of it, on the facts of the moment. `discreet`: a question or refusal would repeat what
 * the group is not to hear, so it goes to the speaker in private.
 */
export type Meaning =
  | {
      readonly kind: 'intent';
      readonly intent: Intent;
      readonly discreet?: boolean;
      /** What the chat would hear goes to the speaker alone. */
      readonly inPrivate?: boolean;
    }
  /** A question about the words themselves; changes nothing. */
  | {
      readonly kind: 'answer';
      readonly text: string;
      readonly discreet?: boolean;
      /** How to get an account: once a day for each account. */
      readonly isHint?: boolean;
      /** It offers lines that wait for a word, and buttons that say it. */
      readonly offer?: Offer;
      readonly buttons?: readonly Button[];
    }
  /** Said to the bot, and not answered: what was offered before is over all the same. */
  | { readonly kind: 'silence'; readonly endsOffer?: true };

export type Reader = (context: Context) => Meaning;

export interface HandlerDeps {
  readonly store: Store;
  readonly delivery: Delivery;
  readonly channel: string;
  /** Where account ids change at every login: the present one. */
  readonly login: () => Login;
  /** Channels that only send: what is for the group goes there too, or `instead` of the first channel. */
  readonly broadcasts: readonly { readonly channel: string; readonly instead: boolean }[];
  readonly voice: Voice;
  readonly clock: Clock;
  readonly ids: Ids;
  /** False: a play or a measurement, where one person says everything. */
  readonly isLimited: boolean;
  readonly meter: Meter;
  readonly log: Log;
  readonly workingDays: WorkingDays;
  /** The rulebook that the branch keeps this year by. */
  readonly rulebook: (facts: Facts, year: number) => Rulebook;
  readonly configured: LoadedRulebook;
  readonly readRulebook: Context['readRulebook'];
  readonly readDocument: Context['readDocument'];
  readonly sign: Context['sign'];
  readonly fingerprint: (bytes: Uint8Array) => string;
  readonly health: (facts: Facts, now: string) => Health;
  /** The ballot box of a branch. */
  readonly ballots: (branch: string) => Ballots;
  readonly backups: Backups;
  /** A way into the desk for an account of a branch; null: it is not served. */
  readonly invite: (branch: string, account: string) => Invitation | null;
  /** When the clock has work in the branch next, once `message` is handled. */
  readonly nextDue: (facts: Facts, now: string, message: MessageKey) => string | null;
}

/**
 * Everything a decision may look at, on the facts of the moment.
 *
 * @param look hears when it looks beside them: at what the store, the disk or the process itself is like
 */
export function contextOf(
  deps: HandlerDeps,
  incoming: Incoming,
  facts: Facts,
  look: () => void = () => undefined,
): Context {
  const now = deps.clock.now();
  const { speaker, operator, files } = incoming;
  const login = deps.login();
  const person = speaker === null ? operator : speakerOf(facts, deps.channel, speaker.account, login);
  const rulebook = deps.rulebook(facts, yearOf(now));
  return {
    facts,
    rulebook,
    limits: deps.isLimited ? rulebook.limits : null,
    rulebookOf: (year) => deps.rulebook(facts, year),
    configured: deps.configured,
    readRulebook: deps.readRulebook,
    readDocument: deps.readDocument,
    workingDays: deps.workingDays,
    kinds,
    now,
    today: now.slice(0, 10),
    place: speaker === null ? 'private' : speaker.chat.kind,
    speaker: {
      channel: deps.channel,
      account: speaker?.account ?? '',
      nickname: speaker?.nickname ?? null,
      ...(login === null ? {} : { login }),
    },
    attachments: files.map((file): Attachment => ({ ...file, sha256: deps.fingerprint(file.bytes) })),
    sign: deps.sign,
    health: () => (look(), deps.health(facts, now)),
    troubled: () => (look(), deps.store.outbox.troubled(facts.branch.id)),
    actor: person === undefined ? null : personOf(facts, person),
    ballots: watched(deps.ballots(facts.branch.id), look),
    recentActs: (limit) => (look(), deps.store.recentActs(facts.branch.id, limit)),
    invite: () => (look(), speaker === null ? null : deps.invite(facts.branch.id, speaker.account)),
    byClock: speaker === null,
    enteredBy: null,
  };
}

function watched(ballots: Ballots, look: () => void): Ballots {
  return {
    ...ballots,
    open: (appraisal) => (look(), ballots.open(appraisal)),
    hasKey: (appraisal) => (look(), ballots.hasKey(appraisal)),
  };
}
