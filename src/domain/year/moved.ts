import type { Facts } from '../branch/facts.js';
import type { Rulebook, TierId } from '../rulebook/schema.js';
import { proposedLines } from './lines.js';
import type { ProposedLine } from './rows.js';
import { isDecided, tierOf, type YearState } from './state.js';
import { tierBarred } from './tiers.js';

/** Somebody whose score changed after the meeting decided, so that his tier does not stand any more. */
export interface Moved {
  readonly line: ProposedLine;
  readonly tier: TierId;
}

/**
 * Whose tier the meeting has to look at again: his own score has changed since, and with it the proposal is another than
 * his tier, or his tier is not allowed any more (SPEC §2: a tier changed by a correction). Who only moved in the order
 * because of others keeps what was decided.
 */
export function movedSince(facts: Facts, rulebook: Rulebook, state: YearState): readonly Moved[] {
  if (!isDecided(state)) return [];
  return proposedLines(facts, rulebook, state.year).flatMap((line) => {
    const before = state.baseline.get(line.person);
    const tier = tierOf(state, line.person);
    if (before === undefined || tier === null) return [];
    if (before.total === line.total && before.vetoed === line.vetoed) return [];
    const other = line.proposed !== before.proposed && line.proposed !== tier;
    return other || tierBarred(rulebook, line, tier) !== undefined ? [{ line, tier }] : [];
  });
}
