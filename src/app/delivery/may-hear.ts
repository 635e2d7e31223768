import type { Facts } from '../../domain/branch/facts.js';
import { speakerOf, type Login } from '../../domain/roster/accounts.js';
import type { StoredLetter } from '../ports/store.js';

/**
 * Whether the account that a private letter goes to is still of its person. A letter may wait for hours or days; by then
 * the account may have been taken away, or its id be somebody else's.
 */
export function mayHear(
  facts: Facts,
  { person, channel, chat }: Pick<StoredLetter, 'person' | 'channel' | 'chat'>,
  login: Login,
): boolean {
  if (person === null || chat?.kind !== 'private') return true;
  return speakerOf(facts, channel, chat.account, login) === person;
}
