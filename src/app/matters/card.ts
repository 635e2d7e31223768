import type { Sums } from '../../domain/points/score.js';
import type { SpentTwin } from '../../domain/points/twins.js';
import type { Unanswered } from '../../domain/points/hearing.js';
import type { ActivityRef } from '../../domain/attendance/references.js';
import type { Recorded, Truth } from '../../domain/attendance/rows.js';
import type { Line } from '../../domain/attendance/item-sixteen.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { ProxyEntry, Standing } from '../../domain/roster/rows.js';
import type { ObjectionTarget } from '../../domain/rulings/rows.js';
import type { Vote } from '../../domain/rulings/votes.js';
import type { FormerLine } from '../../domain/year/former-line.js';
import type { VetoStep } from '../../domain/veto/matter.js';
import type { Setting, SettingValue } from '../../domain/rulebook/settings.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { ShownLine, TargetCard } from './objected.js';
import type { DraftedRun, VetoNotes } from './veto-notes.js';

/** What a matter waits for before it can be ruled. */
export type Step = 'hold' | 'prove' | 'complete' | 'witness' | 'consent' | 'close' | 'correct';

/** A part of the matter that the recorder entered for another person (`/代`). */
export interface ProxyNote {
  readonly person: PersonRef;
  readonly by: PersonRef;
  readonly how: ProxyEntry['how'];
}

/** A line of the table of a former year, in the order of the table. */
type FormerYearRow = Sums &
  Pick<FormerLine, 'line' | 'tier' | 'byScore' | 'remark'> & { readonly person: PersonRef };

/** Everything a ruler sees of a matter before ruling. */
interface CardBase {
  readonly number: number;
  readonly subject: PersonRef;
  /** Null for an objection: the objector is shielded. */
  readonly proposer: PersonRef | null;
  readonly openedAt: string;
  readonly statements: readonly string[];
  /** What a ruler asked to be completed, while nothing has come in since. */
  readonly returned: string | null;
  /** What the recorder entered for people without an account. */
  readonly proxies: readonly ProxyNote[];
  /** Who took back what they had certified. */
  readonly tookBack: readonly PersonRef[];
  /** What the supervisor wants the ruler to see. */
  readonly supervision: readonly string[];
}

