import { personOf, refOf, holders, holds, refById } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { toSpeaker, toPerson, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { tellPaid } from '../veto/broken.js';
import { draftForArrears } from './ladder.js';
import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { couldPayFor, lastLateMonth, paymentFor } from '../../domain/dues/register.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import type { Month } from '../../domain/period/months.js';
import type { Person } from '../../domain/roster/rows.js';
import { pointsMatters } from '../../domain/points/deeds.js';
import type { Who } from '../who.js';

interface StepWords {
  readonly person: number;
  readonly step: 'education' | 'refusal';
  readonly on: string;
  readonly cancels: boolean;
}

/**
 * `/党费 姓名 教育|拒交 日期`: both are wanted before arrears of half a year become a veto (annex 1, 一票否决, third
 * ground). `撤销` takes a wrong entry back.
 */
function recordStep(context: ActorContext, words: StepWords): Outcome {
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

/** The recorder keeps the register; the secretary may override, above all the recorder's own entry (SPEC §1). */
export const duesKeepers: Who = ['recorder', 'secretary'];

/** 分: 100 000 yuan a month are a slip of the pen. */
export const mostAmount = 100_000_00;

const person = z.int();
const cancels = z.boolean();
const payment = z.strictObject({
  what: z.literal('payment'),
  person,
  month: z.string(),
  amount: z.int().nullable(),
  cancels,
});
const step = z.strictObject({
  what: z.literal('step'),
  person,
  step: z.enum(['education', 'refusal']),
  on: z.string(),
  cancels,
});

/** `/党费 姓名 2026-12 [金额]` and `/党费 姓名 教育|拒交 日期`: about one member; `撤销` takes a wrong entry back. */
export const enterDues = useCase({
  name: 'dues.enter',
  who: duesKeepers,
  place: 'anywhere',
  input: z.discriminatedUnion('what', [payment, step]),
  run: (context, words) =>
    words.what === 'payment' ? enterPayment(context, words) : recordStep(context, words),
});

function enterPayment(context: ActorContext, words: z.infer<typeof payment>): Outcome {
  const { facts } = context;
  const { month, amount } = words;
  const payer = personOf(facts, words.person);
  const refused = monthRefusal(context, month);
  if (refused !== undefined) return refused;
  if (words.cancels) return cancel(context, payer, month);
  if (!couldPayFor(payer, month))
    return refuse('dues.monthBeforeJoining', { month, person: refOf(facts, payer) });
  if (amount !== null && (amount <= 0 || amount > mostAmount))
    return refuse('dues.amountOutOfRange', { most: mostAmount });
  return enter(context, payer, month, amount);
}

/** Dues may be paid ahead, to the end of next year. */
export function monthRefusal({ today }: ActorContext, month: Month): Outcome | undefined {
  const last = `${yearOf(today) + 1}-12`;
  return month > last ? refuse('dues.monthTooFar', { month, last }) : undefined;
}

function enter(context: ActorContext, person: Person, month: Month, amount: number | null): Outcome {
  const { facts, actor, now } = context;
  const before = paymentFor(facts, person.id, month);
  const ref = refOf(facts, person);
  if (before !== undefined && (amount === null || amount === before.amount)) {
    const told = { person: keepPrivate(ref), month, amount: keepPrivate(before.amount) };
    return done({ replies: [toSpeaker('dues.already', { ...told, on: dateOf(before.recordedAt) })] });
  }
  const row = { person: person.id, month, amount, recordedBy: actor.id, recordedAt: now };
  const changes = [put('dues', row)];
  return done({
    changes,
    ids: [person.id],
    replies: [
      toSpeaker('dues.entered', {
        entered: keepPrivate({
          person: ref,
          month,
          amount,
          replaces: before === undefined ? null : { amount: before.amount },
          drafted: openDraft(facts, person.id, month) ?? null,
        }),
      }),
      ...showOwn(context, person.id, month, amount, false),
      ...tellPaid(context, facts.with(changes), [person.id]),
    ],
  });
}

function cancel(context: ActorContext, person: Person, month: Month): Outcome {
  const { facts, actor, now } = context;
  const before = paymentFor(facts, person.id, month);
  const subject = keepPrivate(refOf(facts, person));
  if (before === undefined)
    return done({ replies: [toSpeaker('dues.nothingToCancel', { month, person: subject })] });
  const row = { ...before, recordedBy: actor.id, recordedAt: now, cancelled: true as const };
  return done({
    changes: [put('dues', row)],
    ids: [person.id],
    replies: [
      toSpeaker('dues.cancelled', { person: subject, month, amount: keepPrivate(before.amount) }),
      ...showOwn(context, person.id, month, before.amount, true),
    ],
  });
}

/** The matter of this month that waits for its ruling: a late payment does not close it, the ruler sees it. */
export function openDraft(facts: Facts, person: number, month: Month): number | undefined {
  return pointsMatters(facts, person).find(({ state, duesMonth }) => state === 'open' && duesMonth === month)
    ?.number;
}

/** The secretary sees what recorders enter about themselves, and may override it (SPEC §1). */
export function showOwn(
  { facts, actor }: ActorContext,
  person: number,
  month: Month,
  amount: number | null,
  cancelled: boolean,
): readonly Reply[] {
  if (person !== actor.id) return [];
  const seat = holds(facts, actor.id, 'recorder') ? 'secretary' : 'recorder';
  const told = { person: keepPrivate(refById(facts, person)), month, amount: keepPrivate(amount), cancelled };
  return holders(facts, seat)
    .filter(({ id }) => id !== actor.id)
    .map(({ id }) => toPerson(id, 'dues.enteredForHimself', told));
}
