import type { Facts } from '../branch/facts.js';
import { isHere, officesOf } from '../branch/people.js';
import { put, type Change } from '../branch/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import { standingOf, unlikeNamesake, wantsRuling } from './matter.js';
import type { Office, OfficeName, Person, PersonKind, Standing } from './rows.js';
import { yearOf } from '../period/civil.js';
import { withParticular } from './particulars.js';
import { lifeFields, type LifeField } from './rows.js';
import { officeConflict, type OfficeConflict } from './offices.js';

/** One line of a roster file; null where the file says nothing, which changes nothing. */
export interface ImportRow {
  readonly line: number;
  readonly name: string;
  readonly kind: PersonKind;
  readonly category: string | null;
  readonly probationary: boolean;
  readonly offices: readonly OfficeName[];
  readonly group: string | null;
  readonly partyJoinedOn: string | null;
  readonly phone: string | null;
  readonly joinedOn: string | null;
  /** 性别, 民族 …; what the file leaves blank is not there. */
  readonly life: { readonly [F in LifeField]?: string };
  readonly regularOn: string | null;
}

/** What becomes of one line. `before` null: new on the roster. */
export interface ImportStep {
  readonly line: number;
  readonly before: Person | null;
  readonly after: Person;
  readonly begins: readonly OfficeName[];
  /** Offices held now that the file does not name; they are not ended by an import. */
  readonly keeps: readonly OfficeName[];
  /** A standing of the file that only a ruling gives; it is not imported. */
  readonly unruled: Standing | null;
}

export type ImportProblem =
  | { readonly line: number; readonly name: string; readonly why: 'whichPerson' }
  /** Somebody of this name is, or was, on the roster with another standing (`unlikeNamesake`). */
  | { readonly line: number; readonly name: string; readonly why: 'namesake' }
  /** A person of another name, not in the file, has this telephone. */
  | { readonly line: number; readonly name: string; readonly why: 'renamed'; readonly was: string }
  | {
      readonly line: number;
      readonly name: string;
      readonly why: 'office';
      readonly office: OfficeName;
      readonly conflict: OfficeConflict;
    };

export interface ImportPlan {
  readonly steps: readonly ImportStep[];
  /** With one of these nothing is imported. */
  readonly problems: readonly ImportProblem[];
  /** On the roster, not in the file: listed, never removed. */
  readonly missing: readonly Person[];
  readonly changes: readonly Change[];
}

/** Compares a roster file with the branch. The same file a second time gives no changes. */
export function planImport(
  facts: Facts,
  rulebook: Rulebook,
  rows: readonly ImportRow[],
  now: string,
): ImportPlan {
  const matched = matchRows(facts, rows);
  const inFile = new Set(matched.values());
  const unnamed = facts.all('person').filter((person) => isHere(person) && !inFile.has(person));
  const steps: ImportStep[] = [];
  const problems: ImportProblem[] = [];
  const changes: Change[] = [];
  let known = facts;
  for (const row of rows) {
    const before = matched.get(row);
    if (before === 'unclear') {
      problems.push({ line: row.line, name: row.name, why: 'whichPerson' });
      continue;
    }
    const was = unnamed.find(({ phone }) => phone !== null && phone === row.phone);
    if (before === undefined && was !== undefined) {
      problems.push({ line: row.line, name: row.name, why: 'renamed', was: was.name });
      continue;
    }
    const wanted = before === undefined ? added(known, facts, row, now) : updated(before, row);
    if (before === undefined && unlikeNamesake(facts, rulebook, row.name, standingOf(wanted)) !== undefined) {
      problems.push({ line: row.line, name: row.name, why: 'namesake' });
      continue;
    }
    const { after, unruled } = asRuled(rulebook, before, wanted);
    const written = before !== undefined && sameRow(before, after) ? [] : [put('person', after)];
    known = known.with(written);
    changes.push(...written);
    const given = giveOffices(known, after, row, now);
    known = known.with(given.changes);
    changes.push(...given.changes);
    problems.push(...given.problems);
    const held = officesOf(facts, after.id).map(({ office }) => office);
    const begins = row.offices.filter((office) => !held.includes(office));
    const keeps = held.filter((office) => !row.offices.includes(office));
    steps.push({ line: row.line, before: before ?? null, after, begins, keeps, unruled });
  }
  const found = new Set(steps.map((step) => step.after.id));
  const missing = facts.all('person').filter((person) => isHere(person) && !found.has(person.id));
  return { steps, problems, missing, changes: problems.length > 0 ? [] : changes };
}

type Match = Person | 'unclear' | undefined;

