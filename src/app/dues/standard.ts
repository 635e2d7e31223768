import { z } from 'zod';
import { holders, membersHere, personOf, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { toPerson, toSpeaker } from '../reply.js';
import { done, openUseCase, refuse, useCase } from '../use-case.js';
import { duesKeepers, mostAmount } from './enter.js';

/**
 * `/党费 标准 姓名 金额`: what a member pays each month, as the branch approved it. Nothing is computed from salaries, and
 * nothing from it.
 */
export const setDuesStandard = useCase({
  name: 'dues.standard',
  who: duesKeepers,
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), amount: z.int() }),
  run: ({ facts, actor, today }, { person: id, amount }) => {
    if (amount <= 0 || amount > mostAmount) return refuse('dues.amountOutOfRange', { most: mostAmount });
    const person = personOf(facts, id);
    const told = {
      person: keepPrivate(refOf(facts, person)),
      amount: keepPrivate(amount),
      before: keepPrivate(person.monthlyDues?.amount ?? null),
    };
    // Keepers do not settle their own dues unseen.
    const others = id === actor.id ? [...holders(facts, 'secretary'), ...holders(facts, 'recorder')] : [];
    return done({
      changes: [put('person', { ...person, monthlyDues: { amount, since: today } })],
      ids: [id],
      replies: [
        toSpeaker('dues.standardSet', told),
        ...others
          .filter((other) => other.id !== actor.id)
          .map((other) => toPerson(other.id, 'dues.standardSet', told)),
      ],
    });
  },
});

/** Each January the amounts are looked at again, where the branch keeps them. */
export const remindOfStandards = openUseCase({
  name: 'dues.review',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ year: z.int() }),
  run: ({ facts }, { year }) => {
    const kept = membersHere(facts).filter(({ monthlyDues }) => monthlyDues !== undefined).length;
    if (kept === 0) return done({ replies: [] });
    const told = new Set([...holders(facts, 'recorder'), ...holders(facts, 'secretary')].map(({ id }) => id));
    return done({
      replies: [...told].map((id) => toPerson(id, 'dues.review', { year, kept: keepPrivate(kept) })),
    });
  },
});
