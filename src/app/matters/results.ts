import type { Instead } from './seat.js';
import type { ActivityRef } from '../../domain/attendance/references.js';
import type { Truth } from '../../domain/attendance/rows.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { MatterKind, MatterState, ObjectionTarget } from '../../domain/rulings/rows.js';
import type { OfficeName, Standing } from '../../domain/roster/rows.js';
import type { Barred } from '../../domain/matters/kind.js';
import type { Setting, SettingValue } from '../../domain/rulebook/settings.js';
import type { VetoCounts, VetoStep } from '../../domain/veto/matter.js';

import type { PointsCard } from './card.js';
import type { InRegister } from './objected.js';

/** One matter of a list, safe for the group: no reasons in it. */
export type RulingResult =
  | {
      readonly kind: 'confirmed';
      readonly number: number;
      readonly card: PointsCard;
      /** Null: not said. */
      readonly total: number | null;
      /** No deduction and no veto can be read from the total. */
      readonly isForGroup: boolean;
      readonly wantsMeeting: boolean;
      /** Weaker matters of the same deed that count no longer. */
      readonly replaces: readonly number[];
      /** Of points taken from somebody without an account, whom only people can tell. */
      readonly tellInPerson: boolean;
    }
  /** Confirmed, but the group may hear nothing of it. */
  | { readonly kind: 'confirmedQuietly'; readonly number: number }
  | {
      readonly kind: 'leaveGranted';
      readonly number: number;
      readonly subject: PersonRef;
      readonly activity: string;
      readonly at: string;
      /** The roll says that they came, which outranks the leave. */
      readonly came: boolean;
      readonly archived: LeftByArchive | null;
    }
  /** A closed register was put right. */
  | {
      readonly kind: 'attendancePutRight';
      readonly number: number;
      readonly subject: PersonRef;
      readonly activity: ActivityRef;
      readonly truth: Truth;
      /** Of the entry that was reversed. */
      readonly points: number | null;
      readonly drafted: readonly number[];
    }
  | {
      readonly kind: 'bound';
      readonly number: number;
      readonly subject: PersonRef;
      /** Requests of other accounts to be the same person, which fell with it. */
      readonly fell: readonly number[];
    }
  /** A leave or a correction of the register for the same activity is ruled first. */
  | { readonly kind: 'besidesFirst'; readonly number: number; readonly besides: readonly number[] }
  /** Never confirmed in one line with others. */
  | { readonly kind: 'alone'; readonly number: number }
  | {
      readonly kind: 'exempted';
      readonly number: number;
      readonly subject: PersonRef;
      readonly exempt: boolean;
    }
  | {
      readonly kind: 'statusChanged';
      readonly number: number;
      readonly subject: PersonRef;
      readonly from: Standing;
      readonly to: Standing;
    }
  /** … or not: it is another one by now than the ruler was shown. */
  | { readonly kind: 'statusOvertaken'; readonly number: number; readonly subject: PersonRef }
  | {
      readonly kind: 'certified';
      readonly number: number;
      readonly subject: PersonRef;
      readonly year: number;
      /** Whether the veto decides a tier of that year, only its score, or nothing. */
      readonly counts: VetoCounts;
      /** Whether the superior committee was informed; `self`: it certified the veto itself. */
      readonly reported: 'informed' | 'nobody' | 'self';
    }
  /** A certified veto was corrected: it overrides nothing any more. */
  | {
      readonly kind: 'vetoSetAside';
      readonly number: number;
      readonly corrects: number;
      readonly subject: PersonRef;
      readonly year: number;
      readonly total: number;
    }
  /** A veto whose hearing or vote is still to come. */
  | { readonly kind: 'vetoWaits'; readonly number: number; readonly next: VetoStep }
  /** An objection was upheld: what was reversed, and the draft of what had been missing. */
  | {
      readonly kind: 'upheld';
      readonly number: number;
      readonly about: ObjectionTarget;
      readonly upheld: Upheld;
    }
  | { readonly kind: 'answeredQuietly'; readonly number: number }
  | {
      readonly kind: 'adopted';
      readonly number: number;
      readonly version: string;
      readonly fromYear: number;
    }
  /** Papers say the items in the words of the annex. */
  | { readonly kind: 'worded'; readonly number: number }
  /** … or not, because another rulebook is in force since. */
  | { readonly kind: 'wordingOvertaken'; readonly number: number }
  /** The rulebook is read otherwise from now on. */
  | {
      readonly kind: 'settled';
      readonly number: number;
      readonly setting: Setting;
      readonly to: SettingValue;
    }
  /** The result of a former year was taken over from its table. */
  | {
      readonly kind: 'yearTakenOver';
      readonly number: number;
      readonly year: number;
      readonly count: number;
    }
  /** … or not, because something of that year has been kept here since. */
  | { readonly kind: 'yearNotFree'; readonly number: number; readonly year: number }
  /** Correction of a bonus, reported like a bonus. One of a deduction is `confirmedQuietly` in the group. */
  | {
      readonly kind: 'corrected';
      readonly number: number;
      readonly corrects: number;
      readonly subject: PersonRef;
      readonly points: number;
      readonly year: number;
      readonly total: number;
      /** Weaker grades of the deed that the corrected one had replaced: they count again. */
      readonly restored: readonly Restored[];
      /** As of `confirmed`. */
      readonly tellInPerson: boolean;
      /** 补正: of an archived year. */
      readonly supplement: boolean;
    }
  /** What the correction was to reverse had been reversed in the meantime. */
  | { readonly kind: 'nothingLeft'; readonly number: number; readonly corrects: number }
  /** In a year before the deed: most likely a slip. */
  | { readonly kind: 'meetingTooEarly'; readonly number: number; readonly meetingOn: string }
  /** The day of the meeting was added after the ruling. */
  | { readonly kind: 'meetingNoted'; readonly number: number; readonly meetingOn: string }
  | {
      readonly kind: 'barred';
      readonly number: number;
      readonly why: Barred;
      readonly instead: Instead;
      /** Whether the others have it before them already. */
      readonly told: boolean;
    }
  /** Barred, without saying why: that would tell whom the matter is about. `instead`: null where it would tell too much. */
  | { readonly kind: 'barredQuietly'; readonly number: number; readonly instead: Instead | null }
  | { readonly kind: 'unknown'; readonly number: number }
  /** It was open when the line was typed, and fell away with what the same line decided. */
  | { readonly kind: 'fellBefore'; readonly number: number }
  | {
      readonly kind: 'decided';
      readonly number: number;
      readonly what: MatterKind;
      readonly state: MatterState;
      /** Refused, and nothing but a new registration brings it back. */
      readonly isToRegisterAgain: boolean;
      readonly ruler: PersonRef | null;
    }
  /** The subject of a deduction has not answered, and still may; `until` null: only in person. */
  | {
      readonly kind: 'notHeard';
      readonly number: number;
      readonly subject: PersonRef;
      readonly until: string | null;
      /** As the ruler wrote it. */
      readonly meetingOn: string | null;
      /** The ruling has to name the day of the meeting. */
      readonly wantsMeeting: boolean;
      /** Not of the branch any more: nothing is entered for them. */
      readonly gone: boolean;
      /** There is a recorder with no part in it, who may enter what the subject says. */
      readonly byProxy: boolean;
    }
  /** An objection: 维持 or 成立, with an explanation. */
  | {
      readonly kind: 'answerInstead';
      readonly number: number;
      readonly upheld: boolean;
      readonly register: InRegister | null;
    }
  | { readonly kind: 'noProof'; readonly number: number; readonly missing: number }
  /** An exemption that still lacks the member's consent. */
  | { readonly kind: 'noConsent'; readonly number: number; readonly subject: PersonRef }
  /** Something is missing, and the group is not to know what. */
  | { readonly kind: 'waitsQuietly'; readonly number: number };

