import type { PersonRef } from '../../domain/branch/people.js';

/** Whose turn it is to rule; `nobody`: the superior committee's, and none of its members has an account here. */
export type Seat = 'secretary' | 'deputySecretary' | 'superior' | 'nobody';

/** Who rules instead, when this one may not: the holders of that seat. */
export interface Instead {
  readonly seat: Seat;
  readonly persons: readonly PersonRef[];
  /** Of `nobody`: the superior committee has people here, and each of them has a part in the matter. */
  readonly isBarredAbove: boolean;
  /** An objection is answered (答复). */
  readonly verb: 'rule' | 'answer';
  /** Whose turn it is stays unsaid: the way that an objection takes would show which officer raised it. */
  readonly isShielded: boolean;
}
