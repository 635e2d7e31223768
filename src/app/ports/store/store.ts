import type { Lease, Leases } from './leases.js';
import type { Sessions } from './sessions.js';
import type { LettersByAge } from '../health.js';
import type { Button, Chat, ChannelFile, Mentions, ReplyHandle } from '../channel.js';
import type { Ballots, BallotStep } from './ballots.js';
import type { Directory } from './directory.js';
import type { PaperOrder } from '../papers.js';
import type { Change } from '../../../domain/branch/rows.js';
import type { Facts } from '../../../domain/branch/facts.js';
import type { OfficeName } from '../../../domain/roster/rows.js';

/** Facts of a branch together with the version they were read at. */
export interface Snapshot {
  readonly version: number;
  readonly facts: Facts;
  /** False: somebody without the key changed rows of the branch. It is read, and nothing more is written to it. */
  readonly isSound: boolean;
}

/** One thing the bot will say, written in the same transaction as what it tells. */
export interface Letter {
  readonly channel: string;
  /** Null when the person has no account: kept, shown in `/状态`, never sent. */
  readonly chat: Chat | null;
  readonly person: number | null;
  readonly text: string;
  readonly files: readonly ChannelFile[];
  /** After this instant it is no longer worth sending. */
  readonly expiresAt: string | null;
  /** How to answer the message that it belongs to, while that is possible. */
  readonly reply?: ReplyHandle;
  readonly mentions?: Mentions;
  /** Buttons for a matter, or for what was offered (null); the text says the same in words. */
  readonly card?: { readonly matter: number | null; readonly buttons: readonly Button[] };
  /** Its files are made only when it is sent; until then it carries the order. */
  readonly paper?: OrderedPaper;
  /** Said to the whole branch of the bot's own accord: a doubt about it is told at once. `notice`: what it publishes. */
  readonly announces?: { readonly notice: number | null };
  /** The picture of the letter right before it: it waits until that has arrived. */
  readonly follows?: true;
}

/** A paper on its way: the same order makes the same files after a crash. */
export interface OrderedPaper {
  readonly order: PaperOrder;
  /** `YYYY-MM-DD`: the date printed on it. */
  readonly today: string;
  /** Who ordered it, and by which offices; asked again when it is made. Null: it is for everybody. */
  readonly by: { readonly person: number; readonly offices: readonly OfficeName[] } | null;
  /** Follows the text when the paper could not be made; null: the text goes alone. */
  readonly instead: string | null;
}

export type LetterState =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'uncertain'
  | 'failed'
  | 'unreachable'
  | 'expired'
  /** The channel may not push to this chat until someone speaks to the bot there. */
  | 'waiting';

/** A letter in the outbox. */
export interface StoredLetter extends Letter {
  readonly branch: string;
  readonly id: number;
  readonly createdAt: string;
  readonly attempts: number;
  /** How many of the messages that it is cut into have arrived. */
  readonly progress: number;
  /** Drawn when it is written: numbers come again after a backup was restored, and channels drop what they know. */
  readonly mark?: string;
  /** The message that it came of, as the log names it: `channel/messageId`. */
  readonly request?: string;
}

/** A letter that people have to decide about: to whom and when, and what it says only where the group was to hear it. */
export interface TroubledLetter {
  readonly id: number;
  readonly state: 'uncertain' | 'failed';
  readonly createdAt: string;
  readonly chat: Chat['kind'];
  readonly person: number | null;
  /** The text of a letter to the group; empty where it is only a picture. */
  readonly groupText: string | null;
  /** How many of its messages have certainly arrived. */
  readonly progress: number;
  /** The notice that it publishes. */
  readonly notice: number | null;
}

/** When a letter went to a chat, in how many messages, and in whose time. */
interface SentLetter {
  readonly chat: Chat;
  readonly messages: number;
  readonly at: string;
  readonly epoch: number;
}

/** Codes and ids only: no names, no reasons. */
interface AuditRow {
  readonly actor: number | null;
  readonly useCase: string;
  readonly ids: readonly number[];
}

/** One act of a person, as the audit has it. */
export interface Act {
  readonly at: string;
  readonly actor: number;
  readonly useCase: string;
  readonly ids: readonly number[];
}

/** The de-duplication key of a message; jobs come from the channel `clock`. */
export interface MessageKey {
  readonly channel: string;
  readonly messageId: string;
}

/** Everything that one message changes: all of it becomes durable, or nothing. */
export interface Unit {
  readonly branch: string;
  /** The version the decision was made on. */
  readonly version: number;
  readonly message: MessageKey;
  /** Messages that were answered without a commit: their ids are written with this one (SPEC §6). */
  readonly unrecorded: readonly MessageKey[];
  readonly at: string;
  readonly changes: readonly Change[];
  readonly contents: readonly { readonly id: number; readonly bytes: Uint8Array }[];
  readonly letters: readonly Letter[];
  /** Letters to send again; `account` is where the person is reached now, null: as before. */
  readonly resend?: readonly { readonly id: number; readonly account: string | null }[];
  /** Letters in doubt of which somebody knows that they have arrived. */
  readonly arrived?: readonly number[];
  readonly ballots?: BallotStep;
  readonly audit: AuditRow | null;
  /** When the clock has work in this branch next; null: never. */
  readonly nextDue: string | null;
}

