import { isUtf8 } from 'node:buffer';
import { bytesOf, type Connection, type Row, type SqlValue } from './connection.js';

export interface CarefulRow {
  readonly row: Row;
  /** False: some cell holds bytes that are no text, read as well as may be. */
  readonly isText: boolean;
}

/**
 * Rows as one JSON text each, read as bytes: over text that is none, which another hand may have written, the driver
 * ends the process. For many columns it is also faster.
 * @param columns what each column of the result is
 * @param rest from `FROM` on
 * @param bytes a column that holds bytes
 */
export function prepareCarefully(
  db: Connection,
  columns: Readonly<Record<string, string>>,
  rest: string,
  bytes?: string,
): (...values: readonly SqlValue[]) => readonly CarefulRow[] {
  const names = Object.keys(columns);
  if (db.isServer === true) return preparePlainly(db, columns, rest, bytes);
  const cells = Object.values(columns).map(
    (column) => `iif(typeof(${column}) = 'blob', 'blob ' || hex(${column}), ${column})`,
  );
  const more = bytes === undefined ? '' : `, ${bytes}`;
  const statement = db.prepare(
    `SELECT CAST(json_array(${cells.join(', ')}) AS BLOB) AS cells${more} ${rest}`,
  );
  return (...values) =>
    statement.all(...values).map((stored) => {
      const text = bytesOf(stored['cells']);
      const read = JSON.parse(text.toString('utf8')) as readonly unknown[];
      const row: Record<string, unknown> = {};
      names.forEach((name, at) => void (row[name] = read[at]));
      if (bytes !== undefined) row[bytes] = stored[bytes];
      return { row, isText: isUtf8(text) };
    });
}

/** A server takes no text that is none. */
function preparePlainly(...[db, columns, rest, bytes]: Parameters<typeof prepareCarefully>) {
  const cells = Object.entries(columns).map(([name, column]) => `${column} AS "${name}"`);
  const statement = db.prepare(
    `SELECT ${[...cells, ...(bytes === undefined ? [] : [bytes])].join(', ')} ${rest}`,
  );
  return (...values: readonly SqlValue[]) => statement.all(...values).map((row) => ({ row, isText: true }));
}

/** The same, for what a person only looks at. */
export function prepareRead(...asked: Parameters<typeof prepareCarefully>) {
  const rows = prepareCarefully(...asked);
  return (...values: readonly SqlValue[]): readonly Row[] => rows(...values).map(({ row }) => row);
}

/** `{ a: '"a"' }`: columns under their own names. */
export function columnsNamed(names: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, `"${name}"`]));
}
