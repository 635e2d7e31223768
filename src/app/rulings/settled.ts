import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { say, type AnySay } from '../says.js';

/** What a card shows once its matter is decided: the number, what became of it, and by whom. Undefined while it waits. */
export function settledCard(facts: Facts, number: number): AnySay | undefined {
  const matter = facts.get('matter', number);
  if (matter === undefined || matter.state === 'open') return undefined;
  const ruling = facts.get('ruling', number);
  const ruler = ruling === undefined ? null : refById(facts, ruling.ruler);
  return say('rulings.settled', { number, state: matter.state, ruler });
}
