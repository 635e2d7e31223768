import type { Sums } from '../points/score.js';
import type { TierId } from '../rulebook/schema.js';

/** A member's line in the table of a former year, with what follows from its sums. */
export interface FormerLine extends Sums {
  /** Row of the table in the file. */
  readonly line: number;
  readonly person: number;
  /** What the score proposes; null: not rated (预备). */
  readonly proposed: TierId | null;
  readonly tier: TierId | null;
  /** The table named no tier. */
  readonly byScore: boolean;
  readonly remark: string | null;
}
