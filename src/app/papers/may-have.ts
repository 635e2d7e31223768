import type { Facts } from '../../domain/branch/facts.js';
import { holds, isHere, personOf } from '../../domain/branch/people.js';
import { speakerOf, type Login } from '../../domain/roster/accounts.js';
import type { StoredLetter } from '../ports/store.js';

/**
 * Whether the account that a letter goes to is still of the one who ordered its paper, and he still holds every office
 * by which he might. Papers show the facts of the moment in which they are made, so they are asked for anew then.
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