/** Who of the roster each row is: by telephone, category and group, then by what is left of a name. */
function matchRows(facts: Facts, rows: readonly ImportRow[]): ReadonlyMap<ImportRow, Match> {
  const matched = new Map<ImportRow, Match>();
  const free = new Set(facts.all('person').filter(isHere));
  const alike: readonly ((row: ImportRow, person: Person) => boolean)[] = [
    (row, person) => row.phone !== null && row.phone === person.phone,
    (row, person) => row.category === person.category && row.group === person.group,
    (row, person) => row.category === person.category && mayBe(row, person),
    mayBe,
  ];
  for (const fits of alike) {
    for (const row of rows.filter((one) => !matched.has(one))) {
      const persons = [...free].filter((person) => isNamed(row, person) && fits(row, person));
      const rivals = rows.filter(
        (one) => !matched.has(one) && one.name === row.name && one.kind === row.kind,
      );
      const [person] = persons;
      if (person === undefined || persons.length > 1) continue;
      // The last resort is none where two lines could mean the same person.
      if (fits === mayBe && rivals.length > 1) continue;
      matched.set(row, person);
      free.delete(person);
    }
  }
  for (const row of rows.filter((one) => !matched.has(one))) {
    const left = [...free].filter((person) => isNamed(row, person) && mayBe(row, person));
    matched.set(row, left.length > 0 && !isApart(row, left) ? 'unclear' : undefined);
  }
  return matched;
}

function isNamed(row: ImportRow, person: Person): boolean {
  return row.name === person.name && row.kind === person.kind;
}

/** Two telephone numbers are two people. */
function mayBe(row: ImportRow, person: Person): boolean {
  return row.phone === null || person.phone === null || row.phone === person.phone;
}

/** A namesake of another category or group is a new person. */
function isApart(row: ImportRow, others: readonly Person[]): boolean {
  return others.every(
    (other) =>
      other.category !== row.category ||
      (row.group !== null && other.group !== null && other.group !== row.group),
  );
}

function updated(before: Person, row: ImportRow): Person {
  const dated = row.joinedOn === null ? before : withParticular(before, 'joinedOn', row.joinedOn);
  return {
    ...withLife(dated, row),
    category: row.category,
    probationary: before.probationary || row.probationary,
    group: row.group ?? before.group,
    partyJoinedOn: row.partyJoinedOn ?? before.partyJoinedOn,
    phone: row.phone ?? before.phone,
  };
}

/** Whether somebody is scored, rated or votes no file changes: two people decide on it. */
function asRuled(
  rulebook: Rulebook,
  before: Person | undefined,
  wanted: Person,
): { readonly after: Person; readonly unruled: Standing | null } {
  if (before === undefined || !wantsRuling(rulebook, before, wanted)) return { after: wanted, unruled: null };
  const kept = { category: before.category, probationary: before.probationary };
  return { after: { ...wanted, ...kept }, unruled: standingOf(wanted) };
}

function withLife<P extends Person>(person: P, { life }: ImportRow): P {
  return Object.keys(life).length === 0 ? person : { ...person, life: { ...person.life, ...life } };
}

/** In a new branch nobody knows a blank day, and it counts as before last year. Later on it means today. */
function added(known: Facts, facts: Facts, row: ImportRow, now: string): Person {
  const { name, kind, category, probationary, group, partyJoinedOn, phone, regularOn } = row;
  const founding = facts.all('person').length === 0;
  const joinedOn = row.joinedOn ?? (founding ? `${yearOf(now) - 1}-01-01` : now.slice(0, 10));
  const person: Person = {
    id: known.next('person'),
    ...{ name, kind, category, probationary, group, partyJoinedOn, phone, joinedOn },
    exempt: false,
    leftOn: null,
    leftHow: null,
    ...(row.joinedOn === null && founding && { joinedUnknown: true }),
    ...(regularOn !== null && !probationary && { regularOn }),
  };
  return withLife(person, row);
}

function sameRow(one: Person, other: Person): boolean {
  return (
    one.category === other.category &&
    one.probationary === other.probationary &&
    one.group === other.group &&
    one.partyJoinedOn === other.partyJoinedOn &&
    one.phone === other.phone &&
    one.joinedOn === other.joinedOn &&
    one.joinedUnknown === other.joinedUnknown &&
    lifeFields.every((field) => one.life?.[field] === other.life?.[field])
  );
}

function giveOffices(
  facts: Facts,
  person: Person,
  row: ImportRow,
  now: string,
): { readonly changes: readonly Change[]; readonly problems: readonly ImportProblem[] } {
  const changes: Change[] = [];
  const problems: ImportProblem[] = [];
  let known = facts;
  // One at a time, so that two offices of one line that exclude each other are found as well.
  for (const office of row.offices) {
    const conflict = officeConflict(known, person, office);
    if (conflict?.why === 'held') continue;
    if (conflict !== undefined) {
      problems.push({ line: row.line, name: row.name, why: 'office', office, conflict });
      continue;
    }
    const begun = { until: null, givenBy: null, endedBy: null, recommendedOn: null };
    const given: Office = { id: known.next('office'), person: person.id, office, from: now, ...begun };
    const change = put('office', given);
    changes.push(change);
    known = known.with([change]);
  }
  return { changes, problems };
}
