import type { Facts } from '../../domain/branch/facts.js';
import { speakerOf, type Login } from '../../domain/roster/accounts.js';
import type { StoredLetter } from '../ports/store.js';

/**
 * Whether the account of a private letter still belongs to its person. A letter may wait for hours or days; meanwhile
 * the account may have been taken away, or its id reused.
 */
export function mayHear(
  facts: Facts,
  { person, channel, chat }: Pick<StoredLetter, 'person' | 'channel' | 'chat'>,
  login: Login,
): boolean {
  if (person === null || chat?.kind !== 'private') return true;
  return speakerOf(facts, channel, chat.account, login) === person;
}
