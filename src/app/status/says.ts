import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';

/** A letter that people decide about. */
export interface TroubledRow {
  readonly id: number;
  readonly state: 'uncertain' | 'failed';
  readonly createdAt: string;
  /** `private`: somebody whom the roster does not name. */
  readonly to: PersonRef | 'group' | 'private';
}

export interface StatusSays {
  troubled: { readonly rows: Private<readonly TroubledRow[]> };
  resent: { readonly rows: Private<readonly TroubledRow[]>; readonly unknown: readonly number[] };
}
