import type { Facts } from '../../domain/branch/facts.js';
import { holders, refById } from '../../domain/branch/people.js';
import type { Matter } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { isReady } from '../../domain/rulings/evidence.js';
import { rulersOf } from '../../domain/rulings/four-eyes.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { pointsCard } from '../points/cards.js';
import { toPerson, type Reply } from '../use-case.js';
import { matterCard } from './cards.js';
import type { Instead } from './says.js';

/**
 * Once a matter can be ruled: tells the one who rules, and hears the subject of a deduction first. The
 * subject learns the facts, not the witnesses.
 */
export function announceReady(facts: Facts, rulebook: Rulebook, matter: Matter): readonly Reply[] {
  if (!isReady(facts, rulebook, matter)) return [];
  const hearing: readonly Reply[] =
    matter.kind === 'deduction'
      ? [
          toPerson(matter.subject, 'points.hearing', {
            card: keepPrivate(pointsCard(facts, matter)),
            reason: keepPrivate(matter.reason),
          }),
        ]
      : [];
  return [...hearing, ...tellRuler(facts, rulebook, matter)];
}

/** To the secretary if he may rule, else to the deputies, else to the superior committee. */
export function tellRuler(facts: Facts, rulebook: Rulebook, matter: Matter): readonly Reply[] {
  const rulers = rulersOf(facts, matter);
  const told =
    rulers.by === 'branch'
      ? firstInLine(
          facts,
          rulers.persons.map((person) => person.id),
        )
      : rulers.persons.map((p) => p.id);
  if (told.length === 0) {
    return holders(facts, 'secretary').map((secretary) =>
      toPerson(secretary.id, 'rulings.superiorMissing', { number: matter.number }),
    );
  }
  const card = keepPrivate(matterCard(facts, rulebook, matter));
  return told.map((person) => toPerson(person, 'rulings.pending', { card }));
}

/** The secretary alone where he may rule; the deputies rule for him when he is barred. */
function firstInLine(facts: Facts, persons: readonly number[]): readonly number[] {
  const secretaries = holders(facts, 'secretary').map((person) => person.id);
  const first = persons.filter((person) => secretaries.includes(person));
  return first.length > 0 ? first : persons;
}

export function insteadOf(facts: Facts, matter: Matter): Instead {
  const { by, persons } = rulersOf(facts, matter);
  const ids =
    by === 'branch'
      ? firstInLine(
          facts,
          persons.map((person) => person.id),
        )
      : persons.map((person) => person.id);
  return { by, persons: ids.map((id) => refById(facts, id)) };
}
