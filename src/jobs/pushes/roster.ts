/** What the roster waits for. */
import { remindOfReceipt } from '../../app/roster/membership/away.js';
import { addDays, type CivilDate } from '../../domain/period/civil.js';
import { nextWorkingDay } from '../../domain/period/working-days.js';
import { morningOf } from '../moments.js';
import { definePush } from '../push.js';

/** Days after the letter: it usually has to be handed in within them. */
const receiptWithin = 30;

/** Once, where no receipt of a transfer came back. */
export const transferReceipts = definePush({
  kind: 'transfer-receipt',
  of: ({ facts }) =>
    facts.all('person').flatMap(({ id, transferLetter }) => {
      return transferLetter?.receiptOn === null ? [{ person: id, on: transferLetter.on }] : [];
    }),
  dueOf: ({ on }: { readonly person: number; readonly on: CivilDate }, { rulebook, workingDays }) => [
    { due: morningOf(nextWorkingDay(workingDays, addDays(on, receiptWithin)), rulebook) },
  ],
  worth: 'always',
  run: (_, __, { person, on }) => ({ subject: person, intent: remindOfReceipt.intent({ person, on }) }),
});