export type Committed =
  | { readonly kind: 'committed'; readonly letters: readonly StoredLetter[]; readonly facts: Facts }
  /** Another writer came first, or what it was decided on was not written: decide again. */
  | { readonly kind: 'stale' }
  /** The message was handled before. */
  | { readonly kind: 'duplicate' };

/** The door to the database for the path of a message. Every promise resolves after COMMIT. */
export interface Store extends Directory {
  /** Makes a branch; does nothing when one of this name exists. Returns its id. */
  createBranch(name: string, at: string): Promise<string>;
  bindGroup(branch: string, channel: string, chat: string): Promise<void>;
  /** What is durable. */
  snapshot(branch: string): Snapshot;
  /** What will be once everything submitted is durable: nobody may hear of it before. The branch's next line is decided on it. */
  tip(branch: string): Snapshot;
  handled(branch: string, message: MessageKey): boolean;
  /** How many messages were ever handled, in all branches. */
  countHandled(): number;
  /** Units may be submitted before those that they were decided on are durable; they are written in this order, or stale. */
  commit(unit: Unit): Promise<Committed>;
  /** Another process holds the lock of the file, and writing waits; reading does not. */
  isBlocked(): boolean;
  fileContent(branch: string, id: number): Uint8Array | undefined;
  readonly outbox: Outbox;
  readonly leases: Leases;
  readonly sessions: Sessions;
  /** The ballot box of a branch. */
  ballots(branch: string): Ballots;
  /** Ends what a crash or a busy file left of a closed ballot; true when nothing is left over. */
  tidyBallots(): boolean;
  /** Runs of the clock, newest first: message ids of the channel `clock`. */
  lastRuns(branch: string, limit: number): readonly { readonly messageId: string; readonly at: string }[];
  /** What people did in a branch, newest first; the clock is left out. */
  recentActs(branch: string, limit: number): readonly Act[];
  /** What the records say of the machine's clock, over all branches. */
  clockRecord(): ClockRecord;
  close(): void;
}

/** Acts that `clockRecord` looks for in the audit; the use cases take their names from here. */
export const clockActs = {
  doubted: 'status.doubtClock',
  confirmed: 'status.clockRight',
  confirmedHere: 'status.clockRightHere',
} as const;

/** From the last confirmation that the clock is right until the next doubt. */
interface ClockRecord {
  readonly newest: string | null;
  /** The clock was doubted, and no one has answered yet. */
  readonly doubted: boolean;
}

/** Every write is conditional on the state of the row, and under a lease on the lease. */
export interface Outbox {
  /**
   * Letters of a channel to be delivered, oldest first.
   * @param unfinished also those found `sending` or `waiting`, where a repeat is harmless
   * @param isKnown spares reading what is already on its way; keys are `branch/id`
   */
  pending(channel: string, unfinished: boolean, isKnown: (key: string) => boolean): readonly StoredLetter[];
  /** What an earlier owner had under way becomes `uncertain`; what waited for contact is tried again. How many are in doubt. */
  takeOver(lease: Lease): Promise<number>;
  /** What owners before this lease have sent since then: it counts for the channel's rate. */
  sentBefore(lease: Lease, since: string): readonly SentLetter[];
  /** `queued` → `sending`, durable before the channel is called. False: the letter or the lease has another owner. */
  claim(letter: StoredLetter, lease: Lease, now: string): Promise<boolean>;
  /**
   * @param options.hurry false: nothing depends on it soon, so it may share the commit of the next message
   * @returns false: nothing was written, because the letter or the lease has another owner
   */
  mark(
    letter: StoredLetter,
    state: LetterState,
    at: string,
    options: { readonly lease: Lease | null; readonly hurry?: boolean; readonly progress?: number },
  ): Promise<boolean>;
  /** Whether letters wait until someone speaks to the bot in this chat. */
  isAwaited(channel: string, chat: Chat): boolean;
  /** Someone did: they are `queued` again. */
  awaken(channel: string, chat: Chat): Promise<void>;
  /** How many letters of the branch are in each state that wants attention. */
  troubles(branch: string): { readonly [S in LetterState]?: number };
  /** The same over all branches. */
  allTroubles(): { readonly [S in LetterState]?: number };
  /** How long letters have been on their way or in doubt, over all branches. */
  ages(): readonly LettersByAge[];
  /** What the group may not have heard, over all branches: in doubt, or not taken by the channel. */
  doubted(channel: string): readonly StoredLetter[];
  /** False: what it follows may not have arrived. */
  mayFollow(letter: StoredLetter): boolean;
  /** Those of which people decide whether they are sent again, oldest first. */
  troubled(branch: string): readonly TroubledLetter[];
}
