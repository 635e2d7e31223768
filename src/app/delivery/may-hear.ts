import type { Facts } from '../../domain/branch/facts.js';
import { holds, isHere, personOf } from '../../domain/branch/people.js';
import { speakerOf, type Login } from '../../domain/roster/accounts.js';
import type { StoredLetter } from '../ports/store/store.js';

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

/**
 * Whether the letter's account still belongs to the person who ordered the paper, and they still hold the offices that
 * entitled them. Papers show the facts at the time they are made, so this is checked again then.
 */
export function mayHavePaper(facts: Facts, { paper, channel, chat }: StoredLetter, login: Login): boolean {
  const by = paper?.by ?? null;
  if (by === null) return true;
  return (
    chat?.kind === 'private' &&
    speakerOf(facts, channel, chat.account, login) === by.person &&
    isHere(personOf(facts, by.person)) &&
    by.offices.every((office) => holds(facts, by.person, office))
  );
}
