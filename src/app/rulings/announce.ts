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

/** To those who rule; where nobody in the branch may and no superior is bound, the secretary learns that. */
export function tellRuler(facts: Facts, rulebook: Rulebook, matter: Matter): readonly Reply[] {
  const told = inLine(facts, matter);
  if (told.length === 0) {
    return holders(facts, 'secretary').map((secretary) =>
      toPerson(secretary.id, 'rulings.superiorMissing', { number: matter.number }),
    );
  }
  const card = keepPrivate(matterCard(facts, rulebook, matter));
  return told.map((person) => toPerson(person, 'rulings.pending', { card }));
}

/**
 * Who is asked to rule: the secretary alone where he may, the deputies where he is barred, the superior
 * committee where nobody in the branch may; empty when there is no superior either.
 */
export function inLine(facts: Facts, matter: Matter): readonly number[] {
  const rulers = rulersOf(facts, matter);
  const persons = rulers.persons.map((person) => person.id);
  if (rulers.by === 'superior') return persons;
  const secretaries = holders(facts, 'secretary').map((person) => person.id);
  const first = persons.filter((person) => secretaries.includes(person));
  return first.length > 0 ? first : persons;
}

export function insteadOf(facts: Facts, matter: Matter): Instead {
  const { by } = rulersOf(facts, matter);
  return { by, persons: inLine(facts, matter).map((id) => refById(facts, id)) };
}
