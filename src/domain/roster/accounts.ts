import type { Facts } from '../branch/facts.js';
import { holds, isHere, officesOf } from '../branch/people.js';
import type { Account, Person } from './rows.js';

/**
 * The login of a channel whose account ids change at every login; null where they stay. Rows of another login are void:
 * the id may belong to another person by now.
 */
export type Login = string | null;

/** Whether the account speaks for its person, on a channel that is logged in as `login`. */
function speaks(account: Account, login: Login): boolean {
  if (account.unboundAt !== undefined) return false;
  return login === null || account.login === login;
}

/** The person that an account speaks for now. */
export function speakerOf(facts: Facts, channel: string, account: string, login: Login): number | undefined {
  const row = facts.get('account', channel, account);
  return row !== undefined && speaks(row, login) ? row.person : undefined;
}

/** Accounts of a person on one channel, oldest first. Letters go to the last. */
export function accountsOn(facts: Facts, person: number, channel: string, login: Login): readonly Account[] {
  return facts.of('account', person).filter((row) => row.channel === channel && speaks(row, login));
}

/** Accounts that were not taken away, on any channel. */
export function accountsOf(facts: Facts, person: number): readonly Account[] {
  return facts.of('account', person).filter(({ unboundAt }) => unboundAt === undefined);
}

/** People who start the branch: until they are bound, no one could rule on a binding (SPEC §3, 认领). */
export function mayClaim(facts: Facts, person: Person): boolean {
  return isHere(person) && (isFromAbove(person) || holds(facts, person.id, 'secretary'));
}

/** 上级 and 工委 look on from outside: nobody in the branch says which account is theirs (SPEC §3, 认领). */
export function isFromAbove({ kind }: Pick<Person, 'kind'>): boolean {
  return kind === 'superior' || kind === 'inspector';
}

/** Whose account is a pair of eyes: officers, and those above. */
export function isWatcher(facts: Facts, id: number): boolean {
  const person = facts.get('person', id);
  return person !== undefined && (isFromAbove(person) || officesOf(facts, id).length > 0);
}

/** Those of them who have no account on this channel yet. */
export function unclaimed(facts: Facts, channel: string, login: Login): readonly Person[] {
  return facts
    .all('person')
    .filter((person) => mayClaim(facts, person) && !isBound(facts, person.id, channel, login));
}

/** Channels on which everybody who starts the branch has an account, at whatever login. */
export function channelsClaimed(facts: Facts): readonly string[] {
  const starting = facts.all('person').filter((person) => mayClaim(facts, person));
  const [first, ...others] = starting.map(
    ({ id }) => new Set(accountsOf(facts, id).map(({ channel }) => channel)),
  );
  return [...(first ?? [])].filter((channel) => others.every((channels) => channels.has(channel)));
}

/** Those of these persons who are here and cannot be reached on this channel, in the order of the roster. */
export function withoutAccount(
  facts: Facts,
  persons: readonly number[],
  channel: string,
  login: Login,
): readonly Person[] {
  const asked = new Set(persons);
  return facts
    .all('person')
    .filter((person) => asked.has(person.id) && isHere(person) && !isBound(facts, person.id, channel, login));
}

export function isBound(facts: Facts, person: number, channel: string, login: Login): boolean {
  return accountsOn(facts, person, channel, login).length > 0;
}
