import type { ActivityRef } from '../../domain/attendance/references.js';
import type { Recorded } from '../../domain/attendance/rows.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { MatterKind, MatterState, PointsMatter } from '../../domain/rulings/rows.js';
import type { Private } from '../../domain/private.js';
import type { MatterCard, PointsCard } from '../matters/card.js';
import type { InRegister } from '../matters/objected.js';
import type { Restored, RulingResult } from '../matters/results.js';
import type { Instead } from '../matters/seat.js';

/** The first of a list, and how many more it has. */
export interface Listed<T> {
  readonly shown: readonly T[];
  readonly more: number;
}

/** A matter of the reader's list that others rule on. */
interface BarredMatter {
  readonly card: MatterCard;
  readonly instead: Instead;
}

/** What `/待办` lists for one person. */
export interface TodoFacts {
  /** Complete, and the reader may rule. */
  readonly ruling: Listed<MatterCard>;
  /** The same, once the subject has been heard. */
  readonly unheard: Listed<MatterCard>;
  /** The reader may rule once the proof is complete. */
  readonly unproven: Listed<MatterCard>;
  /** The reader may rule once a step of another kind is taken: a veto waits for its hearing or vote, an exemption for consent. */
  readonly underWay: Listed<MatterCard>;
  /** The reader is an officer, but barred. */
  readonly barred: Listed<BarredMatter>;
  /** Proposed by the reader or about them; without the proof. */
  readonly own: Listed<MatterCard>;
  /** The reader was named as a witness and has not confirmed. */
  readonly witnessing: Listed<PointsCard>;
  /** The year that the meeting has decided and that awaits the reader, as 上级. */
  readonly yearToAudit: number | null;
}

/** Ready as well, but never confirmed with others. */
export type LeftOut =
  | { readonly number: number; readonly by: 'itself' }
  /** It may be the same deed as these, which are open or confirmed. */
  | { readonly number: number; readonly by: 'alike'; readonly near: readonly number[] }
  /** A leave or a correction of the register for the same activity is ruled first. */
  | { readonly number: number; readonly by: 'besides'; readonly besides: readonly number[] }
  /** The reason names another day than the one registered. */
  | { readonly number: number; readonly by: 'otherDay' }
  /** Dues that were paid since. */
  | { readonly number: number; readonly by: 'paid'; readonly on: string }
  /** An objection. */
  | { readonly number: number; readonly by: 'answer'; readonly register: InRegister | null }
  /** Its subject has still to be heard. */
  | {
      readonly number: number;
      readonly by: 'hearing';
      readonly until: string | null;
      readonly wantsMeeting: boolean;
    }
  /** It came after the list was shown. */
  | { readonly number: number; readonly by: 'later' }
  /** Its card is another one than in the list. */
  | { readonly number: number; readonly by: 'changed' };

/** What a 补正 did to an archived year. */
interface Supplemented {
  readonly number: number;
  readonly corrects: number;
  readonly subject: PersonRef;
  readonly points: number;
  readonly year: number;
  readonly total: number;
  /** The score as it was archived; null where it was not kept. */
  readonly archived: number | null;
}

/** What a correction takes back. */
export interface Registered {
  readonly deed: Pick<PointsMatter, 'kind' | 'item' | 'grade' | 'times' | 'deedOn' | 'reason'>;
  readonly subject: PersonRef;
  /** The one other person whom the reason of the correction names. */
  readonly instead: PersonRef | null;
}

