/** What an objection is about, as its card shows it. */
import type { Recorded } from '../../domain/attendance/rows.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Period } from '../../domain/notice/period.js';
import type { Standing } from '../../domain/roster/rows.js';
import type { PointsCard } from './card.js';

/** A notice as it is spoken of; `period` is null for the notice of a year. */
export interface NoticeRef {
  readonly number: number;
  readonly year: number;
  readonly period: Period | null;
  readonly postedAt: string;
}

/** A line of an activity's register: to take it back, somebody says what is true instead. */
export interface InRegister {
  /** When the activity was. */
  readonly at: string;
  /** Null: nothing is recorded. */
  readonly now: Recorded | null;
}

/** A line of a notice that may be corrected with the answer to an objection. */
export interface ShownLine {
  readonly card: PointsCard;
  readonly register: InRegister | null;
}

/** What was entered since by the matter `number`, or taken back by it. */
export interface EnteredLine {
  readonly number: number;
  readonly card: PointsCard;
}

/** What an objection is about, for those who may know it. */
export type TargetCard =
  | {
      readonly kind: 'points';
      readonly card: PointsCard;
      readonly confirmed: boolean;
      readonly ruler: PersonRef;
      readonly register: InRegister | null;
    }
  | {
      readonly kind: 'correction';
      readonly number: number;
      readonly card: PointsCard;
      readonly ruler: PersonRef;
    }
  | {
      readonly kind: 'status';
      readonly number: number;
      readonly subject: PersonRef;
      readonly from: Standing;
      readonly to: Standing;
      readonly ruler: PersonRef;
    }
  | {
      readonly kind: 'veto';
      readonly number: number;
      readonly subject: PersonRef;
      readonly ground: number;
      readonly year: number;
    }
  | { readonly kind: 'notice'; readonly notice: NoticeRef };
