import type { ClockDoubt } from '../app/status/says.js';
import type { Delivery } from '../app/delivery/delivery.js';
import type { Handler } from '../app/handle.js';
import type { Channel } from '../app/ports/channel.js';
import type { Backups } from '../app/ports/store/backups.js';
import type { Clock, Timer } from '../app/ports/clock.js';
import type { Invitation } from '../app/ports/desk.js';
import type { BotHealth } from '../app/ports/health.js';
import type { Ids } from '../app/ports/ids.js';
import type { Log } from '../app/ports/log.js';
import type { Papers } from '../app/ports/papers.js';
import type { PlainModel } from '../app/ports/plain-model.js';
import type { Reading } from '../app/ports/reading.js';
import type { Store } from '../app/ports/store/store.js';
import type { Catalogue } from '../chat/catalogue.js';
import type { NewGroups } from '../chat/hearing/hearing.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import type { ElsewhereSettings } from '../store/backups/elsewhere.js';
import type { Connection } from '../store/connection.js';
import type { StartedDesk } from './desk.js';
import type { Metered } from '../web/metrics.js';
import type { ThreadSettings } from './reading/reading-thread.js';

/** Everything that differs between the office, the local page, a transcript and a test. */
export interface BotOptions {
  /** With `postgres`: no file, but the place beside which keys, ballot keys and backups lie. */
  readonly databaseFile: string;
  /** `postgresql://…`: the database is a server's (docs/adr/0023-postgresql.md). */
  readonly postgres?: string;
  /** 64 hexadecimal digits; without it the key file beside the database is used, or made. */
  readonly key?: string;
  /** Folder for copies of the database; by default `backups` beside it. */
  readonly backupFolder?: string;
  /** Where a second copy goes. */
  readonly copies?: ElsewhereSettings;
  /** A disk of its own, which fails on purpose (docs/adr/0019-torture.md). */
  readonly disk?: Partial<Disk>;
  /** The rulebook of the settings, which new branches adopt. */
  readonly rulebook: LoadedRulebook;
  /** The channel that hears. */
  readonly channel: Channel;
  /**
   * Channels that only send: what is for the group goes there as well. `instead`: they reach the same group, so nothing
   * is sent twice.
   */
  readonly broadcasts?: readonly { readonly channel: Channel; readonly instead: boolean }[];
  /** For channels that hear only groups the bot was added to: a branch's group is found by who speaks there. */
  readonly newGroups?: NewGroups;
  readonly clock: Clock;
  /** Tests move it by hand. */
  readonly timer?: Timer;
  readonly ids: Ids;
  readonly log: Log;
  readonly botName: string;
  /** Prints a line for the operator: the claim codes of the people who start a branch. */
  readonly announce?: (line: string) => void;
  /** False: nobody is limited, where one person plays everybody at any speed. */
  readonly isLimited?: boolean;
  /** Reads the file in another way than by a thread of its own. */
  readonly reading?: (settings: ThreadSettings) => Reading & Papers;
  /** Where the desk is served: a way in for an account of a branch. */
  readonly invite?: (branch: string, account: string) => Invitation | null;
  /** Asked about words that nothing else understood, where a branch has adopted it. */
  readonly plainModel?: PlainModel;
  /** Prints a line for the operator when a connection is lost or restored. */
  readonly notifyOperator?: (line: string) => void;
}

/** What is under the store: the file, the time that waiting for it takes, and where its copies go. */
interface Disk {
  readonly connect: (file: string) => Connection;
  readonly timer: Timer;
  readonly backups: Backups;
}

export interface Bot {
  readonly store: Store;
  readonly handle: Handler;
  readonly delivery: Delivery;
  readonly papers: Papers;
  readonly catalogue: Catalogue;
  /** The state of the bot, without anything about people. */
  health(): BotHealth;
  /** What it has done since it started, counted. */
  metered(): Metered;
  /** Path of the key file that this start made. */
  readonly madeKeyFile: string | null;
  /** Runs every job due up to this instant once. */
  runDue(now: string): Promise<void>;
  /**
   * Moves a movable clock to `to`, running each job on the way at its own time.
   * @param goesOn false: it stays where it has come to
   */
  advance(to: string, setClock: (instant: string) => void, goesOn?: () => boolean): Promise<void>;
  /**
   * Delivers what an earlier process left, begins to listen, and runs overdue jobs.
   * @param onClockDoubt hears of a clock that disagrees with the records; jobs then wait for `confirmClock` or the
   * secretary's word. Without it we trust the clock: transcripts and the sample move theirs by hand.
   * @throws RulebookChanged when the settings' rulebook was edited under a version in force
   */
  start(onClockDoubt?: (doubt: ClockDoubt) => void): Promise<void>;
  /** New claim codes for everybody who needs one; at every start, and after founding a branch. */
  announceClaims(): Promise<void>;
  /** The operator says that the machine's clock is right. */
  confirmClock(): Promise<void>;
  stop(): Promise<void>;
}

/** Where the bot speaks. */
export interface Place {
  readonly channel: Channel;
  readonly clock: Clock;
  readonly newGroups?: BotOptions['newGroups'];
  /** The branch of the settings; the first start founds the sample. */
  branch(bot: Bot): string | Promise<string>;
  /** What this machine serves beside the channel. Rejects when its port is taken. */
  serve(
    bot: Bot,
    branch: string,
    desk: StartedDesk,
  ): Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Tells the operator where to find the bot. */
  whereabouts(bot: Bot, url: string): string;
  close(): void;
}
