import type { Facts } from '../branch/facts.js';
import { isHere } from '../branch/people.js';
import { accountsOf, accountsOn, speakerOf } from './accounts.js';
import type { Person } from './rows.js';
import { tidyName } from './names.js';

/** Somebody in the group, by the name he bears there. */
export interface Member {
  readonly account: string;
  readonly nickname: string;
}

export interface Rebinding extends Member {
  readonly person: Person;
}

/**
 * Account ids have changed with a new login. Whoever had an account here and is found in the group under exactly his
 * roster name may be bound again; where two bear the name, in the group or on the roster, nobody is proposed. A
 * nickname proves nothing: an officer rules on each.
 */
export function rebindings(
  facts: Facts,
  channel: string,
  login: string,
  members: readonly Member[],
): readonly Rebinding[] {
  const people = facts.all('person').filter(isHere);
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
