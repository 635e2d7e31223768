import type { Category, Rulebook } from '../rulebook/schema.js';
import { dateOf, type CivilDate } from '../period/civil.js';
import type { Facts } from './facts.js';
import { groupedBy, onceFor } from './once-for.js';
import type { Office, OfficeName, Person } from '../roster/rows.js';

/** A person as a reply may name them, with what tells namesakes apart. */
export interface PersonRef {
  readonly name: string;
  readonly apart:
    | null
    | { readonly by: 'category'; readonly category: string }
    | { readonly by: 'group'; readonly group: string }
    | { readonly by: 'number'; readonly number: number };
}

export function isHere(person: Person): boolean {
  return person.leftOn === null;
}

export function personOf(facts: Facts, id: number): Person {
  const person = facts.get('person', id);
  if (person === undefined) throw new Error(`no person ${id}`);
  return person;
}

/** Offices a person holds now. They begin and end at once, so only the open ones count. */
export function officesOf(facts: Facts, person: number): readonly Office[] {
  return facts.of('office', person).filter((office) => office.until === null);
}

/** Offices that somebody held at the end of a day. */
export function officesOn(facts: Facts, person: number, day: CivilDate): readonly Office[] {
  return facts
    .of('office', person)
    .filter(({ from, until }) => dateOf(from) <= day && (until === null || dateOf(until) > day));
}

export function holds(facts: Facts, person: number, office: OfficeName): boolean {
  return officesOf(facts, person).some((held) => held.office === office);
}

/** Those who rule in the branch; the secretary comes first. */
export const rulingOffices = ['secretary', 'deputySecretary'] as const;

/** Everybody who holds an office now, in the order of appointment. */
export function holders(facts: Facts, office: OfficeName): readonly Person[] {
  return facts
    .all('office')
    .filter((held) => held.office === office && held.until === null)
    .map((held) => personOf(facts, held.person))
    .filter(isHere);
}

/** Who hears what the secretary sees to: the secretary, else the deputies. */
export function secretariat(facts: Facts): readonly Person[] {
  const secretaries = holders(facts, 'secretary');
  return secretaries.length > 0 ? secretaries : holders(facts, 'deputySecretary');
}

/** Who sees a publication before it leaves: the secretariat; without one those above and the recorder, until there is one. */
export function whoReleases(facts: Facts): readonly Person[] {
  const officers = secretariat(facts);
  if (officers.length > 0) return officers;
  return [...new Set([...superiors(facts), ...holders(facts, 'recorder')])];
}

/** Members of the branch now, in the order of the roster; neither the dead nor those who left. */
export function membersHere(facts: Facts): readonly Person[] {
  return facts.all('person').filter((person) => person.kind === 'member' && isHere(person));
}

export function superiors(facts: Facts): readonly Person[] {
  return facts.all('person').filter((person) => person.kind === 'superior' && isHere(person));
}

export function categoryOf(rulebook: Rulebook, person: Person): Category | undefined {
  return rulebook.categories.find((category) => category.id === person.category);
}

export type WhyNotScored = 'notMember' | 'left' | 'exempt' | 'category';

/** Undefined: the person is scored. (Annex 1, first paragraph: members in service; others only by the rulebook's switch.) */
export function whyNotScored(rulebook: Rulebook, person: Person): WhyNotScored | undefined {
  if (person.kind !== 'member') return 'notMember';
  if (!isHere(person)) return 'left';
  if (categoryOf(rulebook, person)?.scored !== true) return 'category';
  return person.exempt ? 'exempt' : undefined;
}

const namesakes = onceFor((people: readonly Person[]) => groupedBy(people, ({ name }) => name));

/**
 * Names the person. Category, else group, else roster number tells namesakes apart: present people from those present,
 * leavers from all.
 */
export function refOf(facts: Facts, person: Person): PersonRef {
  const others = (namesakes(facts.all('person')).get(person.name) ?? []).filter(
    ({ id, leftOn }) => id !== person.id && (leftOn === null || !isHere(person)),
  );
  if (others.length === 0) return { name: person.name, apart: null };
  const { category, group } = person;
  if (category !== null && others.every((other) => other.category !== category)) {
    return { name: person.name, apart: { by: 'category', category } };
  }
  if (group !== null && others.every((other) => other.group !== group)) {
    return { name: person.name, apart: { by: 'group', group } };
  }
  return { name: person.name, apart: { by: 'number', number: person.id } };
}

export function refById(facts: Facts, id: number): PersonRef {
  return refOf(facts, personOf(facts, id));
}

/** Who is not scored, and the category that may be why: its name is the rulebook's. */
export function unscored(
  facts: Facts,
  person: Person,
): { readonly person: PersonRef; readonly category: string | null } {
  return { person: refOf(facts, person), category: person.category };
}

/** Whom of the branch a text names, but for one; a name within a longer one that is there as well is none. */
export function othersNamed(facts: Facts, besides: number, text: string): readonly number[] {
  const named = facts.all('person').filter((person) => isHere(person) && text.includes(person.name));
  return named
    .filter(({ name }) => !named.some((other) => other.name !== name && other.name.includes(name)))
    .filter(({ id }) => id !== besides)
    .map(({ id }) => id);
}
