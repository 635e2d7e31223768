/** What the roster may know of a member beside their place in the branch: optional, sealed with the rest of the row. */
import type { Facts } from '../branch/facts.js';
import { dateOf, yearOf, type CivilDate } from '../period/civil.js';
import type { ParticularField, Person } from './rows.js';

/** The day of joining the branch; null: nobody gave it, and the day in the row only says that it was long ago. */
export function joiningDay({ joinedOn, joinedUnknown }: Person): string | null {
  return joinedUnknown === true ? null : joinedOn;
}

export function particularOf(person: Person, field: ParticularField): string | null {
  switch (field) {
    case 'phone':
    case 'partyJoinedOn':
      return person[field];
    case 'regularOn':
      return person.regularOn ?? null;
    case 'joinedOn':
      return joiningDay(person);
    case 'gender':
    case 'ethnicity':
    case 'bornOn':
    case 'education':
    case 'position':
      return person.life?.[field] ?? null;
  }
}

/** The same person with the field put right; null takes it away, except the day of joining. */
export function withParticular(person: Person, field: ParticularField, value: string | null): Person {
  switch (field) {
    case 'phone':
    case 'partyJoinedOn':
      return { ...person, [field]: value };
    case 'regularOn': {
      const rest: Person = without(person, 'regularOn');
      return value === null ? rest : { ...rest, regularOn: value };
    }
    case 'joinedOn': {
      return value === null ? person : { ...without(person, 'joinedUnknown'), joinedOn: value };
    }
    case 'gender':
    case 'ethnicity':
    case 'bornOn':
    case 'education':
    case 'position': {
      const others = without(person.life ?? {}, field);
      return { ...person, life: value === null ? others : { ...others, [field]: value } };
    }
  }
}

function without<T extends object, K extends keyof T>(row: T, key: K): Omit<T, K> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => name !== key)) as Omit<T, K>;
}

/** Who is scored, rated or votes hangs on these: nobody puts their own right. */
export function decidesStanding(field: ParticularField): boolean {
  return field === 'joinedOn' || field === 'regularOn' || field === 'partyJoinedOn';
}

/** Dates that decide who is rated, votes or belongs to a year are not simply put right once the branch is kept here. */
export function whyNotPutRight(
  facts: Facts,
  person: Person,
  field: ParticularField,
  value: string | null,
): 'ruled' | 'deedsBefore' | undefined {
  const founded = dateOf(facts.branch.createdAt);
  const kept = `${yearOf(founded)}-01-01`;
  if (field === 'regularOn') {
    const dates = [value, person.regularOn ?? null].filter((date) => date !== null);
    return person.probationary || dates.some((date) => date >= kept) ? 'ruled' : undefined;
  }
  if (field !== 'joinedOn') return undefined;
  if (value === null) return 'deedsBefore';
  // Earlier than what is on record takes nobody out of a year.
  if (value <= person.joinedOn) return undefined;
  return value > founded || isKeptBefore(facts, person, value) ? 'deedsBefore' : undefined;
}

/** Something was entered of the person, open or ruled, that lies before the day. */
function isKeptBefore(facts: Facts, { id }: Person, day: CivilDate): boolean {
  return (
    facts.of('entry', id).some(({ deedOn }) => deedOn < day) ||
    // A year that lies before the day and was begun or published here.
    (['notice', 'yearStep'] as const).some((table) =>
      facts.all(table).some(({ year }) => year < yearOf(day)),
    ) ||
    facts.of('matter', id).some((matter) => 'deedOn' in matter && matter.deedOn < day) ||
    facts.of('dues', id).some(({ month }) => month < day.slice(0, 7)) ||
    facts
      .all('activity')
      .some(({ id: activity, at }) => dateOf(at) < day && facts.get('attendance', activity, id) !== undefined)
  );
}
