import type { PostedHow } from '../../domain/notice/rows.js';
import type { Disposal, FollowUp } from '../../domain/year/rows.js';
import type { Sums } from '../../domain/points/score.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { BaseItem, TierId } from '../../domain/rulebook/schema.js';
import type { ActivityRef } from '../../domain/attendance/references.js';
import type { Tally } from '../../domain/appraisal/rows.js';
import type { RosterChange } from '../../domain/roster/rows.js';
import type { Stage } from '../../domain/year/state.js';
import type { Outstanding } from '../../domain/year/table/tiers.js';

/** One member at the year's end, as the deciders see them. */
export interface YearRow extends Sums {
  readonly person: PersonRef;
  /** Null: not rated. */
  readonly proposed: TierId | null;
  /** What came after the year, or that they left in it. */
  readonly later: readonly RosterChange[];
  /** Exactly at the limit of 不合格. */
  readonly atBoundary: boolean;
  /** What the meeting said where it departs from the proposal. */
  readonly meeting: { readonly tier: TierId; readonly reason: string | null } | null;
  /** The democratic appraisal; null: none, or too few ballots. */
  readonly tally: Tally | null;
}

/** What blocks 评定, or should be known before it. */
export interface Hindrances {
  /** Score matters of the year that wait, by number. */
  readonly open: readonly number[];
  /** Leave not ruled on, and activities not closed: worth knowing, but no reason to wait. */
  readonly leaves: readonly number[];
  readonly unclosed: readonly ActivityRef[];
  readonly withoutMeeting: readonly number[];
  readonly unassessed: readonly PersonRef[];
  readonly belowQuota: BelowQuota;
}

/** Who came to fewer activities than the year expects; `since`: the branch is kept here only from that day on. */
export interface BelowQuota {
  readonly rows: readonly { readonly person: PersonRef; readonly attended: number; readonly quota: number }[];
  readonly since: string | null;
}

export interface YearTable {
  readonly year: number;
  readonly rows: readonly YearRow[];
  readonly outstanding: Outstanding;
  readonly hindrances: Hindrances;
}

/** How far the year has got, and what its next line needs. */
export interface Progress {
  readonly year: number;
  readonly stage: Stage;
  readonly body: 'committee' | 'generalMeeting';
  /** How many have a vote in that body. */
  readonly entitled: number;
  /** 上级 has returned it, and what they want. */
  readonly sentBack: boolean;
  readonly returned: string | null;
  readonly until: string | null;
  /** Until then the notice runs. */
  readonly running: boolean;
  /** The sheet of its results waits to be put up or read out. */
  readonly sheet: { readonly number: number; readonly how: PostedHow } | null;
}

export interface MovedRow {
  readonly person: PersonRef;
  readonly total: number;
  readonly vetoed: boolean;
  readonly proposed: TierId | null;
  readonly tier: TierId;
}

/** The score at 评定 and now; the tier holds. */
export interface RescoredRow {
  readonly person: PersonRef;
  readonly before: number;
  readonly total: number;
}

/** One member of a list. `place`: only for the secretary. */
export interface ListedMember {
  readonly person: PersonRef;
  readonly total: number;
  /** The score with what a 补正 changed after archiving; null: as archived. */
  readonly supplemented: number | null;
  readonly tier: TierId;
  readonly place: { readonly rank: number; readonly of: number } | null;
  /** Taken over from a table of the time before the bot. */
  readonly imported: boolean;
}

export interface FollowUpLine {
  readonly kind: FollowUp['kind'];
  readonly partner: PersonRef | null;
  readonly outcome: string | null;
  readonly on: string;
  readonly text: string | null;
  readonly disposal: Disposal | null;
}

export interface SelfView {
  readonly year: number;
  readonly items: readonly BaseItem[];
  /** Null: not assessed yet. */
  readonly points: readonly number[] | null;
  /** Whose it is, where the recorder speaks for them (`/代`). */
  readonly entered: PersonRef | null;
}
