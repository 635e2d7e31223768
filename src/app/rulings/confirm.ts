import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { put, type Change, type Matter } from '../../domain/branch/rows.js';
import { evidenceOf, isReady } from '../../domain/rulings/evidence.js';
import { barredFrom } from '../../domain/rulings/four-eyes.js';
import { done, here, useCase, type ActorContext, type Reply } from '../use-case.js';
import { carryOut } from './carry-out.js';
import { insteadOf, tellRuler } from './announce.js';
import type { RulingResult } from './says.js';

interface Step {
  readonly changes: readonly Change[];
  readonly result: RulingResult;
  readonly replies: readonly Reply[];
}

/** `/确认 N…`: each matter is judged by itself, and the reply lists every one (SPEC §6). */
export const confirmMatters = useCase({
  name: 'rulings.confirm',
  who: ['secretary', 'deputySecretary', 'superior'],
  place: 'anywhere',
  input: z.strictObject({ numbers: z.array(z.int()).min(1), meetingOn: z.string().nullable() }),
  run: (context, { numbers, meetingOn }) => {
    let facts = context.facts;
    const steps: Step[] = [];
    for (const number of new Set(numbers)) {
      const step = confirmOne({ ...context, facts }, number, meetingOn);
      facts = facts.with(step.changes);
      steps.push(step);
    }
    return done({
      changes: steps.flatMap((step) => step.changes),
      ids: [...new Set(numbers)],
      replies: [
        here('rulings.results', { results: steps.map((step) => step.result) }),
        ...steps.flatMap((step) => step.replies),
      ],
    });
  },
});

function confirmOne(context: ActorContext, number: number, meetingOn: string | null): Step {
  const { facts, rulebook, actor, now } = context;
  const matter = facts.get('matter', number);
  const only = (result: RulingResult, replies: readonly Reply[] = []): Step => ({
    changes: [],
    result,
    replies,
  });
  if (matter === undefined) return only({ kind: 'unknown', number });
  if (matter.state !== 'open')
    return only({ kind: 'decided', number, state: matter.state, ruler: rulerOf(facts, matter) });
  const why = barredFrom(facts, matter, actor);
  if (why !== undefined) {
    const passedOn = isReady(facts, rulebook, matter) ? tellRuler(facts, rulebook, matter) : [];
    return only({ kind: 'barred', number, why, instead: insteadOf(facts, matter) }, passedOn);
  }
  if (!isReady(facts, rulebook, matter))
    return only({ kind: 'noProof', number, missing: missing(context, matter) });
  const ruling = put('ruling', {
    matter: number,
    ruler: actor.id,
    decision: 'confirmed',
    at: now,
    meetingOn,
    reason: null,
  });
  const decided: Change[] = [put('matter', { ...matter, state: 'confirmed' }), ruling];
  const effect = carryOut({ ...context, facts: facts.with(decided) }, matter, meetingOn);
  return { changes: [...decided, ...effect.changes], result: effect.result, replies: effect.replies };
}

function missing({ facts, rulebook }: ActorContext, matter: Matter): number {
  return matter.kind === 'bonus' || matter.kind === 'deduction'
    ? evidenceOf(facts, rulebook, matter).missingWitnesses
    : 0;
}

function rulerOf(facts: Facts, matter: Matter) {
  const ruling = facts.get('ruling', matter.number);
  return ruling === undefined ? null : refById(facts, ruling.ruler);
}
