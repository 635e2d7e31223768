import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holders, holds, personOf, refById, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { mayPayFor, paymentFor } from '../../domain/dues/register.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import type { Month } from '../../domain/period/months.js';
import { keepPrivate } from '../../domain/private.js';
import type { Person } from '../../domain/roster/rows.js';
import { pointsMatters } from '../../domain/points/deeds.js';
import type { Who } from '../who.js';
import { recordStep } from './step.js';
import { toPerson, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';

/** The recorder keeps the register; the secretary may override, above all what the recorder enters about himself (SPEC §1). */
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
  if (!mayPayFor(payer, month))
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
  return done({
    changes: [put('dues', { person: person.id, month, amount, recordedBy: actor.id, recordedAt: now })],
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

/** What the recorder enters about himself is shown to the secretary, who may override (SPEC §1). */
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
