import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { isHere, personOf } from '../../domain/branch/people.js';
import { takenBackBy } from '../../domain/matters/remarks.js';
import { isPoints } from '../../domain/points/deeds.js';
import { evidenceOf } from '../../domain/points/evidence.js';
import { keepPrivate } from '../../domain/private.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';
import { pointsCard } from '../matters/points.js';
import { toPerson, type Reply } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/** Named, still here, and not certified yet; who took it back said no, and is not pressed. */
export function witnessesToAsk(facts: Facts, rulebook: Rulebook, matter: PointsMatter): readonly number[] {
  const tookBack = takenBackBy(facts, matter.number);
  return evidenceOf(facts, rulebook, matter).awaited.filter(
    (person) => isHere(personOf(facts, person)) && !tookBack.includes(person),
  );
}

/** Named witnesses are asked in private: a name in a line of the group is easily overlooked, and a deduction is not for it. */
export function askWitnesses(
  facts: Facts,
  rulebook: Rulebook,
  matter: PointsMatter,
  again?: true,
): readonly Reply[] {
  if (matter.state !== 'open' || evidenceOf(facts, rulebook, matter).complete) return [];
  const told = {
    card: keepPrivate(pointsCard(facts, matter)),
    reason: keepPrivate(matter.reason),
    discreet: matter.kind === 'deduction',
    ...(again === undefined ? {} : { again }),
  };
  return witnessesToAsk(facts, rulebook, matter).map((person) =>
    toPerson(person, 'points.pleaseWitness', told),
  );
}

/** Once more, on the next working day. */
export const askWitnessesAgain = openUseCase({
  name: 'points.askWitnessesAgain',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ number: z.int() }),
  run: ({ facts, rulebook }, { number }) => {
    const matter = facts.get('matter', number);
    const asked = matter !== undefined && isPoints(matter) ? askWitnesses(facts, rulebook, matter, true) : [];
    return done({ ids: [number], replies: asked });
  },
});
