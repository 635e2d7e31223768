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
}

/** What an archive said of the register, so that what changed since is found. */
export interface Exported {
  readonly at: string;
  readonly by: number;
  /** Its minutes or pictures were changed afterwards. */
  readonly outdated: boolean;
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
  readonly source: 'checkIn' | 'rollCall' | null;
  readonly recordedBy: number | null;
  readonly recordedAt: string | null;
}
