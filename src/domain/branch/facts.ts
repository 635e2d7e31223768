import type { Change, Rows, TableName } from './rows.js';

/** What a table is looked up by: `key` is unique, `group` gathers the rows that are read together. */
interface Shape<T extends TableName> {
  readonly key: (row: Rows[T]) => string;
  readonly group: (row: Rows[T]) => number;
}

/** The order of the parts of a key is the order of the primary key in the database, after the branch. */
export const shapes: { readonly [T in TableName]: Shape<T> } = {
  person: { key: (r) => String(r.id), group: () => 0 },
  office: { key: (r) => String(r.id), group: (r) => r.person },
  account: { key: (r) => `${r.channel}/${r.account}`, group: (r) => r.person },
  claimCode: { key: (r) => String(r.person), group: (r) => r.person },
  activity: { key: (r) => String(r.id), group: () => 0 },
  attendance: { key: (r) => `${r.activity}/${r.person}`, group: (r) => r.activity },
  matter: { key: (r) => String(r.number), group: (r) => r.subject },
  witness: { key: (r) => `${r.matter}/${r.person}`, group: (r) => r.matter },
  material: { key: (r) => `${r.matter}/${r.no}`, group: (r) => r.matter },
  remark: { key: (r) => `${r.matter}/${r.no}`, group: (r) => r.matter },
  ruling: { key: (r) => String(r.matter), group: (r) => r.matter },
  entry: { key: (r) => String(r.seq), group: (r) => r.member },
  notice: { key: (r) => String(r.number), group: (r) => r.year },
  hold: { key: (r) => `${r.year}/${r.period}`, group: (r) => r.year },
  desk: { key: (r) => String(r.person), group: (r) => r.person },
  file: { key: (r) => String(r.id), group: () => 0 },
};

/** Who the branch is. `entryCount` and `head` are the end of its hash chain. */
export interface BranchHead {
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
  /** The rows of one group (see `shapes`), oldest first. */
  of<T extends TableName>(table: T, group: number): readonly Rows[T][];
  /** The number that the next row of a numbered table gets. Rows are never deleted. */
  next(table: 'person' | 'office' | 'activity' | 'matter' | 'notice' | 'file' | 'entry'): number;
  with(changes: readonly Change[]): Facts;
}

type Stored<T extends TableName> = ReadonlyMap<string, Rows[T]>;
interface Indexed<T extends TableName> {
  readonly rows: Stored<T>;
  readonly groups: ReadonlyMap<number, Stored<T>>;
}
type Tables = { readonly [T in TableName]: Indexed<T> };

const none = { rows: new Map<string, never>(), groups: new Map<number, never>() };

/** A branch without any rows. */
export function emptyFacts(branch: BranchHead): Facts {
  const tables = Object.fromEntries(Object.keys(shapes).map((name) => [name, none])) as unknown as Tables;
  return factsOf(branch, tables);
}

function factsOf(branch: BranchHead, tables: Tables): Facts {
  const indexed = <T extends TableName>(table: T) => tables[table] as unknown as Indexed<T>;
  return {
    branch,
    get: (table, ...key) => indexed(table).rows.get(key.join('/')),
    all: (table) => [...indexed(table).rows.values()],
    of: (table, group) => [...(indexed(table).groups.get(group)?.values() ?? [])],
    next: (table) => indexed(table).rows.size + 1,
    with: (changes) => (changes.length === 0 ? factsOf(branch, tables) : evolve(branch, tables, changes)),
  };
}

/** Copies only the tables and groups that the changes touch. */
function evolve(branch: BranchHead, tables: Tables, changes: readonly Change[]): Facts {
  const next: Record<string, { rows: Map<string, unknown>; groups: Map<number, Map<string, unknown>> }> = {};
  const owned = new Set<Map<string, unknown>>();
  let head = branch;
  for (const change of changes) {
    const shape = shapes[change.table] as unknown as Shape<TableName>;
    const before = tables[change.table] as unknown as Indexed<TableName>;
    const table = (next[change.table] ??= {
      rows: new Map(before.rows),
      groups: new Map(before.groups) as never,
    });
    const key = shape.key(change.row);
    const number = shape.group(change.row);
    const old = table.rows.get(key) as Rows[TableName] | undefined;
    table.rows.set(key, change.row);
    if (old !== undefined && shape.group(old) !== number)
      copyOf(table.groups, owned, shape.group(old)).delete(key);
    copyOf(table.groups, owned, number).set(key, change.row);
    if (change.table === 'entry') head = { ...head, entryCount: change.row.seq, head: change.row.hash };
  }
  return factsOf(head, { ...tables, ...(next as unknown as Partial<Tables>) });
}

function copyOf(
  groups: Map<number, Map<string, unknown>>,
  owned: Set<Map<string, unknown>>,
  number: number,
): Map<string, unknown> {
  const group = groups.get(number);
  if (group !== undefined && owned.has(group)) return group;
  const copy = new Map(group);
  owned.add(copy);
  groups.set(number, copy);
  return copy;
}
