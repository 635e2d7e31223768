import type { Looking } from '../matters/kind.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { keepPrivate, type Private } from '../../domain/private.js';
import type { MatterCard } from '../matters/card.js';
import { mayAct } from '../perform.js';
import { say, type AnySay } from '../says.js';
import { rulerTold } from '../matters/announce.js';
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
  const { person, alone } = reader;
  const about = alone && mayAct(facts, person, rulers) ? keepPrivate(matterCard(looking, matter)) : null;
  return settled(facts, matter, person, about);
}

/** How a matter that is no longer open ended. */
export function settled(
  facts: Facts,
  matter: Matter,
  reader: Person | null,
  about: Private<MatterCard> | null,
): Extract<AnySay, { readonly code: 'rulings.settled' }> {
  const { number, state, kind } = matter;
  return say('rulings.settled', {
    number,
    what: kind,
    state,
    ruler: rulerTold(facts, matter, reader),
    about,
  });
}
