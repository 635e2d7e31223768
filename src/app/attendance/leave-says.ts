import type { ActivityRef } from '../../domain/attendance/references.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { LeftByArchive } from '../matters/results.js';
import type { Seat } from '../matters/seat.js';

export type LeaveRefused = 'notDue' | 'tooLate' | 'wasPresent' | 'ruled';

export interface LeaveSays {
  /** To the person who called the roll before the activity began. */
  leaveAfterRollCall: { readonly activity: ActivityRef; readonly person: Private<PersonRef> };
  /** No kind and no reason in it: it is said in the group. */
  leaveAsked: {
    readonly number: number;
    readonly subject: PersonRef;
    readonly activity: ActivityRef;
    readonly awaits: Seat;
    /** No kind was written, so it counts as the rulebook's default. */
    readonly byDefault: string | null;
    /** The activity had begun. */
    readonly afterwards: boolean;
    readonly entered: PersonRef | null;
  };
  leaveGivenUp: { readonly number: number; readonly subject: PersonRef; readonly activity: ActivityRef };
  /** To who approved it, or was asked to. */
  leaveGivenUpTo: {
    readonly number: number;
    readonly subject: PersonRef;
    readonly activity: ActivityRef;
    readonly approved: boolean;
  };
  /** To the member, in private: when it was granted there, or when it undid a deduction. */
  leaveGrantedTo: {
    readonly number: number;
    readonly activity: ActivityRef;
    readonly came: boolean;
    readonly dropped: Private<readonly number[]>;
    readonly reversed: Private<{ readonly points: number; readonly total: number } | null>;
    readonly archived: Private<LeftByArchive | null>;
  };
  /** The kind was seen from the reason, or is the one of lines without a kind. */
  leaveKindSaid: {
    readonly number: number;
    readonly activity: ActivityRef;
    readonly kind: Private<string>;
    readonly bySaying: boolean;
    readonly entered: PersonRef | null;
  };
  leaveOver: { readonly number: number; readonly why: 'decided' | 'closed' };
  leaveRefused: { readonly activity: ActivityRef; readonly why: LeaveRefused };
  /** To members whose leave stays valid at the new time. */
  leaveStays: { readonly number: number; readonly activity: ActivityRef };
  leaveTwice: {
    readonly number: number;
    readonly activity: ActivityRef;
    readonly approved: boolean;
    readonly closed: boolean;
    readonly entered: PersonRef | null;
  };
}