/** A deduction of an archived year that remains although its ground has changed: only a 补正 takes it back. */
export interface LeftByArchive {
  readonly year: number;
  readonly matter: number;
}

/** A weaker grade of a deed, and what it is worth: it counts again, or waits again as it never was ruled. */
export interface Restored {
  readonly number: number;
  readonly points: number;
  readonly as: 'counted' | 'toRule' | 'toProve';
}

/** What became of the scores when an objection was upheld. */
export type Upheld =
  /** Entries were taken back; `restored` are weaker grades that count again. */
  | {
      readonly what: 'reversed';
      readonly corrected: readonly number[];
      readonly points: number;
      readonly restored: readonly Restored[];
    }
  /** The missing bonus is open again, for a different ruler. */
  | { readonly what: 'redone'; readonly number: number; readonly ready: boolean }
  /** The same deed has been registered again meanwhile. */
  | { readonly what: 'registered'; readonly number: number }
  | { readonly what: 'vetoSetAside'; readonly year: number }
  /** A change of status: as before it again. */
  | { readonly what: 'standingRestored'; readonly from: Standing; readonly to: Standing }
  /** Of a notice: what has to be put right follows automatically. */
  | { readonly what: 'toPutRight'; readonly asked: readonly OfficeName[] }
  /** What a notice showed wrong was put right, as the answer says; `unchanged`: nothing had to be. */
  | { readonly what: 'putRight'; readonly unchanged: boolean }
  /** Its year is archived: only a 补正 may change it; null: nothing of it can be reversed. */
  | { readonly what: 'archived'; readonly year: number; readonly supplement: number | null }
  /** Nothing counts any more, or the member is not scored. */
  | { readonly what: 'nothing' };
