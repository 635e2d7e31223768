import type { ActivityRef } from '../../../domain/attendance/references.js';
import type { Truth } from '../../../domain/attendance/rows.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import type { Private } from '../../../domain/private.js';

/** What putting a register right brought about. */
export interface PutRight {
  readonly number: Private<number>;
  readonly activity: ActivityRef;
  readonly person: PersonRef;
  readonly toSubject: boolean;
  readonly truth: Private<Truth>;
  /** Drafts that fell, and new ones. */
  readonly dropped: Private<readonly number[]>;
  readonly drafted: Private<readonly number[]>;
  readonly reversed: Private<{
    readonly points: number;
    readonly year: number;
    readonly total: number;
  } | null>;
}
