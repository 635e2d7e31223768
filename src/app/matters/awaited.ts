import { isHere, personOf } from '../../domain/branch/people.js';
import { isReady } from '../../domain/matters/kinds.js';
import { openReturn } from '../../domain/matters/remarks.js';
import { keeperOf } from '../../domain/roster/offices.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { kindOf, type Awaited, type Looking } from './kind.js';

/**
 * Who must act before an open matter can be ruled, of those who can be reached: what was returned is for who keeps it to
 * complete, the rest is said by its kind.
 */
export function awaitedOf(looking: Looking, matter: Matter): readonly Awaited[] {
  const { facts } = looking;
  return stepsOf(looking, matter).filter(
    ({ person }) => isHere(personOf(facts, person)) && accountsOf(facts, person).length > 0,
  );
}

function stepsOf(looking: Looking, matter: Matter): readonly Awaited[] {
  const { facts, rulebook } = looking;
  const returned = openReturn(facts, matter.number) !== undefined;
  // The vote of a veto that was returned is void: officers hold another.
  if (returned && matter.kind !== 'veto') return [{ person: keeperOf(facts, matter), step: 'complete' }];
  return isReady(facts, rulebook, matter) ? [] : (kindOf(looking, matter).awaited?.(looking, matter) ?? []);
}

/** Whether the rest of an answered matter is for this person to put right. */
export function mustCorrect(looking: Looking, matter: Matter, person: number): boolean {
  return awaitedOf(looking, matter).some((each) => each.step === 'correct' && each.person === person);
}
