import { z } from 'zod';
import { personOf, refById, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { mayPayFor, paymentFor } from '../../domain/dues/register.js';
import { keepPrivate } from '../../domain/private.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';
import { tellPaid } from '../veto/broken.js';
import { duesKeepers, monthRefusal, openDraft, showOwn } from './enter.js';

/**
 * `/党费 全缴 2026-12 [除 姓名…]`: everybody who pays here, all or nothing. Entries that are there keep their amount;
 * those named after 除 are left as they are.
 */
export const enterAllPayments = useCase({
  name: 'dues.enterAll',
  who: duesKeepers,
  place: 'anywhere',
  input: z.strictObject({ month: z.string(), except: z.array(z.int()) }),
  run: (context, { month, except }) => {
    const { facts, actor, now } = context;
    const refused = monthRefusal(context, month);
    if (refused !== undefined) return refused;
    const payers = facts.all('person').filter((person) => mayPayFor(person, month));
    const stranger = except.find((id) => !payers.some((payer) => payer.id === id));
    if (stranger !== undefined)
      return refuse('dues.exceptNoMember', { person: refOf(facts, personOf(facts, stranger)) });
    const rest = payers.filter(({ id }) => !except.includes(id)).map(({ id }) => id);
    const known = rest.filter((id) => paymentFor(facts, id, month) !== undefined);
    const entered = rest.filter((id) => !known.includes(id));
    if (entered.length === 0) return refuse('dues.nobodyLeft', { month });
    const named = (ids: readonly number[]) => keepPrivate(ids.map((id) => refById(facts, id)));
    const changes = entered.map((person) =>
      put('dues', { person, month, amount: null, recordedBy: actor.id, recordedAt: now }),
    );
    return done({
      changes,
      ids: entered,
      replies: [
        toSpeaker('dues.enteredAll', {
          month,
          entered: named(entered),
          known: named(known),
          except: named([...new Set(except)]),
          drafted: keepPrivate(entered.flatMap((id) => openDraft(facts, id, month) ?? [])),
        }),
        ...entered.flatMap((id) => showOwn(context, id, month, null, false)),
        ...tellPaid(context, facts.with(changes), entered),
      ],
    });
  },
});
