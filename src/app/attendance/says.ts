import type { ActivityRef } from '../../domain/attendance/references.js';
import type { Recorded, Truth } from '../../domain/attendance/rows.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { PointsCard } from '../matters/card.js';
import type { Seat } from '../matters/seat.js';
import type { Clash, Counts, Lists } from './cards.js';
import type { LeaveSays } from './leave-says.js';
import type { PutRight } from './truth/says.js';

export type AudienceSaid =
  | { readonly kind: 'all' | 'inService' | 'committee' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'persons'; readonly persons: readonly PersonRef[] };

export interface Announced {
  readonly activity: ActivityRef;
  readonly place: string;
  readonly audience: AudienceSaid;
  readonly due: number;
  readonly required: boolean;
  readonly topic: string | null;
}

/** What is kept with an activity, by kind. */
export interface KeptPictures {
  readonly pictures: number;
  readonly files: number;
}

/** What a roll call says, by name. */
export interface RollCallNames {
  readonly everybody: boolean;
  readonly present: readonly PersonRef[];
  readonly absent: readonly PersonRef[];
  readonly except: readonly PersonRef[];
  readonly late: readonly PersonRef[];
  readonly leftEarly: readonly PersonRef[];
}

/** What a roll call did, by name. */
export interface RollCalled {
  readonly activity: ActivityRef;
  /** The register said so already. */
  readonly isAsBefore: boolean;
  readonly lists: Lists;
  /** The activity has not begun yet. */
  readonly early: boolean;
  /** Marked absent, but on approved leave. */
  readonly keptOnLeave: readonly PersonRef[];
  /** Not touched by 全到: their leave waits for a ruling. */
  readonly leftPending: readonly PersonRef[];
  /** Had signed in and were marked absent. */
  readonly overridden: readonly PersonRef[];
  /** 全到 undid their absence. */
  readonly cameAfterAll: readonly PersonRef[];
  /** Came late, which is entered as having come. */
  readonly late: readonly PersonRef[];
  readonly leftEarly: readonly PersonRef[];
  /** Not due, but came. */
  readonly cameToo: readonly PersonRef[];
  /** Who entered the speaker's own attendance, which stays. */
  readonly settledBy: { readonly by: PersonRef; readonly present: boolean } | null;
}

