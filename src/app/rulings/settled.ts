import type { Looking } from '../matters/kind.js';
import { refById } from '../../domain/branch/people.js';
import type { Person } from '../../domain/roster/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { mayAct } from '../perform.js';
import { say, type AnySay } from '../says.js';
import { matterCard } from '../matters/cards.js';
import { rulers } from '../who.js';

/**
 * What a card shows once its matter is decided: number, outcome, ruler, and what it was about — the last only where
 * rulers read it on its own. Undefined while it is open.
 */
export function settledCard(
  looking: Looking,
  number: number,
  reader: { readonly person: Person | null; readonly alone: boolean },
): AnySay | undefined {
  const { facts } = looking;
  const matter = facts.get('matter', number);
  if (matter === undefined || matter.state === 'open') return undefined;
  const ruling = facts.get('ruling', number);
  const ruler = ruling === undefined ? null : refById(facts, ruling.ruler);
  const { person, alone } = reader;
  const about = alone && mayAct(facts, person, rulers) ? keepPrivate(matterCard(looking, matter)) : null;
  return say('rulings.settled', { number, state: matter.state, ruler, about });
}
