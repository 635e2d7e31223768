import { z } from 'zod';
import { actionsOf, progressOf } from '../../domain/actions/progress.js';
import type { Facts } from '../../domain/branch/facts.js';
import { categoryOf, membersHere, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { toSpeaker } from '../reply.js';
import { done, useCase, type ActorContext, type Outcome } from '../use-case.js';
import type { ActionLine, ProgressRow } from './says.js';

/** One's own year, in private: what is still missing is nobody else's business. */
export function ownProgress({ facts, rulebook, actor, today }: ActorContext): Outcome {
  const year = yearOf(today);
  const lines = actionsOf(facts, actor.id, year).map(
    ({ kind, which, on, text, whom, claimed }): ActionLine => ({ kind, which, on, text, whom, claimed }),
  );
  const row = rowOf(facts, rulebook, actor, year);
  return done({
    replies: [toSpeaker('actions.progress', { row: keepPrivate(row), year, lines: keepPrivate(lines) })],
  });
}

/** `/五个一 汇总`: everybody's year, for those who keep the records. */
export const summariseActions = useCase({
  name: 'actions.summary',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ facts, rulebook, today }) => {
    const year = yearOf(today);
    const rows = membersHere(facts).map((person) => rowOf(facts, rulebook, person, year));
    return done({ replies: [toSpeaker('actions.summary', { year, rows: keepPrivate(rows) })] });
  },
});

function rowOf(facts: Facts, rulebook: Rulebook, person: Person, year: number): ProgressRow {
  const { fiveOnes, services, roles, masses } = progressOf(facts, rulebook, person.id, year);
  return {
    person: refOf(facts, person),
    inService: categoryOf(rulebook, person)?.inService !== false,
    fiveOnes,
    services: services.flatMap(({ which }) => which ?? []),
    roles: roles.flatMap(({ which }) => which ?? []),
    masses: masses.length,
  };
}
