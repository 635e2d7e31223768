import { holds, personOf } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import { isReady, subjectKnows } from '../../domain/matters/kinds.js';
import { yearOf } from '../../domain/period/civil.js';
import { closedUnruled } from '../../domain/points/deeds.js';
import type { PointsMatter } from '../../domain/rulings/rows.js';
import { isArchived } from '../../domain/year/archived.js';
import { announceAgain } from '../matters/announce.js';
import type { Looking } from '../matters/kind.js';
import type { Restored } from '../matters/results.js';
import type { Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';

/** What comes back with a stronger grade's end. */
export interface Back {
  readonly changes: readonly Change[];
  readonly restored: readonly Restored[];
  readonly replies: readonly Reply[];
}

/**
 * A weaker grade that waited while the stronger one was confirmed was never ruled: it waits again once that one is taken
 * back, which `context.facts` already hold, and its ruler has it before them. Of an archived year only a 补正 tells.
 */
export function waitAgain(context: ActorContext, stronger: readonly PointsMatter[]): Back {
  const { rulebook, now } = context;
  const again = stronger
    .filter(({ subject, deedOn }) => !isOver(context.facts, subject, yearOf(deedOn)))
    .flatMap((matter) => closedUnruled(context.facts, rulebook, matter))
    .map((matter): PointsMatter => ({ ...matter, state: 'open', waitsAgainSince: now }));
  const changes = again.map((matter) => put('matter', matter));
  const then = { ...context, facts: context.facts.with(changes) };
  const isToRule = (matter: PointsMatter) => isReady(then.facts, rulebook, matter);
  return {
    changes,
    restored: again.map((matter) => ({
      number: matter.number,
      points: matter.points,
      as: isToRule(matter) ? 'toRule' : 'toProve',
    })),
    replies: again.filter(isToRule).flatMap((matter) => announceAgain(then, matter)),
  };
}

function isOver(facts: Facts, subject: number, year: number): boolean {
  const { leftOn, leftHow } = personOf(facts, subject);
  return isArchived(facts, year) || (leftOn !== null && leftHow === 'deceased');
}

/** Its subject hears nothing of a deduction before its proof is complete. */
export function heardBySubject<T extends Pick<Back, 'restored'>>({ facts, rulebook }: Looking, said: T): T {
  const restored = said.restored.filter(({ number }) => {
    const matter = facts.get('matter', number);
    return matter !== undefined && subjectKnows(facts, rulebook, matter);
  });
  return { ...said, restored };
}

/** Who entered what waits again, as far as they still keep points: they hear what it is worth beside the rest. */
export function enteredBy(facts: Facts, restored: readonly Restored[]): readonly number[] {
  return restored
    .flatMap(({ number, as }) => (as === 'counted' ? [] : (facts.get('matter', number)?.proposer ?? [])))
    .filter((id) => keepsPoints(facts, id));
}

/** Who may enter points and corrections. */
export function keepsPoints(facts: Facts, id: number): boolean {
  return (['recorder', 'secretary', 'deputySecretary'] as const).some((office) => holds(facts, id, office));
}
