import { carryIndexes, type Written } from './index-by.js';
import { layered, type Layered } from './layered.js';
import type { Change, Rows, TableName } from './rows.js';
import { tableNames, tables as declared, type NumberedTable } from './tables.js';
import { yearOf } from '../period/civil.js';
import type { Matter } from '../rulings/rows.js';

/** What a row is found by within its table and branch. */
export function keyOf<T extends TableName>(table: T, row: Rows[T]): string {
  const { key } = declared[table];
  const fields = row as unknown as Readonly<Record<string, unknown>>;
  return key.length === 1
    ? String(fields[key[0] ?? ''])
    : key.map((field) => String(fields[field])).join('/');
}

/** The number of the rows that it is read together with. */
function groupOf<T extends TableName>(table: T, row: Rows[T]): number {
  const { group } = declared[table];
  if (group === undefined) return 0;
  const value = (row as unknown as Readonly<Record<string, number | string>>)[group] ?? 0;
  return typeof value === 'string' ? yearOf(value) : value;
}

/** Who the branch is. `entryCount` and `head` are the end of its hash chain. */
interface BranchHead {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly entryCount: number;
  readonly head: string;
}

/** Everything known of one branch at one version. Never changes: `with` makes a new one. */
export interface Facts {
  readonly branch: BranchHead;
  get<T extends TableName>(table: T, ...key: (string | number)[]): Rows[T] | undefined;
  /** All rows, oldest first. */
  all<T extends TableName>(table: T): readonly Rows[T][];
  /** Matters that wait for a decision, oldest first: few, while a branch has thousands behind it. */
  open(): readonly Matter[];
  /** The rows of one group (see src/domain/branch/tables.ts), oldest first. */
  of<T extends TableName>(table: T, group: number): readonly Rows[T][];
  /** The number that the next row of a numbered table gets. Rows are never deleted. */
  next(table: NumberedTable): number;
  /** The same object until a row of the table is written. */
  part(table: TableName): object;
  with(changes: readonly Change[]): Facts;
}

/** One table of a branch: by key, and the rows of each group in the order of first writing. */
interface Indexed<T extends TableName> {
  readonly rows: Layered<string, Rows[T]>;
  readonly groups: Layered<number, readonly Rows[T][]>;
}
type Tables = { readonly [T in TableName]: Indexed<T> };
type AnyRow = Rows[TableName];

const none: Indexed<TableName> = {
  rows: layered<string, AnyRow>(new Map()),
  groups: layered<number, readonly AnyRow[]>(new Map()),
};

/** A branch without any rows. */
export function emptyFacts(branch: BranchHead): Facts {
  const tables = Object.fromEntries(tableNames.map((name) => [name, none])) as unknown as Tables;
  return factsOf(branch, tables, []);
}

function factsOf(branch: BranchHead, tables: Tables, open: readonly Matter[]): Facts {
  const indexed = <T extends TableName>(table: T) => tables[table] as unknown as Indexed<T>;
  // The answer, letters, the clock and the store ask for the same next facts one after another, each with a list of its
  // own: they get the same object, so that an index made for one of them is there for the next line too.
  let asked: { readonly changes: readonly Change[]; readonly next: Facts } | undefined;
  const after = (changes: readonly Change[]): Facts => {
    if (changes.length === 0) return facts;
    if (asked === undefined || !areSame(asked.changes, changes))
      asked = { changes: [...changes], next: evolve(branch, tables, open, changes) };
    return asked.next;
  };
  const facts: Facts = {
    branch,
    get: (table, ...key) => indexed(table).rows.get(key.join('/')),
    all: (table) => indexed(table).rows.values(),
    open: () => open,
    of: (table, group) => indexed(table).groups.get(group) ?? [],
    next: (table) => indexed(table).rows.size + 1,
    part: (table) => indexed(table).rows,
    with: after,
  };
  return facts;
}

function areSame(some: readonly Change[], others: readonly Change[]): boolean {
  return some.length === others.length && some.every((change, at) => change === others[at]);
}

/** Writes only into the tables and groups that the changes touch. */
function evolve(
  branch: BranchHead,
  tables: Tables,
  open: readonly Matter[],
  changes: readonly Change[],
): Facts {
  const writes = new Map<TableName, AnyRow[]>();
  let head = branch;
  for (const { table, row } of changes) {
    const rows = writes.get(table);
    if (rows === undefined) writes.set(table, [row]);
    else rows.push(row);
    if (table === 'entry') head = { ...head, entryCount: row.seq, head: row.hash };
  }
  const next: Record<string, Indexed<TableName>> = {};
  for (const [table, rows] of writes) {
    next[table] = write(tables[table], table, rows);
  }
  const matters = (writes.get('matter') ?? []) as readonly Matter[];
  return factsOf(head, { ...tables, ...(next as unknown as Partial<Tables>) }, stillOpen(open, matters));
}

/** Oldest first. Nearly all are opened in the order of their numbers; one that closed unruled may be opened again. */
function stillOpen(open: readonly Matter[], written: readonly Matter[]): readonly Matter[] {
  const latest = new Map(written.map((matter) => [matter.number, matter]));
  const last = open.at(-1)?.number ?? 0;
  const fresh = [...latest.values()]
    .filter(({ state }) => state === 'open')
    .sort((one, other) => one.number - other.number);
  // Most messages only open new ones: those that wait are not looked at.
  if (written.every(({ number }) => number > last)) return fresh.length === 0 ? open : open.concat(fresh);
  return open
    .filter(({ number }) => !latest.has(number))
    .concat(fresh)
    .sort((one, other) => one.number - other.number);
}

function write(
  { rows, groups }: Indexed<TableName>,
  table: TableName,
  written: readonly AnyRow[],
): Indexed<TableName> {
  const newRows = new Map<string, AnyRow>();
  const newGroups = new Map<number, AnyRow[]>();
  const writtenTo = new Map<number, Written<AnyRow>[]>();
  /** Groups that a row joined from elsewhere: their order is found again among all rows. */
  const moved = new Set<number>();
  const membersOf = (number: number): AnyRow[] => {
    const group = newGroups.get(number) ?? [...(groups.get(number) ?? [])];
    newGroups.set(number, group);
    return group;
  };
  const note = (number: number, old: AnyRow | undefined, now: AnyRow | undefined): void => {
    const noted = writtenTo.get(number);
    if (noted === undefined) writtenTo.set(number, [{ old, now }]);
    else noted.push({ old, now });
  };
  for (const row of written) {
    const key = keyOf(table, row);
    const number = groupOf(table, row);
    const old = newRows.get(key) ?? rows.get(key);
    newRows.set(key, row);
    if (old === undefined) {
      membersOf(number).push(row);
      note(number, old, row);
      continue;
    }
    const left = groupOf(table, old);
    const before = membersOf(left);
    const place = before.lastIndexOf(old);
    if (left === number) {
      before[place] = row;
      note(number, old, row);
    } else {
      before.splice(place, 1);
      note(left, old, undefined);
      membersOf(number).push(row);
      moved.add(number);
    }
  }
  for (const [number, group] of newGroups)
    if (!moved.has(number)) carryIndexes(groups.get(number) ?? [], group, writtenTo.get(number) ?? []);
  const after = rows.with(newRows);
  for (const number of moved)
    newGroups.set(
      number,
      after.values().filter((row) => groupOf(table, row) === number),
    );
  return { rows: after, groups: groups.with(newGroups) };
}
