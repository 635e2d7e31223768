import { personOf, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, type ActorContext, type Outcome } from '../use-case.js';
import { draftForArrears, lastLateMonth } from './ladder.js';

export interface StepWords {
  readonly person: number;
  readonly step: 'education' | 'refusal';
  readonly on: string;
  readonly cancels: boolean;
}

/**
 * `/党费 姓名 教育|拒交 日期`: both are wanted before arrears of half a year become a veto (annex 1, 一票否决, third
 * ground). `撤销` takes a wrong entry back.
 */
export function recordStep(context: ActorContext, words: StepWords): Outcome {
  const { facts, actor, now, today } = context;
  const { person: id, step: kind, on, cancels } = words;
  const person = personOf(facts, id);
  if (id === actor.id) return refuse('dues.ownStep', {});
  if (on > today) return refuse('dues.stepInFuture', { date: on });
  const steps = facts.of('duesStep', id);
  const same = steps.find((step) => step.kind === kind && step.on === on && step.cancelled !== true);
  const told = { person: keepPrivate(refOf(facts, person)), kind: keepPrivate(kind), on };
  if (cancels) {
    if (same === undefined) return refuse('dues.noStep', { on });
    return done({
      changes: [put('duesStep', { ...same, cancelled: true })],
      ids: [id],
      replies: [toSpeaker('dues.stepCancelled', told)],
    });
  }
  if (same !== undefined) return refuse('dues.stepTwice', { on });
  const row = { person: id, no: steps.length + 1, kind, on, recordedBy: actor.id, recordedAt: now };
  const changes = [put('duesStep', row)];
  const educated = steps.some(
    (step) => step.kind === 'education' && step.cancelled !== true && step.on <= on,
  );
  // The refusal may complete what the months have brought about already.
  const after = { ...context, facts: facts.with(changes) };
  const drafted = draftForArrears(after, person, lastLateMonth(context), actor.id);
  return done({
    changes: [...changes, ...drafted.changes],
    ids: [id],
    replies: [
      toSpeaker('dues.stepTaken', {
        ...told,
        wantsEducation: kind === 'refusal' && !educated,
        drafted: keepPrivate(drafted.drafted),
      }),
      ...drafted.replies,
    ],
  });
}
