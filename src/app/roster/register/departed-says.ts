import type { PersonRef } from '../../../domain/branch/people.js';
import type { Private } from '../../../domain/private.js';
import type { Departure } from '../../../domain/roster/rows.js';

/** What accompanies the score or paper of a member who has left. */
export interface DepartedSays {
  departed: { readonly person: PersonRef; readonly on: string; readonly how: Private<Departure | null> };
  /** They had left before that time; `last`: their last year here. */
  goneThen: {
    readonly person: PersonRef;
    readonly year: number;
    readonly quarter: number | null;
    readonly last: number;
  };
  /** Members of the same name who have left: how to name them. */
  namesakesLeft: { readonly persons: Private<readonly PersonRef[]> };
}
