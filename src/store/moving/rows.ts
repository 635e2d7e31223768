/** The rows of one database, one by one in another, and the proof that both hold the same. */
import { textOf, type Connection, type Row, type SqlValue } from '../connection.js';

interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  /** Of a table whose rows bear no order of writing. */
  readonly key?: readonly string[];
}

/** Rows and bytes written in one transaction. */
const [mostRows, mostBytes] = [500, 4_000_000];

/**
 * Brings `to` to the rows of `from`. What an earlier run left there is compared, not written again.
 * @param heard called with the number of rows so far
 * @returns false: `to` holds something that `from` does not
 */
export function copyRows(from: Connection, to: Connection, heard: (rows: number) => void): boolean {
  return together(from, to, heard, true);
}

/** Whether both hold the same rows, in the same order of writing. */
export function holdsTheSame(from: Connection, to: Connection, heard: (rows: number) => void): boolean {
  return together(from, to, heard, false);
}

function together(
  from: Connection,
  to: Connection,
  heard: (rows: number) => void,
  mayWrite: boolean,
): boolean {
  let rows = 0;
  const next = (): void => heard((rows += 1));
  return tablesOf(to).every((table) => {
    const there = walk(to, table);
    const write = writer(to, table);
    let isAtEnd = false;
    for (const row of walk(from, table)) {
      next();
      const found: Row | undefined = isAtEnd ? undefined : there.next().value;
      isAtEnd = found === undefined;
      if (found !== undefined && !isSame(table, row, found)) return false;
      if (found === undefined && !mayWrite) return false;
      if (found === undefined) write.add(row);
    }
    write.end();
    return isAtEnd || there.next().done === true;
  });
}

function writer(db: Connection, { name, columns }: Table) {
  const insert = db.prepare(
    `INSERT INTO "${name}" (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  let waiting: (readonly SqlValue[])[] = [];
  let bytes = 0;
  const end = (): void => {
    if (waiting.length === 0) return;
    db.exec('BEGIN IMMEDIATE');
    try {
      for (const values of waiting) insert.run(...values);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
    [waiting, bytes] = [[], 0];
  };
  return {
    end,
    add(row: Row): void {
      const values = columns.map((column) => valueOf(row[column]));
      waiting.push(values);
      bytes += sizeOf(values);
      if (waiting.length >= mostRows || bytes >= mostBytes) end();
    },
  };
}

/** All rows, a part at a time: as many as were `mostBytes` when they are like those before. */
function* walk(db: Connection, { name, columns, key }: Table): Generator<Row, undefined> {
  const list = columns.map(quoted).join(', ');
  if (key !== undefined) {
    yield* db.prepare(`SELECT ${list} FROM "${name}" ORDER BY ${key.map(quoted).join(', ')}`).all();
    return undefined;
  }
  const read = db.prepare(
    `SELECT rowid AS place, ${list} FROM "${name}" WHERE rowid > ? ORDER BY rowid LIMIT ?`,
  );
  let [place, limit] = [-1, 1];
  for (;;) {
    const rows = read.all(place, limit);
    yield* rows;
    if (rows.length < limit) return undefined;
    place = Number(rows.at(-1)?.['place']);
    const bytes = rows.reduce((sum, row) => sum + sizeOf(Object.values(row).map(valueOf)), 1);
    limit = Math.min(mostRows, limit * 4, Math.max(1, Math.floor((mostBytes * rows.length) / bytes)));
  }
}

/** Of the program: all but the history of migrations. */
function tablesOf(db: Connection): readonly Table[] {
  return tableNames(db).map((name) => {
    const columns = columnsOf(db, name);
    return columns.hasOrder
      ? { name, columns: columns.names }
      : { name, columns: columns.names, key: columns.key };
  });
}

const isOurs = "name <> '_prisma_migrations' AND name NOT LIKE 'sqlite%' ORDER BY name";

export function tableNames(db: Connection): readonly string[] {
  const list =
    db.isServer === true
      ? `SELECT name FROM (SELECT tablename::text AS name FROM pg_tables WHERE schemaname = current_schema()) t WHERE ${isOurs}`
      : `SELECT name FROM sqlite_master WHERE type = 'table' AND ${isOurs}`;
  return db
    .prepare(list)
    .all()
    .map((row) => textOf(row, 'name'));
}

function columnsOf(db: Connection, table: string) {
  const names = (sql: string) =>
    db
      .prepare(sql)
      .all(table)
      .map((row) => textOf(row, 'name'));
  if (db.isServer === true) {
    const all = names(
      'SELECT column_name::text AS name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = ? ORDER BY ordinal_position',
    );
    const key = names(
      `SELECT a.attname::text AS name FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
       WHERE i.indisprimary AND i.indrelid = to_regclass(?) ORDER BY array_position(i.indkey, a.attnum)`,
    );
    return { names: all.filter((name) => name !== 'written'), key, hasOrder: all.includes('written') };
  }
  const [kind] = db.prepare('SELECT wr FROM pragma_table_list WHERE name = ?').all(table);
  return {
    names: names('SELECT name FROM pragma_table_info(?) ORDER BY cid'),
    key: names('SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk'),
    hasOrder: kind?.['wr'] === 0,
  };
}

function isSame({ columns }: Table, one: Row, other: Row): boolean {
  return columns.every((column) => {
    const [mine, theirs] = [valueOf(one[column]), valueOf(other[column])];
    if (!(mine instanceof Uint8Array && theirs instanceof Uint8Array)) return mine === theirs;
    return Buffer.compare(mine, theirs) === 0;
  });
}

/** Blobs as bytes, whichever driver gave them. */
function valueOf(cell: unknown): SqlValue {
  return cell instanceof ArrayBuffer ? new Uint8Array(cell) : (cell as SqlValue);
}

function sizeOf(values: readonly SqlValue[]): number {
  return values.reduce<number>(
    (sum, value) => sum + (value === null || typeof value === 'number' ? 8 : value.length),
    0,
  );
}

function quoted(name: string): string {
  return `"${name}"`;
}
