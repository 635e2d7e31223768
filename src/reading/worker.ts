/**
 * The part of the reading thread that loads Prisma. Read-only: the database refuses its writes. Never `$transaction`
 * (it leaks).
 */
import type { MessagePort } from 'node:worker_threads';
import { failureOf } from '../app/failure.js';
import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import { emptyFacts, type Facts } from '../domain/branch/facts.js';
import type { Change, TableName } from '../domain/branch/rows.js';
import { openPrisma, type Prisma } from './prisma.js';
import type { FromWorker, Question, ToWorker } from './protocol.js';
import { mostTries, verifyLedger } from './verify-ledger.js';

/** Passed in by the thread: reading implements ports and imports neither the store nor the forms. */
interface WorkerDeps {
  readonly databaseFile: string;
  /** Of the ledger's chain. */
  readonly sign: (text: string) => string;
  readonly rows: RowReader;
  readonly makePapers: (
    order: PaperOrder,
    input: {
      readonly facts: Facts;
      readonly today: string;
      readonly content: (file: number) => Promise<Uint8Array | undefined>;
    },
  ) => Promise<readonly PaperFile[]>;
}

/** Answers questions one by one, so that papers do not compete. */
export async function answerQuestions(
  port: MessagePort,
  { databaseFile, sign, rows, makePapers }: WorkerDeps,
): Promise<void> {
  const prisma = await openPrisma(databaseFile);
  port.on('close', () => void prisma.$disconnect());
  const tell = (message: FromWorker, handedOver: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, handedOver);
  let last: Promise<unknown> = prisma.$executeRawUnsafe('PRAGMA query_only = ON');

  const answer = async (id: number, question: Question): Promise<unknown> => {
    switch (question.ask) {
      case 'branches':
        return prisma.branch.findMany({ select: { id: true, name: true }, orderBy: { createdAt: 'asc' } });
      case 'verifyLedger':
        return verifyLedger(prisma, sign, question.branch, question.known, (read) =>
          tell({ id, kind: 'progress', read }),
        );
      case 'papers': {
        const { branch, order, today } = question;
        const facts = await readBranch(prisma, rows, branch);
        const content = async (file: number) => {
          const row = await prisma.fileContent.findUnique({ where: { branch_id: { branch, id: file } } });
          return row === null ? undefined : rows.openContent(branch, file, row.sealed);
        };
        return makePapers(order, { facts, today, content });
      }
    }
  };
  port.on('message', ({ id, question }: ToWorker) => {
    last = last
      .then(() => answer(id, question))
      .then((found) =>
        tell(
          { id, kind: 'answer', answer: found },
          question.ask === 'papers' ? contentsOf(found as readonly PaperFile[]) : [],
        ),
      )
      .catch((error: unknown) => tell({ id, kind: 'failed', failure: failureOf(error) }));
  });
}

/** Contents that cross to the other thread without a copy; a Buffer may share its memory with others. */
function contentsOf(files: readonly PaperFile[]): readonly ArrayBuffer[] {
  return files
    .map(({ bytes }) => bytes)
    .filter((bytes) => !Buffer.isBuffer(bytes) && bytes.byteLength === bytes.buffer.byteLength)
    .map(({ buffer }) => buffer as ArrayBuffer);
}

/** The store's knowledge of a branch's rows. */
interface RowReader {
  /** A statement for each table, with the branch as its one parameter: all rows, in the order of first writing. */
  readonly statements: readonly { readonly table: TableName; readonly sql: string }[];
  readonly open: (table: TableName, stored: Readonly<Record<string, unknown>>, branch: string) => Change;
  readonly openContent: (branch: string, file: number, sealed: Uint8Array) => Uint8Array;
}

/**
 * All of a branch at one version, by the snapshot's own statements, so that a paper and a chat answer come from the
 * same rows in the same order. When the branch changed meanwhile, it starts over.
 */
async function readBranch(prisma: Prisma, rows: RowReader, branch: string): Promise<Facts> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const { version, ...head } = await headOf(prisma, branch);
    const changes: Change[] = [];
    for (const { table, sql } of rows.statements)
      for (const row of await prisma.$queryRawUnsafe<Record<string, unknown>>(sql, branch))
        changes.push(rows.open(table, plainRow(row), branch));
    if ((await headOf(prisma, branch)).version === version) return emptyFacts(head).with(changes);
  }
  throw new Error(`branch ${branch} is written to all the time`);
}

async function headOf(prisma: Prisma, id: string) {
  const { name, createdAt, version, entryCount, head } = await prisma.branch.findUniqueOrThrow({
    where: { id },
  });
  return { id, name, createdAt, version, entryCount, head };
}

/** As the store's own driver gives a row: numbers for integers and truth values. */
function plainRow(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      typeof value === 'bigint' || typeof value === 'boolean' ? Number(value) : value,
    ]),
  );
}
