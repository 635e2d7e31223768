import type { PersonRef } from '../../../domain/branch/people.js';
import type { Private } from '../../../domain/private.js';
import type { Departure, OfficeName } from '../../../domain/roster/rows.js';
import type { TierId } from '../../../domain/rulebook/schema.js';
import type { Stage } from '../../../domain/year/state.js';
import type { MatterCard } from '../../matters/card.js';

/** What leavers take along (SPEC §2, moved). */
export interface Statement {
  readonly person: PersonRef;
  readonly how: Departure;
  readonly year: number;
  /** Null: not scored. */
  readonly total: number | null;
  /** Last year's result, where it is not long closed; `tier` null: not decided, or not rated. */
  readonly before: {
    readonly year: number;
    readonly total: number;
    readonly tier: TierId | null;
    readonly stage: Stage;
  } | null;
  /** Closed activities of the year they were due at, and how many they attended. */
  readonly due: number;
  readonly present: number;
  /** Organisational life expected of them for their part of the year, and attended; null: nothing to say. */
  readonly quota: { readonly expected: number; readonly attended: number } | null;
  /** Matters about them that still need a ruling, as far as the reader may know. */
  readonly open: readonly MatterCard[];
  readonly offices: readonly OfficeName[];
}

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
