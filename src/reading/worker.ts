/** The part of the reading thread that loads Prisma. Read-only: the database refuses its writes. Never `$transaction` (it leaks). */
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { failureOf } from '../app/failure.js';
import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import { readBranch, type RowReader } from './branch-facts.js';
import { PrismaClient } from './generated/client.js';
import type { FromWorker, Question, ToWorker } from './protocol.js';
import type { Facts } from '../domain/branch/facts.js';
import { verifyLedger } from './verify-ledger.js';

/** What the thread gives the worker: reading implements ports and imports neither the store nor the forms. */
export interface WorkerDeps {
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

/** Answers questions one after another, so that one paper does not slow the next one down. */
export function answerQuestions({ databaseFile, sign, rows, makePapers }: WorkerDeps): void {
  const port = parentPort;
  if (port === null) throw new Error('the reading thread is started by reading.ts');
  const prisma = new PrismaClient({ adapter: new PrismaLibSql({ url: pathToFileURL(databaseFile).href }) });
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

/** Contents that go to the other thread without a copy; a Buffer may share its memory with others. */
function contentsOf(files: readonly PaperFile[]): readonly ArrayBuffer[] {
  return files
    .map(({ bytes }) => bytes)
    .filter((bytes) => !Buffer.isBuffer(bytes) && bytes.byteLength === bytes.buffer.byteLength)
    .map(({ buffer }) => buffer as ArrayBuffer);
}
