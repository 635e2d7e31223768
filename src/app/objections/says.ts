import type { PersonRef } from '../../domain/branch/people.js';
import type { Period } from '../../domain/notice/period.js';
import type { Private } from '../../domain/private.js';
import type { MatterKind, MatterState, ObjectionTarget } from '../../domain/rulings/rows.js';
import type { PointsCard } from '../points/says.js';
import type { MatterCard } from '../rulings/matter-card.js';

/** A notice as it is spoken of; `period` is null for the notice of a year. */
export interface NoticeRef {
  readonly number: number;
  readonly year: number;
  readonly period: Period | null;
  readonly postedAt: string;
}

/** What an objection is about, for those who may know it. */
export type TargetCard =
  | {
      readonly kind: 'points';
      readonly card: PointsCard;
      readonly confirmed: boolean;
      readonly ruler: PersonRef;
    }
  | {
      readonly kind: 'correction';
      readonly number: number;
      readonly card: PointsCard;
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

/** What became of the scores when an objection was upheld. */
export type Upheld =
  /** Entries were taken back; `replaced` are weaker grades that do not come back by themselves. */
  | {
      readonly what: 'reversed';
      readonly corrected: readonly number[];
      readonly points: number;
      readonly replaced: readonly number[];
    }
  /** The missing bonus is a matter again, for somebody else to rule on. */
  | { readonly what: 'redone'; readonly number: number; readonly ready: boolean }
  /** The same deed has been registered anew meanwhile. */
  | { readonly what: 'registered'; readonly number: number }
  | { readonly what: 'vetoSetAside'; readonly year: number }
  /** Of a notice: what has to be put right follows by itself. */
  | { readonly what: 'toPutRight'; readonly bySuperior: boolean }
  /** Its year is archived: only a 补正 may change it; null: nothing of it can be reversed. */
  | { readonly what: 'archived'; readonly year: number; readonly supplement: number | null }
  /** Nothing counts any more, or the member is not scored. */
  | { readonly what: 'nothing' };

export interface ObjectionSays extends ObjectionRefusals {
  /** To the objector. `target` is null where he may not know whom the number is about. */
  opened: {
    readonly number: number;
    readonly about: ObjectionTarget;
    readonly target: Private<TargetCard | null>;
    /** A notice has the number that was typed, too. */
    readonly notice: number | null;
  };
  /** In the group. */
  answered: { readonly number: number };
  dismissedInFull: { readonly number: number; readonly about: ObjectionTarget };
  /** To the objector. `bySuperior`: there is nobody above to turn to. */
  dismissedTo: {
    readonly number: number;
    readonly about: ObjectionTarget;
    readonly by: PersonRef;
    readonly bySuperior: boolean;
    readonly explanation: Private<string>;
  };
  /** To the objector; `score` only where it is his own. */
  upheldTo: {
    readonly number: number;
    readonly about: ObjectionTarget;
    readonly by: PersonRef;
    readonly explanation: Private<string | null>;
    readonly upheld: Private<Upheld>;
    readonly score: Private<{ readonly year: number; readonly total: number } | null>;
  };
  /** To the member whose rejected bonus is looked at anew. */
  redone: { readonly card: Private<PointsCard>; readonly of: number; readonly ready: boolean };
  /** To secretary and recorder: 上级 upheld an objection to a notice; where nothing was corrected, the branch has to. */
  putRight: {
    readonly number: number;
    readonly notice: number;
    readonly corrected: Private<readonly number[]>;
    readonly explanation: Private<string | null>;
  };
  /** To a member: the certified veto no longer stands. */
  vetoSetAside: {
    readonly veto: number;
    readonly subject: PersonRef;
    readonly year: number;
    readonly total: number;
  };
  /** To the objector: what he objected to no longer counts. */
  fell: { readonly number: number; readonly about: ObjectionTarget };
  reminder: { readonly card: Private<MatterCard>; readonly workingDays: number };
  supervised: { readonly number: number; readonly seen: boolean };
  /** To the ruler. */
  supervisedTo: { readonly card: Private<MatterCard> };
}

/** Why something about objections was not done. `notice`: a notice has the number that was typed, too. */
export interface ObjectionRefusals {
  noTarget: { readonly number: number; readonly notice: number | null };
  noNotice: { readonly number: number };
  notRuled: { readonly number: number; readonly mayState: boolean; readonly notice: number | null };
  nothingRuled: { readonly number: number; readonly state: MatterState; readonly notice: number | null };
  deductionRejected: { readonly number: number; readonly notice: number | null };
  /** Reversed by the ruling on `by`; `open`: an objection to that one is possible. */
  reversedAlready: {
    readonly number: number;
    readonly by: number | null;
    readonly open: boolean;
    readonly notice: number | null;
  };
  notObjectionable: { readonly number: number; readonly kind: MatterKind; readonly notice: number | null };
  stillWaits: { readonly number: number; readonly about: ObjectionTarget };
  answeredBefore: { readonly number: number; readonly about: ObjectionTarget };
  yearArchived: { readonly about: ObjectionTarget; readonly year: number };
  noticeOver: { readonly number: number; readonly until: string };
  /** `objections`: those to this matter that the speaker may answer. */
  notAnObjection: { readonly number: number; readonly objections: readonly number[] };
  alreadyAnswered: { readonly number: number };
  /** 更正 is written only behind 成立, and only for a notice. */
  correctsWithoutCause: { readonly number: number; readonly upheld: boolean };
  correctsNot: {
    readonly number: number;
    readonly matter: number;
    readonly why: 'unknown' | 'notShown' | 'reversed' | 'archived' | 'barred';
    readonly notice: number;
  };
  supervisesOwn: { readonly number: number };
  notOpen: { readonly number: number };
}
