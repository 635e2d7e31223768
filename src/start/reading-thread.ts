/** Assembles the reading thread: the store's knowledge of rows, the forms, and the reader. */
import { workerData } from 'node:worker_threads';
import { put } from '../domain/branch/rows.js';
import type { TableName } from '../domain/branch/rows.js';
import { rulebookOfYear } from '../domain/rulebook/adopted.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { chineseWorkingDays } from '../jobs/working-days.js';
import { answerQuestions } from '../reading/worker.js';
import { decodeRow } from '../store/row-codec.js';
import { createSeal } from '../store/sealing/seal.js';
import { readSql, sealedPlace, specs } from '../store/tables.js';

/** What the thread is started with. */
export interface ThreadSettings {
  readonly databaseFile: string;
  readonly master: Uint8Array;
  /** The rulebook of the settings, for branches that have adopted none. Null: nobody will ask for papers. */
  readonly rulebook: Rulebook | null;
}

const { databaseFile, master, rulebook } = workerData as ThreadSettings;
const seal = createSeal(master);
const workingDays = chineseWorkingDays();

await answerQuestions({
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
