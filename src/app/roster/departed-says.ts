import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { Departure } from '../../domain/roster/rows.js';

/** What is told with the score or a paper of somebody who has left. */
export interface DepartedSays {
  departed: { readonly person: PersonRef; readonly on: string; readonly how: Private<Departure | null> };
  /** He had left before that time; `last`: his last year here. */
  goneThen: {
    readonly person: PersonRef;
    readonly year: number;
    readonly quarter: number | null;
    readonly last: number;
  };
  /** Members of the same name who have left: how to name them. */
  namesakesLeft: { readonly persons: Private<readonly PersonRef[]> };
}
