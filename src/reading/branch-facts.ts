import { emptyFacts, type Facts } from '../domain/branch/facts.js';
import type { Change, TableName } from '../domain/branch/rows.js';
import type { PrismaClient } from './generated/client.js';

/** How the rows of a branch stand in the file; the store knows. */
export interface RowReader {
  /** For each table its statement, with the branch as the one parameter: all rows, in the order of first writing. */
  readonly statements: readonly { readonly table: TableName; readonly sql: string }[];
  readonly open: (table: TableName, stored: Readonly<Record<string, unknown>>, branch: string) => Change;
  readonly openContent: (branch: string, file: number, sealed: Uint8Array) => Uint8Array;
}

/** A branch that is written to all the time is read again this often. */
const mostTries = 10;

/**
 * Everything of a branch at one version, by the very statements that the snapshot is read with, so that a paper and an
 * answer in the chat are computed from the same rows in the same order. When the branch changed meanwhile, all is read
 * again.
 */
export async function readBranch(prisma: PrismaClient, rows: RowReader, branch: string): Promise<Facts> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const { version, ...head } = await headOf(prisma, branch);
    const changes: Change[] = [];
    for (const { table, sql } of rows.statements)
      for (const row of await prisma.$queryRawUnsafe<Record<string, unknown>[]>(sql, branch))
        changes.push(rows.open(table, plainRow(row), branch));
    if ((await headOf(prisma, branch)).version === version) return emptyFacts(head).with(changes);
  }
  throw new Error(`branch ${branch} is written to all the time`);
}

async function headOf(prisma: PrismaClient, id: string) {
  const { name, createdAt, version, entryCount, head } = await prisma.branch.findUniqueOrThrow({
    where: { id },
  });
  return { id, name, createdAt, version, entryCount, head };
}

/** As the store's own driver gives a row: numbers for whole numbers and truth values. */
function plainRow(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : value,
    ]),
  );
}
