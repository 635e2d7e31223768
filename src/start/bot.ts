import type { ClockDoubt } from '../app/status/says.js';
import type { Delivery } from '../app/delivery.js';
import type { Handler } from '../app/handle.js';
import type { Channel } from '../app/ports/channel.js';
import type { Clock } from '../app/ports/clock.js';
import type { BotHealth } from '../app/ports/health.js';
import type { Ids } from '../app/ports/ids.js';
import type { Log } from '../app/ports/log.js';
import type { Store } from '../app/ports/store.js';
import type { Timer } from '../app/ports/timer.js';
import type { Catalogue } from '../chat/catalogue.js';
import type { NewGroups } from '../chat/hearing/hearing.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';

/** What differs between the office, the local page, a transcript and a test: nothing else does. */
export interface BotOptions {
  readonly databaseFile: string;
  /** 64 hexadecimal digits; without it the key file beside the database is used, or made. */
  readonly key?: string;
  /** Where copies of the database go; without it a folder `backups` beside it. */
  readonly backupFolder?: string;
  /** Of the settings: what new branches begin with. */
  readonly rulebook: LoadedRulebook;
  /** The one that hears. */
  readonly channel: Channel;
  /**
   * Channels that only send, beside it: what is for the group goes to theirs as well. `instead`: theirs is the same
   * group, so that it is not told twice.
   */
  readonly broadcasts?: readonly { readonly channel: Channel; readonly instead: boolean }[];
  /** For channels that hear only groups the bot was put into: the group of a branch is found by who speaks there. */
  readonly newGroups?: NewGroups;
  readonly clock: Clock;
  /** Tests move it by hand. */
  readonly timer?: Timer;
  readonly ids: Ids;
  readonly log: Log;
  readonly botName: string;
  /** Prints a line for the operator: the claim codes of those who start a branch. */
  readonly announce?: (line: string) => void;
  /** Prints a line for the operator when a connection is lost, and when it is back. */
  readonly notifyOperator?: (line: string) => void;
}

export interface Bot {
  readonly store: Store;
  readonly handle: Handler;
  readonly delivery: Delivery;
  readonly catalogue: Catalogue;
  /** How the bot is, without anything about people. */
  health(): BotHealth;
  /** Path of the key file that was made at this start. */
  readonly madeKeyFile: string | null;
  /** Runs every job that is due up to this instant, each once. */
  runDue(now: string): Promise<void>;
  /** Moves a clock that can be moved to `to`, running what falls due on the way at its own time. */
  advance(to: string, setClock: (instant: string) => void): Promise<void>;
  /**
   * @param onClockDoubt hears of a clock that disagrees with the records; jobs then wait for `confirmClock` or the
   * secretary's word. Without it the clock is believed: transcripts and the sample move theirs by hand.
   *
   * Delivers what an earlier process left, begins to listen, and runs what fell due meanwhile.
   * @throws RulebookChanged when the rulebook of the settings was edited under a version that is in force
   */
  start(onClockDoubt?: (doubt: ClockDoubt) => void): Promise<void>;
  /** New claim codes for everybody who needs one; at every start, and after a branch was founded. */
  announceClaims(): Promise<void>;
  /** Whoever sits at the machine says that its clock is right. */
  confirmClock(): Promise<void>;
  stop(): Promise<void>;
}

/** Where the bot speaks. */
export interface Place {
  readonly channel: Channel;
  readonly clock: Clock;
  readonly newGroups?: BotOptions['newGroups'];
  /** The branch that the settings mean; the sample is founded at its first start. */
  branch(bot: Bot): string | Promise<string>;
  /** What this machine serves beside the channel. Rejects when its port is taken. */
  serve(bot: Bot, branch: string): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Where the bot is to be found now, for whoever has started it. */
  whereabouts(bot: Bot, url: string): string;
  close(): void;
}
