import type { Facts } from '../../../domain/branch/facts.js';
import { secretariat, superiors } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import { yearInHand } from '../../../domain/year/in-hand.js';
import { movedOrRescored, movedSince, type Rescored } from '../../../domain/year/table/moved.js';
import { isDecided, yearState, type YearState } from '../../../domain/year/state.js';
import { toPerson, type Reply } from '../../reply.js';
import type { ActorContext } from '../../use-case.js';
import { movedRow, rescoredRow } from '../table.js';

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
  const secretaries = fresh.flatMap((moved) => {
    const row = keepPrivate(movedRow(after, moved));
    const noticed = state.stage === 'noticed';
    return secretariat(after).map(({ id }) => toPerson(id, 'year.moved', { year, row, noticed }));
  });
  return [...secretaries, ...tellSuperiors(context, after, state)];
}

/** What is under review, or was passed, is no longer what was reported: whoever passes it hears of it at once. */
function tellSuperiors(context: ActorContext, after: Facts, state: YearState): readonly Reply[] {
  const { year } = state;
  const rulebook = context.rulebookOf(year);
  const known = movedOrRescored(context.facts, rulebook, state);
  const rows = movedOrRescored(after, rulebook, state)
    .filter((moved) => !known.some((one) => isSame(one, moved)))
    .map((moved) => rescoredRow(after, moved));
  if (rows.length === 0) return [];
  const told = {
    branch: after.branch.name,
    year,
    rows: keepPrivate(rows),
    passed: state.stage !== 'decided',
  };
  return superiors(after)
    .filter(({ id }) => id !== context.actor.id)
    .map(({ id }) => toPerson(id, 'year.movedUnderReview', told));
}

function isSame(one: Rescored, other: Rescored): boolean {
  return one.line.person === other.line.person && one.line.total === other.line.total;
}
