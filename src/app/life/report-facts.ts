import { type Days } from '../../domain/period/civil.js';
import type { Frequency, Span } from '../../domain/attendance/frequency.js';
import type { Action } from '../../domain/actions/rows.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { ReportNote } from '../../domain/reports/rows.js';
import type { PointsCard } from '../matters/card.js';

/** Valid entries of one item, by the day of the deed. `points` is their signed sum. */
export interface ItemTotal {
  readonly item: number;
  readonly times: number;
  readonly points: number;
}

/** How a kind of activity was held; `lacking` are those of the `ended` spans that ended without one. */
export interface HeldKind {
  readonly kind: string;
  readonly frequency: Frequency;
  readonly held: number;
  readonly ended: number;
  readonly lacking: readonly Span[];
}

/** Attendance at closed activities; a person counts once per activity. */
export interface Turnout {
  readonly activities: number;
  readonly due: number;
  readonly present: number;
  readonly onLeave: number;
  readonly absent: number;
}

export type ActionCounts = { readonly [K in Action['kind']]: number };

/** Half a year or a year, as far as it has come, under the four heads of the source (part two, 4). Only what is on record. */
export interface PeriodReport extends Days {
  readonly scope: 'half' | 'year';
  readonly ended: boolean;
  /** The branch is kept here since then; null: for the whole period. */
  readonly since: string | null;
  /** 履行职责 */
  readonly duties: {
    readonly deductions: readonly ItemTotal[];
    readonly members: number;
    readonly open: number;
  };
  /** 执行制度 */
  readonly rules: {
    readonly kinds: readonly HeldKind[];
    readonly dues: readonly { readonly month: string; readonly payments: number }[];
  };
  /** 发挥作用 */
  readonly role: {
    readonly bonuses: readonly ItemTotal[];
    readonly members: number;
    readonly actions: ActionCounts;
  };
  /** 参加活动 */
  readonly attendance: Turnout & {
    readonly behind: readonly {
      readonly person: PersonRef;
      readonly attended: number;
      readonly expected: number;
    }[];
  };
}

/** One category of members in a year, for the yearly report on managing members by category (source, part three). */
export interface CategoryLine extends ClassStanding {
  readonly category: string;
}

/** A class of members in a year. */
export interface ClassStanding {
  readonly members: number;
  /** Over scored members, in tenths of a point; null: there are none. */
  readonly averageTenths: number | null;
  readonly scored: number;
  readonly turnout: Turnout;
  readonly bonuses: number;
  readonly deductions: number;
  readonly actions: ActionCounts;
}

export interface CategoryReport extends Days {
  readonly members: number;
  readonly probationary: number;
  readonly exempt: number;
  readonly lines: readonly CategoryLine[];
}

/** An example or practice as its writer sees it. */
export interface ReportNoteLine {
  readonly number: number;
  readonly kind: ReportNote['kind'];
  readonly year: number;
  /** The bonus of an example. */
  readonly card: PointsCard | null;
  /** As the report tells it. */
  readonly text: string;
  /** False: its bonus was corrected since, and the report leaves it out. */
  readonly told: boolean;
}