/** What a card shows of its kind alone. */
export type CardOfKind =
  | (ItemFacts & {
      readonly kind: 'bonus' | 'deduction';
      readonly deedOn: string;
      readonly reason: string;
      /** Another day that the reason names; null: none. */
      readonly otherDay: string | null;
      readonly witnesses: readonly PersonRef[];
      readonly materials: readonly string[];
      readonly occasion: Occasion | null;
      readonly wantsMeeting: boolean;
      readonly missing: number;
      /** The subject of a deduction has not answered it; null: nothing is waited for. */
      readonly unanswered: Unanswered | null;
      /** Earlier matters that may be the same deed. */
      readonly alike: readonly number[];
      /** Earlier ones for the same thing that were refused or taken back. */
      readonly spent: readonly SpentTwin[];
      /** Of a register's line: what waits about the same activity, and would make it fall. */
      readonly besides: readonly number[];
    })
  | {
      readonly kind: 'leave';
      readonly activity: string;
      readonly at: string;
      readonly leaveKind: string;
      readonly reason: string | null;
      /** It was asked for once the activity had begun. */
      readonly afterwards: boolean;
      /** The roll says that they came, which outranks the leave. */
      readonly came: boolean;
    }
  | {
      readonly kind: 'attendance';
      readonly activity: ActivityRef;
      /** What the register said; null: nothing. */
      readonly from: Recorded | null;
      readonly truth: Truth;
      readonly reason: string;
    }
  | {
      readonly kind: 'binding';
      readonly nickname: string | null;
      /** Where people have no nickname there, the account itself is what an officer can check. */
      readonly account: string;
      /** Open requests of other accounts to be the same person. */
      readonly rivals: readonly number[];
      /** The person speaks from another account already. */
      readonly hasAccount: boolean;
      /** … and agreed from it. */
      readonly consented: boolean;
    }
  | {
      readonly kind: 'correction';
      readonly corrects: number;
      /** Null: it names others, and is not for this reader. */
      readonly reason: string | null;
      /** Drafted by the register itself, as the leaves of the year changed. */
      readonly occasion: Occasion | null;
      readonly points: number;
      /** Number of its ground, where what it corrects is a certified veto. */
      readonly veto: number | null;
      /** 补正: of an archived year. */
      readonly supplement: boolean;
    }
  | {
      readonly kind: 'exemption';
      readonly exempt: boolean;
      readonly reason: string | null;
      readonly consented: boolean;
      /** The signed paper, where the recorder entered the consent. */
      readonly materials: readonly string[];
      readonly loses: readonly PointsCard[];
    }
  | {
      readonly kind: 'status';
      readonly from: Standing;
      readonly to: Standing;
      readonly meetingOn: string;
      readonly paper: string | null;
      /** Something else changed it since. */
      readonly isOvertaken: boolean;
      /** Open bonuses and deductions that would count no more. */
      readonly loses: readonly PointsCard[];
    }
  | {
      readonly kind: 'veto';
      readonly ground: number;
      readonly deedOn: string;
      readonly reason: string;
      readonly hearing: string | null;
      /** Only the proposer says what the subject answered. */
      readonly unasked: boolean;
      readonly vote: Vote | null;
      /** Set aside by a return on procedure. */
      readonly annulled: readonly Vote[];
      readonly drafted: DraftedRun | null;
      readonly notes: VetoNotes;
      readonly next: VetoStep;
    }
  | {
      readonly kind: 'objection';
      readonly about: ObjectionTarget;
      readonly target: TargetCard | null;
      readonly reason: string;
      readonly materials: readonly string[];
      /** Of a notice: its lines that may be meant. */
      readonly lines: readonly ShownLine[];
      /** Why it was answered 成立 before what it is about is put right. */
      readonly upheld: string | null;
    }
  | {
      readonly kind: 'rulebook';
      readonly version: string;
      readonly title: string;
      /** Null: only the words of the items change. */
      readonly meetingOn: string | null;
      /** Nothing has been kept this year, so that it may hold from this year on. */
      readonly fromThisYear: boolean;
      /** In force, and what is asked for; null: a file that this version of the bot does not read any more. */
      readonly compared: { readonly before: Rulebook; readonly after: Rulebook } | null;
    }
  | {
      readonly kind: 'reading';
      readonly setting: Setting;
      readonly from: SettingValue;
      readonly to: SettingValue;
    }
  | {
      readonly kind: 'formerYear';
      readonly year: number;
      readonly rows: readonly FormerYearRow[];
      /** File and sheet. */
      readonly materials: readonly string[];
      /** Nothing of that year has been kept here. */
      readonly free: boolean;
    };

export type MatterCard = CardBase & CardOfKind;

/** An item and grade in the rulebook's words, with the signed points of this case. */
export interface ItemFacts {
  readonly item: number;
  readonly grade: string | null;
  readonly times: number;
  readonly points: number;
}

/** What may be said of a bonus in the group. */
export interface PointsCard extends ItemFacts {
  readonly number: number;
  readonly subject: PersonRef;
  readonly deedOn: string;
}

/** Why a register drafted a matter: an activity at which the member was absent or on leave too often, or a month of dues. */
export type Occasion =
  | {
      readonly line: Line;
      readonly kind: string;
      readonly at: string;
      /** They had signed in themselves, and were called absent. */
      readonly signedIn: boolean;
    }
  | {
      readonly line: 'dues';
      /** `YYYY-MM` */
      readonly month: string;
      /** Day on which a payment was entered after all. */
      readonly paidOn: string | null;
    };
