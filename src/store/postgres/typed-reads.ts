import type { Connection, Row, SqlValue } from '../connection.js';

/** What `npm run verify` asks Prisma for where the database is a file (src/reading/prisma.ts). */
interface Asked {
  readonly where?: Readonly<
    Record<string, SqlValue | { readonly gt: number } | { readonly in: readonly number[] }>
  >;
  readonly select?: Readonly<Record<string, true>>;
  readonly orderBy?: Readonly<Record<string, 'asc'>>;
  readonly take?: number;
}

/** Rows of one table, with names as Prisma gives them. */
export function typedReads(db: Connection, table: string) {
  const findMany = ({ where = {}, select, orderBy = {}, take }: Asked): Promise<readonly Row[]> => {
    const values: SqlValue[] = [];
    const conditions = Object.entries(where).map(([name, wanted]) => {
      const column = columnOf(name);
      if (typeof wanted !== 'object' || wanted === null || wanted instanceof Uint8Array) {
        values.push(wanted);
        return `${column} = ?`;
      }
      values.push('gt' in wanted ? wanted.gt : JSON.stringify(wanted.in));
      return 'gt' in wanted ? `${column} > ?` : `${column}::text IN (SELECT value FROM json_each(?))`;
    });
    const columns = select === undefined ? '*' : Object.keys(select).map(columnOf).join(', ');
    const order = Object.keys(orderBy).map(columnOf).join(', ');
    const sql = [
      `SELECT ${columns} FROM "${table}"`,
      conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
      order === '' ? '' : `ORDER BY ${order}`,
      take === undefined ? '' : `LIMIT ${String(take)}`,
    ].join(' ');
    return Promise.resolve(
      db
        .prepare(sql)
        .all(...values)
        .map(named),
    );
  };
  return {
    findMany,
    async findUniqueOrThrow(asked: Asked): Promise<Row> {
      const [row] = await findMany(asked);
      if (row === undefined) throw new Error(`no such row of ${table}`);
      return row;
    },
  };
}

function columnOf(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}

function named(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column.replace(/_([a-z])/gu, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}
