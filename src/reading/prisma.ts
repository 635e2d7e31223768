/**
 * The part of the generated client that reading uses. The client's types are forty per cent of what the compiler would
 * read, so tsconfig.json leaves it out, and we load by path what src/cli/ensure/bundle.mjs made of it.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { PrismaLibSql } from '@prisma/adapter-libsql';
import { projectFolder } from '../project-folder.js';

interface BranchRow {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly version: number;
  readonly entryCount: number;
  readonly head: string;
}

/** As in the file: the texts of `side` and `evidence` are unchecked. */
export interface LedgerRow {
  readonly seq: number;
  readonly member: number;
  readonly year: number;
  readonly deedOn: string;
  readonly item: number;
  readonly grade: string | null;
  readonly times: number;
  readonly side: string;
  readonly points: number;
  readonly matter: number;
  readonly ruler: number;
  readonly ruledAt: string;
  readonly rulebook: string;
  readonly reverses: number | null;
  readonly evidence: string;
  readonly previousHash: string;
  readonly hash: string;
}

interface RulingRow {
  readonly matter: number;
  readonly ruler: number;
  readonly decision: string;
}

interface MaterialRow {
  readonly matter: number;
  readonly no: number;
  readonly type: string;
  readonly file: number | null;
}

/** The matching rows, in full or only the columns of `select`. */
type FindMany<Row> = <Name extends keyof Row = keyof Row>(asked: {
  readonly where?: object;
  readonly select?: Readonly<Record<Name, true>>;
  readonly orderBy?: Readonly<Partial<Record<keyof Row, 'asc'>>>;
  readonly take?: number;
}) => Promise<readonly Pick<Row, Name>[]>;

export interface Prisma {
  readonly branch: {
    readonly findMany: FindMany<BranchRow>;
    readonly findUniqueOrThrow: (asked: { readonly where: { readonly id: string } }) => Promise<BranchRow>;
  };
  readonly notice: { readonly findMany: FindMany<Pick<BranchRow, 'entryCount' | 'head'>> };
  readonly ledgerEntry: { readonly findMany: FindMany<LedgerRow> };
  readonly ruling: { readonly findMany: FindMany<RulingRow> };
  readonly material: { readonly findMany: FindMany<MaterialRow> };
  readonly witness: { readonly findMany: FindMany<{ readonly matter: number; readonly person: number }> };
  readonly $disconnect: () => Promise<void>;
  readonly $executeRawUnsafe: (sql: string) => Promise<number>;
}

/** Read-only: the database refuses its writes. Never `$transaction` (it leaks). */
export async function openPrisma(databaseFile: string): Promise<Prisma> {
  const adapter = await import('@prisma/adapter-libsql');
  const client = pathToFileURL(join(projectFolder(), 'dist/src/reading/generated/client.js')).href;
  const { PrismaClient } = (await import(client)) as {
    readonly PrismaClient: new (options: { readonly adapter: PrismaLibSql }) => Prisma;
  };
  const url = pathToFileURL(databaseFile).href;
  const opened = new PrismaClient({ adapter: new adapter.PrismaLibSql({ url }) });
  await opened.$executeRawUnsafe('PRAGMA query_only = ON');
  // Whoever closes the file last, or repairs it after a crash, holds it for a moment, against readers too.
  await opened.$executeRawUnsafe('PRAGMA busy_timeout = 5000');
  return opened;
}
