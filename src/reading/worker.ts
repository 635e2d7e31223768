/** The thread that alone loads Prisma. Read-only: the database refuses its writes. Never `$transaction` (it leaks). */
import { createHmac } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaClient } from './generated/client.js';
import type { FromWorker, Question, ToWorker, WorkerSettings } from './protocol.js';
import { verifyLedger } from './verify-ledger.js';

const { databaseFile, chainKey } = workerData as WorkerSettings;
const port = parentPort;
if (port === null) throw new Error('worker.js is started by reading.ts');

const prisma = new PrismaClient({ adapter: new PrismaLibSql({ url: `file:${databaseFile}` }) });
const sign = (text: string) => createHmac('sha256', chainKey).update(text).digest('hex');
const tell = (message: FromWorker) => port.postMessage(message);
const readOnly = prisma.$executeRawUnsafe('PRAGMA query_only = ON');

port.on('message', ({ id, question }: ToWorker) => {
  void readOnly
    .then(() => answer(id, question))
    .then((found) => tell({ id, kind: 'answer', answer: found }))
    .catch((error: unknown) => tell({ id, kind: 'failed', reason: String(error) }));
});

async function answer(id: number, question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'branches':
      return prisma.branch.findMany({ select: { id: true, name: true }, orderBy: { createdAt: 'asc' } });
    case 'verifyLedger':
      return verifyLedger(prisma, sign, question.branch, question.known, (read) =>
        tell({ id, kind: 'progress', read }),
      );
  }
}
