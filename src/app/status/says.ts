import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { Period } from '../../domain/notice/period.js';
import type { Stage } from '../../domain/year/state.js';
import type { Health } from '../ports/health.js';

/** A letter that people decide about. */
export interface TroubledRow {
  readonly id: number;
  readonly state: 'uncertain' | 'failed';
  readonly createdAt: string;
  /** `private`: a person the roster does not name. */
  readonly to: PersonRef | 'group' | 'private';
  /** Of a letter to the group; empty where it is only a picture. */
  readonly groupText: string | null;
  /** The part of it that is in doubt, from 1; null where that is the whole of it. */
  readonly fromPart: number | null;
  readonly notice: number | null;
}

/** A start at which the machine's clock disagrees with the records. */
export interface ClockDoubt {
  readonly now: string;
  readonly newest: string;
  readonly why: 'early' | 'late';
}

export interface StatusSays {
  arrived: { readonly rows: Private<readonly TroubledRow[]>; readonly unknown: readonly number[] };
  clockDoubted: { readonly doubt: Private<ClockDoubt> };
  clockRight: { readonly now: Private<string> };
  /** What the group may not have heard. */
  inDoubt: { readonly row: Private<TroubledRow> };
  /** `unreached`: of persons without an account. */
  resent: {
    readonly rows: Private<readonly TroubledRow[]>;
    readonly unreached: Private<readonly TroubledRow[]>;
    readonly unknown: readonly number[];
  };
  troubled: { readonly rows: Private<readonly TroubledRow[]> };
}

/** A branch as those above it see it; without names. */
export interface Overview {
  readonly branch: string;
  readonly now: string;
  /** `returned`: 上级 wants something changed, and the meeting has not decided again. */
  readonly years: readonly { readonly year: number; readonly stage: Stage; readonly returned: boolean }[];
  /** Numbers of objections without an answer, and how many have waited for `overdueAfter` working days. */
  readonly objections: readonly number[];
  readonly overdue: number;
  readonly overdueAfter: number;
  /** Publications past their time; `heldAt` where an officer holds one back. */
  readonly late: readonly {
    readonly period: Period;
    readonly dueAt: string;
    readonly heldAt: string | null;
    /** It was sent, and may not have arrived. */
    readonly inDoubt: boolean;
  }[];
  /** Matters on which only 上级 may rule. */
  readonly waiting: number;
}

/** One line of the audit. */
export interface AuditLine {
  readonly at: string;
  /** Null where the actor stays secret: objections, ballots. */
  readonly who: PersonRef | null;
  /** Command lines as they are typed: /加分; empty where no command makes such an act. */
  readonly titles: readonly string[];
  /** Matters that it was about. */
  readonly numbers: readonly number[];
}

/** The report of `/状态`. */
export interface Status {
  readonly now: string;
  readonly health: Health;
  readonly entryCount: number;
  readonly head: string;
  readonly ready: number;
  readonly unproven: number;
  readonly held: readonly Period[];
  /** This year and the next, and whether their holidays are known. */
  readonly years: readonly { readonly year: number; readonly known: boolean }[];
}
