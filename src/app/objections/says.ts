import type { ActivityRef } from '../../domain/attendance/references.js';
import type { Recorded } from '../../domain/attendance/rows.js';
import type { Upheld } from '../matters/results.js';
import type { StatusAsked } from '../roster/membership/says.js';
import type { TargetCard } from '../matters/objected.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { MatterKind, MatterState, ObjectionTarget } from '../../domain/rulings/rows.js';
import type { MatterCard, PointsCard } from '../matters/card.js';
import type { EnteredLine, ShownLine } from '../matters/objected.js';

export interface ObjectionSays extends ObjectionRefusals {
  /** In the group. */
  answered: { readonly number: number };
  /** To who objected to it before a stronger grade took its place. */
  countsAgain: { readonly number: number };
  dismissedInFull: { readonly number: number; readonly about: ObjectionTarget };
  /** To the objector. `bySuperior`: there is no higher authority to turn to. */
  dismissedTo: {
    readonly number: number;
    readonly about: ObjectionTarget;
    readonly by: PersonRef;
    readonly bySuperior: boolean;
    readonly explanation: Private<string>;
  };
  /** To the objector: the disputed matter no longer counts. */
  fell: { readonly number: number; readonly about: ObjectionTarget };
  /** To who was to answer it. */
  fellUnanswered: { readonly number: number; readonly about: ObjectionTarget };
  /** To the objector: all who might answer have a part in it. `lines`: their own in the notice. */
  nobodyAnswers: {
    readonly number: number;
    readonly lines: Private<readonly number[]>;
    /** Not of an officer's own: being told would show the secretary whose it is. */
    readonly secretaryKnows: boolean;
  };
  /** To the objector. `target` is null where they may not know whom the number is about. */
  opened: {
    readonly number: number;
    readonly about: ObjectionTarget;
    readonly target: Private<TargetCard | null>;
    /** A notice has the number that was typed, too. */
    readonly notice: number | null;
  };
  /** To secretary and recorder: an objection to a notice was upheld; where nothing was corrected, they have to. */
  putRight: {
    readonly number: number;
    readonly notice: number;
    readonly corrected: Private<readonly number[]>;
    readonly explanation: Private<string>;
  };
  /** To the member whose rejected bonus will be reviewed. */
  redone: { readonly card: Private<PointsCard>; readonly of: number; readonly ready: boolean };
  reminder: { readonly card: Private<MatterCard>; readonly workingDays: number };
  /** 成立 of a line of the register: what is true is asked for in lines to copy. */
  sayTruth: {
    readonly number: number;
    readonly line: number;
    readonly corrects: readonly number[];
    readonly activity: ActivityRef;
    readonly now: Private<Recorded | null>;
    readonly explanation: Private<string>;
  };
  /** 成立 once more, though nothing of the notice was changed: which line, or that nothing has to be. */
  sayWhich: {
    readonly number: number;
    readonly notice: number;
    readonly lines: Private<readonly ShownLine[]>;
    /** What was entered since: the answer names which of it puts the notice right. */
    readonly entered: Private<readonly EnteredLine[]>;
    readonly explanation: Private<string>;
    /** The explanation ends with the number of a line, and this is the first 成立: it may be meant to be corrected. */
    readonly isNamed: boolean;
  };
  /** To those who keep the roster: a change of status was set aside. */
  standingRestored: { readonly asked: Private<StatusAsked> };
  supervised: { readonly number: number; readonly seen: boolean };
  /** To the ruler. */
  supervisedTo: { readonly card: Private<MatterCard> };
  /** To the objector; `score` only where it is their own. */
  upheldTo: {
    readonly number: number;
    readonly about: ObjectionTarget;
    readonly by: PersonRef;
    readonly explanation: Private<string>;
    readonly upheld: Private<Upheld>;
    readonly score: Private<{ readonly year: number; readonly total: number } | null>;
  };
  /** To a member: the certified veto no longer applies. */
  vetoSetAside: {
    readonly veto: number;
    readonly subject: PersonRef;
    readonly year: number;
    readonly total: number;
  };
}

/** Why something about objections was not done. `notice`: a notice has the number that was typed, too. */
export interface ObjectionRefusals {
  alreadyAnswered: { readonly number: number };
  answeredBefore: { readonly number: number; readonly about: ObjectionTarget };
  correctsNot: {
    readonly number: number;
    readonly matter: number;
    readonly why: 'unknown' | 'notShown' | 'reversed' | 'archived' | 'barred';
    readonly notice: number;
  };
  /** 更正 is written only behind 成立, and only for a notice. */
  correctsWithoutCause: { readonly number: number; readonly upheld: boolean };
  deductionRejected: { readonly number: number; readonly notice: number | null };
  noNotice: { readonly number: number };
  noTarget: { readonly number: number; readonly notice: number | null };
  /** `objections`: those to this matter that the speaker may answer. */
  notAnObjection: { readonly number: number; readonly objections: readonly number[] };
  notObjectionable: { readonly number: number; readonly kind: MatterKind; readonly notice: number | null };
  notOpen: { readonly number: number };
  notRuled: { readonly number: number; readonly mayState: boolean; readonly notice: number | null };
  nothingRuled: { readonly number: number; readonly state: MatterState; readonly notice: number | null };
  /** Where 成立 takes back what it is about, it always changes something. */
  nothingToChange: { readonly number: number; readonly upheld: boolean };
  noticeOver: { readonly number: number; readonly until: string };
  /** Several lines of registers in one answer: what is true is said of one. */
  oneLineAtATime: { readonly number: number; readonly lines: readonly number[] };
  /** Reversed by the ruling on `by`; `open`: an objection to that one is possible. */
  reversedAlready: {
    readonly number: number;
    readonly by: number | null;
    readonly open: boolean;
    readonly notice: number | null;
  };
  stillWaits: { readonly number: number; readonly about: ObjectionTarget };
  supervisesOwn: { readonly number: number };
  /** What is true is asked of lines of a register only, and only behind 成立. */
  truthForNothing: { readonly number: number };
  /** 成立 was said before: what is left is to say what was put right. */
  upheldAlready: { readonly number: number };
  yearArchived: { readonly about: ObjectionTarget; readonly year: number };
}
