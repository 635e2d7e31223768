import type { Facts } from '../../domain/branch/facts.js';
import { holders, refOf } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import { isBound, withoutAccount, type Login } from '../../domain/roster/accounts.js';
import { toPerson, type Reply } from '../reply.js';
import type { Context } from '../use-case.js';
import type { NoticeSaid } from './says.js';

/**
 * Readers of a notice who have no account, so that the recorder can phone them; in private. Goes to the secretary when
 * no recorder can be reached, and to no one when all have accounts (SPEC §3, `/代`).
 */
export function phoneList(
  context: Pick<Context, 'speaker'>,
  facts: Facts,
  persons: readonly number[],
  notice: NoticeSaid,
): readonly Reply[] {
  const { channel, login = null } = context.speaker;
  const missing = withoutAccount(facts, persons, channel, login);
  if (missing.length === 0) return [];
  const rows = missing.map((person) => ({ person: refOf(facts, person), phone: person.phone }));
  return callers(facts, channel, login).map((caller) =>
    toPerson(caller, 'care.phoneList', { notice, rows: keepPrivate(rows) }),
  );
}

function callers(facts: Facts, channel: string, login: Login): readonly number[] {
  const reached = (office: 'recorder' | 'secretary') =>
    holders(facts, office)
      .map(({ id }) => id)
      .filter((id) => isBound(facts, id, channel, login));
  const recorders = reached('recorder');
  return recorders.length > 0 ? recorders : reached('secretary');
}