export interface AttendanceSays extends LeaveSays {
  alreadyClosed: { readonly activity: ActivityRef };
  announced: Announced;
  /** The same notice a second time; null: the audience was not written. */
  announcedBefore: {
    readonly activity: ActivityRef;
    readonly before: string;
    readonly place: string;
    readonly audience: AudienceSaid | null;
    readonly voluntary: boolean;
    readonly topic: string | null;
  };
  /** To the speaker, when the announcement was typed in private. */
  announcedFor: { readonly activity: ActivityRef; readonly due: number };
  awaitingPictures: {
    readonly activity: ActivityRef;
    readonly until: string;
    readonly kept: KeptPictures;
    /** Those from before were taken away by this very line. */
    readonly cleared: boolean;
    readonly most: number;
  };
  /** People were called present: only the secretary takes that back now, by cancelling or moving it. */
  calledAlready: { readonly activity: ActivityRef; readonly present: number } & (
    | { readonly wish: 'cancel'; readonly reason: string }
    | { readonly wish: 'move'; readonly at: string; readonly where: string | null }
  );
  cancelled: { readonly activity: ActivityRef; readonly reason: string };
  checkInClosed: {
    readonly activity: ActivityRef;
    readonly from: string;
    readonly until: string;
    readonly early: boolean;
  };
  /** The branch does without. */
  checkInOff: Record<string, never>;
  clashes: { readonly clashes: readonly Clash[] };
  closed: { readonly activity: ActivityRef; readonly counts: Counts };
  closedFor: {
    /** 学时 of those present; null: the branch does not count them. */
    readonly hours: number | null;
    readonly activity: ActivityRef;
    readonly lists: Private<Lists>;
    readonly drafts: Private<readonly PointsCard[]>;
  };
  /** Nothing was closed yet: the open points need `是`. */
  closingWaits: { readonly activity: ActivityRef; readonly counts: Counts };
  closingWaitsFor: { readonly activity: ActivityRef; readonly lists: Private<Lists> };
  coming: {
    readonly activities: readonly {
      readonly activity: ActivityRef;
      readonly place: string;
      readonly required: boolean;
      readonly begun: boolean;
    }[];
  };
  done: { readonly activity: ActivityRef; readonly what: 'rescheduled' | 'placeChanged' | 'cancelled' };
  /** `said`: how many were due, as the speaker counted; nothing was entered of what they named. */
  dueMiscounted: {
    readonly activity: ActivityRef;
    readonly said: number;
    readonly due: readonly PersonRef[];
    readonly named: RollCallNames;
  };
  hoursKept: { readonly activity: ActivityRef; readonly hours: number };
  hoursOff: Record<string, never>;
  minutesTaken: {
    readonly activity: ActivityRef;
    readonly again: boolean;
    readonly host: PersonRef | null;
    readonly kept: KeptPictures;
  };
  namedTwice: { readonly person: PersonRef };
  noLeave: { readonly number: number };
  /** To an officer who cannot call the roll: nothing was entered at all. */
  nobodyCalled: { readonly activity: ActivityRef; readonly recorders: readonly PersonRef[] };
  nobodyInvited: { readonly audience: AudienceSaid };
  noneOpen: Record<string, never>;
  notAMember: { readonly person: PersonRef };
  notBegun: { readonly activity: ActivityRef };
  notDue: { readonly activity: ActivityRef };
  notDueNamed: { readonly person: PersonRef; readonly activity: ActivityRef };
  notPlanned: { readonly activity: ActivityRef };
  /** Recorders do not undo what somebody else entered about them. */
  ownSettled: { readonly by: PersonRef; readonly activity: ActivityRef };
  past: { readonly at: string };
  pictureTooLarge: { readonly name: string; readonly mostMegabytes: number };
  picturesTaken: { readonly activity: ActivityRef; readonly kept: KeptPictures };
  /** Said to the group; at the same hour. */
  placeChanged: { readonly activity: ActivityRef; readonly place: string; readonly before: string };
  /** To the member and the proposer: the register was put right. */
  putRight: PutRight;
  recorderCalls: Record<string, never>;
  /** To the recorder: what the secretary corrected in the recorder's own entry. */
  recorderCorrected: {
    readonly activity: ActivityRef;
    readonly by: PersonRef;
    readonly present: Private<boolean>;
  };
  /** To the secretary: what recorders entered about themselves. */
  recorderSelf: {
    readonly activity: ActivityRef;
    readonly recorder: PersonRef;
    readonly present: Private<boolean>;
  };
  /** `place`: where it is held now, `before`: where it was to be. */
  rescheduled: {
    readonly activity: ActivityRef;
    readonly from: string;
    readonly place: string;
    readonly before: string;
  };
  rollCallEmpty: { readonly activity: ActivityRef };
  rollCallMixed: { readonly activity: ActivityRef };
  rollCalled: { readonly activity: ActivityRef; readonly counts: Counts };
  rollCalledFor: { readonly called: Private<RollCalled> };
  sameTime: { readonly activity: ActivityRef };
  sayAudience: {
    readonly kind: string;
    readonly at: string;
    readonly place: string;
    readonly groups: readonly string[];
    readonly voluntary: boolean;
    readonly topic: string | null;
  };
  /** To the member: the text they signed has changed. */
  signInOverridden: { readonly activity: ActivityRef; readonly by: PersonRef };
  signedIn: { readonly subject: PersonRef; readonly activity: ActivityRef };
  signedInBefore: { readonly activity: ActivityRef };
  textTooLong: { readonly most: number };
  tooManyPictures: { readonly activity: ActivityRef; readonly kept: number; readonly most: number };
  /** The register says so already. */
  truthAsIs: {
    readonly activity: ActivityRef;
    readonly person: PersonRef;
    readonly truth: Private<Truth>;
    /** The deductions that still count though the register asks for them no more, and whether their year is archived. */
    readonly left: Private<{ readonly numbers: readonly number[]; readonly archived: boolean }>;
  };
  truthHearing: {
    readonly number: Private<number>;
    readonly activity: ActivityRef;
    readonly by: PersonRef;
    readonly from: Private<Recorded | null>;
    readonly truth: Private<Truth>;
  };
  truthOpened: {
    readonly number: Private<number>;
    readonly person: PersonRef;
    readonly activity: ActivityRef;
    readonly truth: Private<Truth>;
    readonly seat: Seat;
  };
  /** Before the closing the roll call and leave say it. `calls`: what the roll call would say; null: a leave. `mayCall`: the speaker may call it. */
  truthTooEarly: {
    readonly activity: ActivityRef;
    readonly person: PersonRef;
    readonly calls: 'present' | 'absent' | null;
    readonly mayCall: boolean;
  };
  truthWaits: { readonly number: number; readonly activity: ActivityRef; readonly person: PersonRef };
  whichCheckIn: { readonly activities: readonly ActivityRef[] };
}
