/** Assembles the reading thread: the store's knowledge of rows, the forms, and the reader. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { put } from '../domain/branch/rows.js';
import type { TableName } from '../domain/branch/rows.js';
import { rulebookOfYear } from '../domain/rulebook/adopted.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { workingDaysHere } from './holiday-files.js';
import { answerQuestions } from '../reading/worker.js';
import { decodeRow } from '../store/row-codec.js';
import { createSeal, type KeptKeys } from '../store/sealing/seal.js';
import { readSql, sealedPlace, specs } from '../store/tables.js';

/** What the thread is started with. */
export interface ThreadSettings {
  readonly databaseFile: string;
  readonly master: Uint8Array;
  readonly kept?: KeptKeys;
  /** The rulebook of the settings, for branches that have adopted none. Null: nobody will ask for papers. */
  readonly rulebook: Rulebook | null;
}

/** A line of its own to a thread that serves several bots. */
export interface ThreadLine {
  readonly port: MessagePort;
  readonly settings: ThreadSettings;
}

const workingDays = workingDaysHere();

if (parentPort === null) throw new Error('the reading thread is started as a worker');
if (workerData === null)
  parentPort.on('message', ({ port, settings }: ThreadLine) => void answerOn(port, settings));
else await answerOn(parentPort, workerData as ThreadSettings);

async function answerOn(port: MessagePort, { databaseFile, master, kept, rulebook }: ThreadSettings) {
  const seal = createSeal(master, kept);
  await answerQuestions(port, {
    databaseFile,
    sign: (text) => seal.sign('chain', text),
    rows: {
      statements: (Object.keys(specs) as TableName[]).map((table) => ({ table, sql: readSql(table) })),
      open: (table, stored, branch) => put(table, decodeRow(table, stored, branch, seal)),
      openContent: (branch, file, sealed) =>
        seal.open(sealedPlace('file_content', branch, String(file)), sealed),
    },
    makePapers: async (order, { facts, ...given }) => {
      if (rulebook === null) throw new Error('papers without a rulebook');
      // Fonts and file formats: `npm run verify` needs none of them.
      const { makePapers } = await import('../forms/make.js');
      return makePapers(order, {
        ...given,
        facts,
        workingDays,
        rulebookOf: (year) => rulebookOfYear(facts, rulebook, year),
      });
    },
  });
}
