import { z } from 'zod';
import { personOf, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { accountsOf } from '../../domain/roster/accounts.js';
import { keepPrivate } from '../../domain/private.js';
import { here, toPerson, toSpeaker } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';

/**
 * `/解绑 姓名 [序号]`: the account of a lost phone loses its voice. No one does it to themselves: the deputy or the superior
 * committee removes the secretary's.
 */
export const unbindAccount = useCase({
  name: 'roster.unbind',
  who: ['secretary', 'deputySecretary', 'superior'],
  place: 'anywhere',
  input: z.strictObject({ person: z.int(), which: z.int().nullable() }),
  run: ({ facts, actor, now }, { person: id, which }) => {
    const person = refOf(facts, personOf(facts, id));
    if (id === actor.id) return refuse('roster.unbindOwn', { person });
    const accounts = accountsOf(facts, id);
    const [only, ...others] = accounts;
    if (only === undefined) return refuse('roster.noAccount', { person });
    const chosen = which === null ? (others.length === 0 ? only : undefined) : accounts[which - 1];
    if (chosen === undefined) {
      const rows = accounts.map(({ nickname, boundAt }) => ({ nickname, boundAt }));
      return done({ replies: [toSpeaker('roster.whichAccount', { person, rows: keepPrivate(rows) })] });
    }
    const left = accounts.length - 1;
    return done({
      changes: [put('account', { ...chosen, unboundAt: now })],
      ids: [id],
      replies: [
        here('roster.unbound', { person, left }),
        ...(left > 0 ? [toPerson(id, 'roster.unboundTo', { person, by: refOf(facts, actor) })] : []),
      ],
    });
  },
});
