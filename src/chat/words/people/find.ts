import type { Context } from '../../../app/use-case.js';
import { seesOthers } from '../../../app/roster/register/readers.js';
import { isHere, officesOf, refOf, type PersonRef } from '../../../domain/branch/people.js';
import type { OfficeName, Person } from '../../../domain/roster/rows.js';
import { tidyName } from '../../../domain/roster/names.js';
import { personTitle } from '../../../words/persons.js';
import { officeLabels, officeNamed } from '../../../words/roster.js';

export type Kind = 'member' | 'person';

/** Between names written as one word. */
export const joiners = /[、,;/。\uff0c\uff1b\n]/u;
const apart = /^(.*?)[(\uff08](.+)[)\uff09]$/u;
/** How people are called in courtesy. */
const courtesy = /(?:同志|老师|师傅|先生|女士)$/u;
const dot = '·';
const spokenOffices = [...officeLabels, '委员', '组长'].sort((one, other) => other.length - one.length);

type Found =
  | { readonly kind: 'found'; readonly person: Person }
  | { readonly kind: 'none' }
  | { readonly kind: 'many'; readonly persons: readonly Person[] };

export type Find = (context: Context, typed: string) => Found;

/** Who is called so. `张三(窗口党员)` tells people of one name apart. */
export function findPerson(context: Context, typed: string, kind: Kind): Found {
  const isMeant = (person: Person) => isHere(person) && (kind === 'person' || person.kind === 'member');
  return findAmong(context, context.facts.all('person').filter(isMeant), typed);
}

/**
 * For reading only, by those who may read about others: includes members who have left. Of two with one
 * name the present one is meant; a question lists all of them.
 */
export const findMemberEver: Find = (context, typed) => {
  const { facts, actor } = context;
  const found = findPerson(context, typed, 'member');
  if (found.kind === 'found' || actor === null || !seesOthers(facts, actor)) return found;
  const isMeant = (person: Person) => !isHere(person) && person.kind === 'member';
  const left = findAmong(context, facts.all('person').filter(isMeant), typed);
  if (found.kind === 'none') return left;
  if (left.kind === 'none') return found;
  const others = left.kind === 'many' ? left.persons : [left.person];
  return { kind: 'many', persons: [...found.persons, ...others] };
};

/** By the name as registered; else with what tells namesakes apart, without its dot, or with a title of courtesy. */
function findAmong(context: Context, everybody: readonly Person[], typed: string): Found {
  const written = tidyName(typed);
  const tries = [
    () => everybody.filter((person) => person.name === written),
    () => withNote(context, everybody, written),
    () => everybody.filter((person) => person.name.replaceAll(dot, '') === written),
    () => everybody.filter((person) => person.name.startsWith(`${written}${dot}`)),
    () => withCourtesy(context, everybody, written),
  ];
  for (const attempt of tries) {
    const persons = attempt();
    const [person] = persons;
    if (person !== undefined)
      return persons.length === 1 ? { kind: 'found', person } : { kind: 'many', persons };
  }
  return { kind: 'none' };
}

/** 张三（窗口党员）; several that fit are nobody. */
function withNote(
  { facts, rulebook }: Context,
  everybody: readonly Person[],
  written: string,
): readonly Person[] {
  const [, name = '', note = ''] = apart.exec(written) ?? [];
  if (note === '') return [];
  const fits = everybody.filter(
    (person) => person.name === name && noteFits(person, refOf(facts, person), note, rulebook),
  );
  return fits.length === 1 ? fits : [];
}

/** 张三同志, 周建国书记; 周书记 of one who is secretary or deputy. */
function withCourtesy({ facts }: Context, everybody: readonly Person[], written: string): readonly Person[] {
  const plain = written.replace(courtesy, '');
  if (plain !== written && plain !== '') {
    const called = everybody.filter(({ name }) => name === plain);
    if (called.length > 0) return called;
  }
  const office = spokenOffices.find((label) => plain.endsWith(label) && plain.length > label.length);
  if (office === undefined) return [];
  const head = plain.slice(0, -office.length);
  const held = spokenAs(office);
  return everybody.filter(
    ({ id, name }) =>
      (name === head || (head.length <= 2 && name.startsWith(head) && name !== head)) &&
      officesOf(facts, id).some((one) => held.includes(one.office)),
  );
}

/** A deputy is called 书记 too. */
function spokenAs(label: string): readonly OfficeName[] {
  const office = label === '委员' ? 'committeeMember' : officeNamed(label);
  if (office === undefined) return [];
  return office === 'secretary' ? ['secretary', 'deputySecretary'] : [office];
}

/** The pieces of a word of several names: 张三、王芳. */
export function namePieces(text: string): readonly string[] {
  return text.split(joiners).filter((part) => part !== '');
}

function noteFits(person: Person, ref: PersonRef, note: string, rulebook: Context['rulebook']): boolean {
  const category = rulebook.categories.find((known) => known.id === person.category)?.label;
  return (
    personTitle(ref, rulebook) === `${person.name}（${note}）` ||
    category === note ||
    person.group === note ||
    note === `${person.id}号`
  );
}
