import type { Facts } from '../../../domain/branch/facts.js';
import { secretariat } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import { yearInHand } from '../../../domain/year/in-hand.js';
import { movedSince, type Moved } from '../../../domain/year/table/moved.js';
import { isDecided, yearState } from '../../../domain/year/state.js';
import { toPerson, type Reply } from '../../reply.js';
import type { ActorContext } from '../../use-case.js';
import { movedRow } from '../table.js';

/**
 * A ruling that changes a year which the meeting has decided: the secretary hears whose tier has to come before it
 * again (SPEC §2, 7 days of public notice).
 *
 * @param context as before the ruling
 * @param after with everything that it brought about
 */
export function tellOfMoved(context: ActorContext, after: Facts): readonly Reply[] {
  const year = yearInHand(after, context.today);
  if (year === null) return [];
  const state = yearState(after, year);
  if (!isDecided(state)) return [];
  const rulebook = context.rulebookOf(year);
  const known = movedSince(context.facts, rulebook, state);
  const fresh = movedSince(after, rulebook, state).filter(
    (moved) => !known.some((one) => isSame(one, moved)),
  );
  return fresh.flatMap((moved) => {
    const row = keepPrivate(movedRow(after, moved));
    const noticed = state.stage === 'noticed';
    return secretariat(after).map(({ id }) => toPerson(id, 'year.moved', { year, row, noticed }));
  });
}

function isSame(one: Moved, other: Moved): boolean {
  return one.line.person === other.line.person && one.line.total === other.line.total;
}
