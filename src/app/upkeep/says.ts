import type { Tally } from '../../domain/appraisal/rows.js';
import type { Action } from '../../domain/actions/rows.js';
import type { Care } from '../../domain/care/rows.js';
import type { Private } from '../../domain/private.js';
import type { Account, OfficeName, Person } from '../../domain/roster/rows.js';
import type { MatterKind, MatterState } from '../../domain/rulings/rows.js';
import type { BackupFailure } from '../ports/store/backups.js';

export interface BackupCard {
  readonly folder: string;
  readonly file: string;
  readonly bytes: number;
  readonly entryCount: number;
  readonly head: string;
  /** A ballot is under way: its key is not in the copy either. */
  readonly ballot: boolean;
}

/** Everything kept about one person, as far as they may know. */
export interface OwnData {
  readonly person: Person;
  readonly offices: readonly {
    readonly office: OfficeName;
    readonly from: string;
    readonly until: string | null;
  }[];
  readonly accounts: readonly Account[];
  readonly years: readonly {
    readonly year: number;
    readonly total: number;
    readonly entries: number;
    /** Taken over from a table of the time before the bot. */
    readonly imported: boolean;
  }[];
  readonly matters: readonly {
    readonly kind: MatterKind;
    readonly state: MatterState;
    readonly count: number;
  }[];
  /** Matters about others that they proposed or witnessed. */
  readonly proposed: number;
  readonly witnessed: number;
  readonly attendance: { readonly due: number; readonly present: number; readonly absent: number };
  readonly duesMonths: number;
  readonly duesSteps: number;
  readonly care: readonly { readonly kind: Care['kind']; readonly count: number }[];
  readonly actions: readonly { readonly kind: Action['kind']; readonly count: number }[];
  readonly selfAssessments: readonly number[];
  readonly appraisals: readonly {
    readonly year: number;
    readonly given: number;
    readonly received: number | null;
    /** Only of an archived year: until then it advises the meeting. */
    readonly tally: Tally | null;
  }[];
  readonly rosterChanges: number;
  readonly proxyEntries: number;
  readonly followUps: number;
  /** Bonuses that the secretary chose as examples for the reports. */
  readonly examples: number;
}

export interface UpkeepSays {
  backupFailed: { readonly why: Private<BackupFailure>; readonly daily: boolean };
  backupMade: { readonly backup: Private<BackupCard> };
  ownData: { readonly data: Private<OwnData> };
}
