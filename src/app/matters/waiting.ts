import { keepPrivate } from '../../domain/private.js';
import { isReady } from '../../domain/matters/kinds.js';
import { toPerson, type Reply } from '../reply.js';
import { firstInLine, hearing } from './announce.js';
import { matterCard } from './cards.js';
import { withEvidence } from './evidence.js';
import { kindOf, type Looking } from './kind.js';

/** More cards than this are one sentence that points to `/待办`. */
const mostCards = 3;

/**
 * What waited until a person had an account: matters for them to rule on, deductions they may answer, consents they
 * owe, and what they have to know. The facts already hold the account.
 */
export function waitingFor(looking: Looking, person: number): readonly Reply[] {
  const { facts, rulebook } = looking;
  const open = facts.open();
  const ready = open.filter((matter) => isReady(facts, rulebook, matter));
  const own = open.filter(({ subject }) => subject === person);
  const hearings = own
    .filter((matter) => ready.includes(matter))
    .flatMap((matter) => hearing(looking, matter));
  const asked = own.flatMap((matter) => kindOf(looking, matter).asked?.(looking, matter) ?? []);
  return [...hearings, ...asked, ...rulingsFor(looking, person)];
}

/** What waits for the ruling of a person who may rule from now on: their account or their office is new. */
export function rulingsFor(looking: Looking, person: number): readonly Reply[] {
  const { facts, rulebook } = looking;
  const toRule = facts
    .open()
    .filter((matter) => isReady(facts, rulebook, matter))
    .filter((matter) => firstInLine(facts, matter).some(({ id }) => id === person));
  if (toRule.length > mostCards) return [toPerson(person, 'rulings.manyWaiting', { count: toRule.length })];
  return toRule.map((matter) =>
    withEvidence(
      facts,
      matter,
      toPerson(person, 'rulings.pending', { card: keepPrivate(matterCard(looking, matter)) }),
    ),
  );
}
