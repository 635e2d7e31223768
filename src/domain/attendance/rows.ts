type ActivityState = 'announced' | 'closed' | 'cancelled';

/** Whom an activity is for (对象). */
export type Audience =
  | { readonly kind: 'all' }
  | { readonly kind: 'inService' }
  | { readonly kind: 'committee' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'persons'; readonly persons: readonly number[] };

export interface Activity {
  readonly id: number;
  readonly kind: string;
  readonly at: string;
  readonly place: string;
  /** 应参加: only absence from these costs points (item 16). */
  readonly required: boolean;
  /** Who joins the branch before it begins is due where it is for a class of members. */
  readonly audience: Audience;
  readonly topic: string | null;
  readonly state: ActivityState;
  readonly calledBy: number;
  /** When its present time was announced. */
  readonly calledAt: string;
  readonly closedBy: number | null;
  readonly closedAt: string | null;
  readonly host: number | null;
  /** Encrypted at rest. */
  readonly minutes: string | null;
  readonly decisions: string | null;
  readonly cancelReason: string | null;
  /** Numbers of the stored files that are kept with it: photos, now and then a paper. */
  readonly pictures: readonly number[];
  /** The latest archive for the cloud platform that it is in; ordered counts, until it turns out that it cannot be made. */
  readonly exported: Exported | null;
  /** 学时 for everybody present, where the branch counts them. */
  readonly hours?: number;
}

/** What an archive said of the register, so that what changed since is found. */
export interface Exported {
  readonly at: string;
  readonly by: number;
  /** Its minutes or pictures were changed afterwards. */
  readonly outdated: boolean;
  /** The branch does not upload it: no archive is wanted, until somebody exports it all the same. */
  readonly notUploaded?: true;
  readonly present: number;
  readonly onLeave: number;
  readonly absent: number;
}

export type Presence = 'unrecorded' | 'present' | 'absent';

export interface Attendance {
  readonly activity: number;
  readonly person: number;
  readonly due: boolean;
  readonly presence: Presence;
  /**
   * `calledAfterCheckIn`: a roll call, after they had signed in themselves: whoever rules on it is to see that. `ruling`:
   * a ruling found it to be otherwise after the closing; what stood before is in `AttendanceChange`.
   */
  readonly source: 'checkIn' | 'rollCall' | 'calledAfterCheckIn' | 'ruling' | null;
  readonly recordedBy: number | null;
  readonly recordedAt: string | null;
}

/** What is true of a member at an activity, whatever the register says. */
export type Truth =
  | { readonly as: 'present' | 'absent' }
  /** Leave kind of the rulebook. */
  | { readonly as: 'leave'; readonly leaveKind: string };

/** What the register says meanwhile: a leave may wait for its ruling. */
export type Recorded = Truth | { readonly as: 'leavePending' };

/**
 * What a ruling found to be true after the closing. Append-only: the register before it is kept here, and the latest one
 * is what everything reads.
 */
export interface AttendanceChange {
  readonly activity: number;
  readonly person: number;
  readonly no: number;
  /** The matter whose ruling found it. */
  readonly matter: number;
  readonly by: number;
  readonly at: string;
  /** Encrypted at rest, as illness is private. */
  readonly truth: Truth;
  readonly before: Pick<Attendance, 'presence' | 'source' | 'recordedBy' | 'recordedAt'>;
}
