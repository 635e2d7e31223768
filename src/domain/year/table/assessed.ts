import type { Facts } from '../../branch/facts.js';
import type { Rulebook } from '../../rulebook/schema.js';
import { listedIn } from './lines.js';
import { isDecided, yearState } from '../state.js';

/**
 * Whose result a year has, in the order of the roster: as archived; once the meeting has decided, on whom it decided;
 * before, everybody scored.
 *
 * @param rulebook of that year
 */
export function assessedIn(facts: Facts, rulebook: Rulebook, year: number): readonly number[] {
  const records = facts.of('yearRecord', year);
  const state = yearState(facts, year);
  const persons =
    records.length > 0
      ? records.map(({ person }) => person)
      : isDecided(state)
        ? state.lines.map(({ person }) => person)
        : listedIn(facts, rulebook, year).map(({ id }) => id);
  return [...persons].sort((one, other) => one - other);
}
