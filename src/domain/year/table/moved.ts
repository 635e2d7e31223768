import type { Facts } from '../../branch/facts.js';
import type { Rulebook, TierId } from '../../rulebook/schema.js';
import { proposedLines } from './lines.js';
import type { ProposedLine } from '../rows.js';
import { isDecided, tierOf, type YearState } from '../state.js';
import { tierBarred } from './tiers.js';

/** A member whose score changed after the meeting decided, so that their tier no longer holds. */
export interface Moved extends Rescored {
  readonly tier: TierId;
}

/** A member whose score changed after the meeting decided. */
export interface Rescored {
  readonly line: ProposedLine;
  /** The total on which the meeting decided. */
  readonly before: number;
}

/**
 * Whose tier the meeting has to revisit: their own score has changed since, and the proposal now differs from their
 * tier, or the tier is no longer allowed (SPEC §2: a tier changed by a correction). Members who moved only because of
 * others keep what was decided.
 */
export function movedSince(facts: Facts, rulebook: Rulebook, state: YearState): readonly Moved[] {
  return changedSince(facts, rulebook, state).flatMap(({ mustDecide, ...moved }) =>
    mustDecide ? [moved] : [],
  );
}

/** All whose score has changed since, tier or not: 上级 judges a table that shows them as they are. */
export function movedOrRescored(facts: Facts, rulebook: Rulebook, state: YearState): readonly Rescored[] {
  return changedSince(facts, rulebook, state);
}

/** The others whose score has changed since: it goes into the archive as it is now, and with it who may get awards. */
export function rescoredSince(facts: Facts, rulebook: Rulebook, state: YearState): readonly Rescored[] {
  return changedSince(facts, rulebook, state).flatMap(({ line, before, mustDecide }) =>
    mustDecide ? [] : [{ line, before }],
  );
}

interface Changed extends Moved {
  readonly mustDecide: boolean;
}

function changedSince(facts: Facts, rulebook: Rulebook, state: YearState): readonly Changed[] {
  if (!isDecided(state)) return [];
  return proposedLines(facts, rulebook, state.year).flatMap((line) => {
    const before = state.baseline.get(line.person);
    const tier = tierOf(state, line.person);
    if (before === undefined || tier === null) return [];
    if (before.total === line.total && before.vetoed === line.vetoed) return [];
    const other = line.proposed !== before.proposed && line.proposed !== tier;
    const mustDecide = other || tierBarred(rulebook, line, tier) !== undefined;
    return [{ line, tier, before: before.total, mustDecide }];
  });
}
