import { byTime } from '../period/civil.js';
import type { Facts } from '../branch/facts.js';
import { categoryOf, holders, membersHere } from '../branch/people.js';
import type { Activity, Attendance, Audience } from './rows.js';
import { awayNow } from '../roster/away.js';
import type { Person } from '../roster/rows.js';
import type { CivilTime } from '../period/civil.js';
import type { Rulebook } from '../rulebook/schema.js';

/** What the rulebook says when the announcement does not; undefined: it must be said (党小组会). */
export function defaultAudience(rulebook: Rulebook, kind: string): Audience | undefined {
  const audience = rulebook.activities.kinds.find(({ id }) => id === kind)?.audience ?? 'all';
  return audience === 'groupOrAll' ? undefined : { kind: audience };
}

/**
 * Who is due, by number. Probationary members are due like everybody; exempt members, who are cared for
 * because of age or illness, and who lives elsewhere for a time (流动党员) only where they are named.
 */
export function invited(facts: Facts, rulebook: Rulebook, audience: Audience): readonly number[] {
  if (audience.kind === 'persons') return [...new Set(audience.persons)];
  return candidates(facts, rulebook, audience)
    .filter((person) => !person.exempt && awayNow(person) === undefined)
    .map((person) => person.id);
}

/** Nothing is recorded yet of this person. */
export function expected(activity: number, person: number): Attendance {
  return {
    activity,
    person,
    due: true,
    presence: 'unrecorded',
    source: null,
    recordedBy: null,
    recordedAt: null,
  };
}

/** Coming activities that include new members, though announced before they joined. */
export function dueAsNewcomer(
  facts: Facts,
  rulebook: Rulebook,
  person: number,
  now: CivilTime,
): readonly Activity[] {
  return (
    facts
      .all('activity')
      .filter(({ state, at, audience }) => state === 'announced' && at > now && audience.kind !== 'persons')
      .filter(({ audience }) => invited(facts, rulebook, audience).includes(person))
      // Who comes back may be due already.
      .filter(({ id }) => facts.get('attendance', id, person)?.due !== true)
      .sort(byTime)
  );
}

/** Coming activities of a class of members that they belong to no longer, though they did at the announcement. */
export function dueNoMore(
  facts: Facts,
  rulebook: Rulebook,
  person: number,
  now: CivilTime,
): readonly Activity[] {
  return facts
    .all('activity')
    .filter(({ state, at, audience }) => state === 'announced' && at > now && audience.kind !== 'persons')
    .filter(({ id }) => {
      const row = facts.get('attendance', id, person);
      return row?.due === true && row.presence === 'unrecorded';
    })
    .filter(({ audience }) => !invited(facts, rulebook, audience).includes(person))
    .sort(byTime);
}

/** The groups that members belong to, in the order of the roster. */
export function groupsOf(facts: Facts): readonly string[] {
  return [...new Set(membersHere(facts).flatMap(({ group }) => (group === null ? [] : [group])))];
}

function candidates(
  facts: Facts,
  rulebook: Rulebook,
  audience: Exclude<Audience, { kind: 'persons' }>,
): readonly Person[] {
  const members = membersHere(facts);
  switch (audience.kind) {
    case 'all':
      return members;
    case 'inService':
      return members.filter((person) => categoryOf(rulebook, person)?.inService === true);
    case 'group':
      return members.filter((person) => person.group === audience.group);
    case 'committee': {
      const offices = ['secretary', 'deputySecretary', 'committeeMember'] as const;
      const seats = new Set(offices.flatMap((office) => holders(facts, office)).map(({ id }) => id));
      return members.filter(({ id }) => seats.has(id));
    }
  }
}
