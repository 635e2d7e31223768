import { whyNotScoredIn } from '../../domain/roster/spans.js';
import { yearOf } from '../../domain/period/civil.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { isHere, personOf } from '../../domain/branch/people.js';
import { sameDeeds } from '../../domain/points/deeds.js';
import { isReady } from '../../domain/matters/kinds.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';
import { pointsCard } from '../matters/points.js';
import { announceReady } from '../matters/announce.js';
import { toPerson, type Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import type { Upheld } from '../matters/results.js';

export interface Redone {
  readonly changes: readonly Change[];
  readonly replies: readonly Reply[];
  readonly upheld: Upheld;
}

/**
 * Drafts a missing bonus again, in the member's own name and with the same proof; the ruler of `redoes` does not rule
 * again.
 * @param tell whether the member hears of it here; otherwise the answer to their objection says so
 */
export function redo(context: ActorContext, bonus: PointsMatter, redoes: number, tell: boolean): Redone {
  const { facts, rulebook, now, kinds } = context;
  const nothing = (upheld: Upheld): Redone => ({ changes: [], replies: [], upheld });
  const person = personOf(facts, bonus.subject);
  const deedYear = yearOf(bonus.deedOn);
  if (!isHere(person) || whyNotScoredIn(facts, context.rulebookOf(deedYear), person, deedYear) !== undefined)
    return nothing({ what: 'nothing' });
  const [alive] = sameDeeds(facts, bonus);
  if (alive !== undefined) return nothing({ what: 'registered', number: alive.number });
  const { subject, kind, item, grade, times, points, deedOn, activity, reason } = bonus;
  const matter: PointsMatter = {
    ...openMatter(facts, now, { subject, proposer: subject }),
    ...{ kind, item, grade, times, points, deedOn, activity, reason, redoes },
  };
  const { number } = matter;
  const changes = [put('matter', matter), ...proofOf(context, bonus, number)];
  const after = facts.with(changes);
  const ready = isReady(after, rulebook, matter);
  const card = keepPrivate(pointsCard(after, matter));
  return {
    changes,
    replies: [
      ...(tell ? [toPerson(subject, 'objections.redone', { card, of: bonus.number, ready })] : []),
      ...announceReady({ facts: after, rulebook, kinds }, matter),
    ],
    upheld: { what: 'redone', number, ready },
  };
}

/** Materials, and confirmed witnesses other than the member. */
function proofOf({ facts }: ActorContext, bonus: PointsMatter, matter: number): readonly Change[] {
  return [
    ...facts.of('material', bonus.number).map((material) => put('material', { ...material, matter })),
    ...facts
      .of('witness', bonus.number)
      .filter((witness) => witness.confirmedAt !== null)
      .map((witness) => put('witness', { ...witness, matter })),
  ];
}
