import { z } from 'zod';
import type { Facts } from '../../domain/branch/facts.js';
import { holds, membersHere, personOf, refOf } from '../../domain/branch/people.js';
import { keptMonths, paymentFor, paymentsOf } from '../../domain/dues/register.js';
import { yearOf } from '../../domain/period/civil.js';
import { monthIn, type Month } from '../../domain/period/months.js';
import { keepPrivate } from '../../domain/private.js';
import type { Person } from '../../domain/roster/rows.js';
import { belongsAllOf } from '../../domain/roster/spans.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';
import type { DuesState } from './says.js';

/**
 * `/党费`: this year's register and what is owed from last year, always in private: the whole branch or one member for its
 * keepers, else one's own.
 */
export const showDues = useCase({
  name: 'dues.show',
  who: 'members',
  place: 'anywhere',
  input: z.strictObject({ person: z.int().nullable() }),
  run: ({ facts, actor, today }, { person }) => {
    const year = yearOf(today);
    const month = monthIn(today);
    const seesAll = holds(facts, actor.id, 'recorder') || holds(facts, actor.id, 'secretary');
    if (!seesAll && person !== null && person !== actor.id) return refuse('dues.notYours', {});
    if (!seesAll || person !== null) {
      const whose = person === null ? actor : personOf(facts, person);
      const state = keepPrivate(duesStateOf(facts, whose, year, month));
      return done({ replies: [toSpeaker('dues.own', { year, month, state })] });
    }
    const members = membersHere(facts);
    const states = keepPrivate(members.map((member) => duesStateOf(facts, member, year, month)));
    return done({ replies: [toSpeaker('dues.everybody', { year, month, states })] });
  },
});

/** @param running the month that is not over yet */
export function duesStateOf(facts: Facts, person: Person, year: number, running: Month): DuesState {
  const paid = paymentsOf(facts, person.id)
    .filter(({ month }) => yearOf(month) === year)
    .map(({ month, amount }) => ({ month, amount }));
  const unpaid = (month: Month) =>
    belongsAllOf(facts, person, month) && paymentFor(facts, person.id, month) === undefined;
  return {
    person: refOf(facts, person),
    paid,
    owed: keptMonths(facts).filter((month) => yearOf(month) >= year - 1 && month < running && unpaid(month)),
    runningUnpaid: unpaid(running),
    monthly: person.monthlyDues?.amount ?? null,
  };
}
