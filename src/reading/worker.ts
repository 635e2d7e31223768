/**
 * The part of the reading thread that answers.
 */
import type { MessagePort } from 'node:worker_threads';
import { failureOf } from '../app/failure.js';
import type { Heads } from '../app/ports/store/backups.js';
import type { PaperFile, PaperOrder } from '../app/ports/papers.js';
import type { Facts } from '../domain/branch/facts.js';
import type { Prisma } from './prisma.js';
import type { FromWorker, Question, ToWorker } from './protocol.js';
import { verifyLedger } from './verify-ledger.js';

/** Rows as the store reads them, at one version. */
interface Branches {
  facts(branch: string): Facts;
  fileContent(branch: string, id: number): Uint8Array | undefined;
  close(): void;
}

/** Passed in by the thread: reading implements ports and imports neither the store nor the forms. */
interface WorkerDeps {
  /** Rows with their types, for the ledger's proof. */
  readonly openTyped: () => Promise<Prisma>;
  /** Of the ledger's chain. */
  readonly sign: (text: string) => string;
  /** Opens the file for papers: each is made from one read transaction. */
  readonly openBranches: () => Branches;
  readonly copyTo: (part: string) => Heads;
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
export function answerQuestions(
  port: MessagePort,
  { openTyped, sign, openBranches, copyTo, makePapers }: WorkerDeps,
): void {
  // Each is opened by the first question that needs it: papers never load Prisma.
  let prisma: Promise<Prisma> | undefined;
  let branches: Branches | undefined;
  const typed = (): Promise<Prisma> => (prisma ??= openTyped());
  port.on('close', () => {
    branches?.close();
    void prisma?.then((opened) => opened.$disconnect());
  });
  const tell = (message: FromWorker, handedOver: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, handedOver);
  let last: Promise<unknown> = Promise.resolve();

  const answer = async (id: number, question: Question): Promise<unknown> => {
    switch (question.ask) {
      case 'branches':
        return (await typed()).branch.findMany({
          select: { id: true, name: true },
          orderBy: { createdAt: 'asc' },
        });
      case 'verifyLedger':
        return verifyLedger(await typed(), sign, question.branch, question.known, (read) =>
          tell({ id, kind: 'progress', read }),
        );
      case 'copyTo':
        return copyTo(question.part);
      case 'papers': {
        const { branch, order, today } = question;
        const rows = (branches ??= openBranches());
        const content = (file: number) => Promise.resolve(rows.fileContent(branch, file));
        return makePapers(order, { facts: rows.facts(branch), today, content });
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
