import type { Facts } from '../branch/facts.js';
import { isHere } from '../branch/people.js';
import { accountsOf, accountsOn, isFromAbove, speakerOf } from './accounts.js';
import type { Person } from './rows.js';
import { tidyName } from './names.js';

/** A person in the group, by their name there. */
interface Member {
  readonly account: string;
  readonly nickname: string;
}

interface Rebinding extends Member {
  readonly person: Person;
}

/**
 * Account ids changed with a new login. People who had an account here and use exactly their roster name in the group
 * may be bound again; a name used twice, in the group or on the roster, brings no proposal. A nickname proves nothing:
 * an officer rules on each.
 */
export function rebindings(
  facts: Facts,
  channel: string,
  login: string,
  members: readonly Member[],
): readonly Rebinding[] {
  // Those above get a code with the login.
  const people = facts.all('person').filter((person) => isHere(person) && !isFromAbove(person));
  const named = (name: string) => members.filter(({ nickname }) => tidyName(nickname) === name);
  return people.flatMap((person) => {
    const [member, ...others] = named(person.name);
    if (member === undefined || others.length > 0) return [];
    if (people.filter(({ name }) => name === person.name).length > 1) return [];
    const hadOne = accountsOf(facts, person.id).some((row) => row.channel === channel);
    const hasOne = accountsOn(facts, person.id, channel, login).length > 0;
    const isTaken = speakerOf(facts, channel, member.account, login) !== undefined;
    return hadOne && !hasOne && !isTaken ? [{ ...member, person }] : [];
  });
}