export interface RulingSays {
  /** `by`: the 补正 by which the points count again. */
  alreadyReversed: {
    readonly number: number;
    readonly by: number | null;
    /** It was never wrong: a stronger one of the same deed counts instead. */
    readonly replacedBy: number | null;
    readonly supplement: boolean;
  };
  /** To the account that asked for it, which is still unbound. */
  bindingRejected: {
    readonly number: number;
    readonly subject: PersonRef;
    readonly reason: Private<string>;
  };
  bindingReturned: {
    readonly number: number;
    readonly by: PersonRef;
    readonly text: Private<string>;
  };
  /** 同意 of a ruler where 确认 was meant. */
  confirmInstead: { readonly number: number };
  confirmedToSubject: { readonly card: Private<PointsCard>; readonly total: number };
  /** Its year is archived, or for a 补正 it is not yet. */
  /** To who asked for a correction that fell unruled as a stronger grade was confirmed: what it was about counts again. */
  correctAgain: { readonly number: number; readonly supplement: boolean };
  correctArchived: { readonly number: number; readonly year: number };
  correctAttendance: { readonly number: number };
  correctBinding: { readonly number: number };
  correctCorrection: { readonly number: number };
  correctLeave: { readonly number: number };
  /** Nothing that has points. */
  correctOther: { readonly number: number };
  /** The opposite change is a matter of its own. */
  correctStatus: { readonly number: number };
  /** To the subject: entries of theirs were reversed. */
  correctedToSubject: {
    readonly number: Private<number>;
    readonly corrects: number;
    readonly points: number;
    readonly year: number;
    readonly total: number;
    /** A correction was wrong: what it took counts again. */
    readonly again: boolean;
    readonly restored: readonly Restored[];
  };
  /** `registered`: of points entered by hand, to be entered once more as they should be. */
  /** To its subject: it would take points from them. */
  correctionHearing: {
    readonly number: Private<number>;
    readonly by: PersonRef;
    readonly corrects: number;
    /** What was entered in the first place. */
    readonly entered: Private<PointsCard | null>;
    readonly points: Private<number>;
    /** Null: it names others. */
    readonly reason: Private<string | null>;
  };
  correctionOpenedInFull: {
    readonly card: Private<MatterCard>;
    readonly registered: Private<Registered | null>;
  };
  correctionQuietly: { readonly number: number };
  correctionWaits: { readonly number: number; readonly correction: number };
  /** The register drafted it: of attendance, or of dues. */
  draftedByRegister: { readonly number: number; readonly register: 'attendance' | 'dues' };
  /** To who keeps the points: a weaker grade counts again, as the stronger one was taken back. */
  gradeRestored: {
    readonly told: Private<{
      readonly corrects: number;
      readonly restored: readonly Restored[];
      readonly subject: PersonRef;
      readonly year: number;
      readonly total: number;
    }>;
  };
  /** To a person who just got their account. */
  manyWaiting: { readonly count: number };
  /** To the rulers: more came in after they had its card. */
  materialAdded: { readonly card: Private<MatterCard>; readonly pieces: number };
  /** One matter whole: to who may rule on it now, or who may look. */
  matterShown: { readonly card: Private<MatterCard>; readonly rules: boolean };
  meetingInFuture: { readonly date: string };
  /** Behind a request with its first pictures and files. */
  moreEvidence: { readonly number: number; readonly carried: number; readonly all: number };
  noMatter: { readonly number: number };
  notConfirmed: {
    readonly number: number;
    readonly state: MatterState;
    readonly isToRegisterAgain: boolean;
  };
  /** Behind `/确认 全部 是`: what it did not confirm, though it might have been meant. */
  notConfirmedNow: { readonly left: readonly LeftOut[] };
  /** Neither proposed by the speaker nor, perhaps, existing. */
  notYourMatter: { readonly number: number };
  nothingToConfirm: { readonly left: readonly LeftOut[] };
  ownCorrection: Record<string, never>;
  /** To those who may rule. */
  pending: { readonly card: Private<MatterCard> };
  /** `/驳回` and `/退回` without words, once it is clear that the speaker may decide. */
  reasonWanted: { readonly number: number; readonly rejects: boolean };
  rejected: { readonly number: number };
  rejectedInFull: { readonly card: Private<MatterCard> };
  rejectedTo: {
    readonly number: number;
    readonly kind: MatterKind;
    readonly subject: PersonRef;
    readonly reason: Private<string>;
  };
  /** In the group. */
  results: { readonly results: readonly RulingResult[] };
  resultsInFull: { readonly results: Private<readonly RulingResult[]> };
  returned: { readonly number: number };
  returnedInFull: { readonly card: Private<MatterCard> };
  returnedTo: {
    readonly number: number;
    readonly kind: MatterKind;
    readonly by: PersonRef;
    readonly text: Private<string>;
  };
  /** To the secretary: possible rulers without an account; empty: there are none, not even above. */
  rulerMissing: {
    readonly number: number;
    readonly persons: readonly { readonly person: PersonRef; readonly isSuperior: boolean }[];
  };
  /** 更正 or 补正 of a line of the register: what is true is asked for in lines to copy. */
  sayTruth: {
    readonly number: number;
    readonly activity: ActivityRef;
    readonly person: PersonRef;
    readonly now: Private<Recorded | null>;
    readonly reason: Private<string>;
    readonly supplement: boolean;
  };
  /** On a card whose matter is decided. */
  settled: {
    readonly number: number;
    readonly what: MatterKind;
    readonly state: MatterState;
    readonly ruler: PersonRef | null;
    readonly about: Private<MatterCard> | null;
  };
  /** `/确认 全部`: `more` matters wait behind those shown. */
  shown: {
    readonly cards: Private<readonly MatterCard[]>;
    readonly more: number;
    readonly left: readonly LeftOut[];
  };
  /** To the rulers: the subject answered the charge. */
  stated: { readonly card: Private<MatterCard> };
  supplementTooEarly: { readonly number: number; readonly year: number };
  /** To the secretary, and to who asked for it: 上级 changed an archived year. */
  supplemented: { readonly told: Private<Supplemented> };
  /** To a new recorder: what the one before left open. */
  takenOver: { readonly cards: Private<readonly MatterCard[]>; readonly activities: readonly ActivityRef[] };
  textTooLong: { readonly most: number };
  todo: { readonly todo: Private<TodoFacts> };
  tooLateToWithdraw: { readonly number: number; readonly state: MatterState };
  /** Entered by the recorder for a person without an account. */
  withdrawForOther: { readonly number: number; readonly person: PersonRef };
  withdrawLeave: { readonly number: number };
  withdrawn: { readonly number: number };
  withdrawnTo: { readonly number: number; readonly card: Private<MatterCard> };
  /** To those who knew of it. */
  /** A witness took it back before the ruling. */
  witnessWithdrawn: { readonly number: number; readonly card: Private<PointsCard> };
  /** The same, to who asked and to who rules. */
  witnessWithdrew: {
    readonly card: Private<PointsCard>;
    readonly witness: PersonRef;
    readonly missing: number;
  };
}
