import { z } from 'zod';
import { holders, refOf } from '../../domain/branch/people.js';
import { keptMonths, missingFor } from '../../domain/dues/register.js';
import { keepPrivate } from '../../domain/private.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import { phoneList } from '../care/phone-list.js';
import { toPerson } from '../reply.js';
import { done, openUseCase } from '../use-case.js';

/** In private to everybody whose dues of the month are not entered yet; whom to phone, to the recorder. Never in the group (SPEC §3, sensitive things). */
export const remindOfDues = openUseCase({
  name: 'dues.remind',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ month: z.string() }),
  run: (context, { month }) => {
    const { facts } = context;
    const missing = missingFor(facts, month).map(({ id }) => id);
    return done({
      replies: [
        ...missing
          .filter((id) => accountsOf(facts, id).length > 0)
          .map((id) => toPerson(id, 'dues.reminder', { month })),
        // Who has no account is reminded by telephone (SPEC §3, `/代`).
        ...phoneList(context, facts, missing, { kind: 'duesReminder', month }),
      ],
    });
  },
});

/** Who is missing for the month that has ended: to the recorder, where there is none to the secretary. */
export const listMissingDues = openUseCase({
  name: 'dues.listMissing',
  who: 'clock',
  place: 'anywhere',
  input: z.strictObject({ month: z.string(), draftOn: z.string() }),
  run: ({ facts }, { month, draftOn }) => {
    const missing = missingFor(facts, month);
    if (missing.length === 0) return done({ replies: [] });
    const recorders = holders(facts, 'recorder');
    const readers = recorders.length > 0 ? recorders : holders(facts, 'secretary');
    const persons = keepPrivate(missing.map((person) => refOf(facts, person)));
    const kept = keptMonths(facts).includes(month);
    return done({
      replies: readers.map(({ id }) => toPerson(id, 'dues.missing', { month, persons, kept, draftOn })),
    });
  },
});
