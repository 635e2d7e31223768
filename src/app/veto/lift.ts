import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import { scoreOf } from '../../domain/year/score.js';
import { closeHanging } from '../matters/close-hanging.js';
import type { Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';

export interface Lifted {
  readonly changes: readonly Change[];
  /** To those whose objections fell with it. */
  readonly replies: readonly Reply[];
  readonly year: number;
  /** The score of that year, which counts again. */
  readonly total: number;
}

/**
 * Ends a certified veto, by whatever ruling. It posted no entries, so nothing is reversed: it is closed and its ruling
 * stays on record; what hangs on it is closed with it (SPEC §1).
 */
export function liftVeto({ facts, rulebook, kinds }: ActorContext, veto: VetoMatter): Lifted {
  const changes = [put('matter', { ...veto, state: 'closed' })];
  const after: Facts = facts.with(changes);
  const year = yearOf(veto.deedOn);
  const hanging = closeHanging({ kinds }, after, veto.number);
  return {
    changes: [...changes, ...hanging.changes],
    replies: hanging.replies,
    year,
    total: scoreOf(after, rulebook, veto.subject, year).total,
  };
}
