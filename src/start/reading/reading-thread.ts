/** Assembles the reading thread: the store's knowledge of rows, the forms, and the reader. */
import { setFlagsFromString } from 'node:v8';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { rulebookOfYear } from '../../domain/rulebook/adopted.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { workingDaysHere } from '../files/holiday-files.js';
import { openPrisma, type Prisma } from '../../reading/prisma.js';
import { answerQuestions } from '../../reading/worker.js';
import type { Heads } from '../../app/ports/store/backups.js';
import { copySound } from '../../store/backups/copy.js';
import { dumpSound } from '../../store/backups/dump.js';
import { openBranchReader } from '../../store/branch-reader.js';
import { openReadOnly, type Connection } from '../../store/connection.js';
import { openPostgres } from '../../store/postgres/connection.js';
import { typedReads } from '../../store/postgres/typed-reads.js';
import { createSeal, type KeptKeys, type Seal } from '../../store/sealing/seal.js';

/** What the thread is started with. */
export interface ThreadSettings {
  readonly databaseFile: string;
  /** As in `BotOptions`. */
  readonly postgres?: string;
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

/**
 * Prisma's query compiler is WebAssembly that plans each kind of query once. Optimizing its code pays only after hours,
 * but cost each start more processor time than all else.
 */
setFlagsFromString('--wasm-tiering-budget=100000000');

const workingDays = workingDaysHere();

if (parentPort === null) throw new Error('the reading thread is started as a worker');
if (workerData === null)
  parentPort.on('message', ({ port, settings }: ThreadLine) => answerOn(port, settings));
else answerOn(parentPort, workerData as ThreadSettings);

function copyTo(
  part: string,
  {
    databaseFile,
    postgres,
    seal,
  }: Pick<ThreadSettings, 'databaseFile'> & {
    readonly postgres: string | undefined;
    readonly seal: Seal;
  },
): Heads {
  if (postgres === undefined) return copySound(databaseFile, part, seal);
  const db = openPostgres(postgres);
  try {
    return dumpSound(db, postgres, part, seal);
  } finally {
    db.close();
  }
}

/** The same rows from a server. */
function typedServer(db: Connection): Prisma {
  const tables = {
    branch: typedReads(db, 'branch'),
    notice: typedReads(db, 'notice'),
    ledgerEntry: typedReads(db, 'ledger_entry'),
    ruling: typedReads(db, 'ruling'),
    material: typedReads(db, 'material'),
    witness: typedReads(db, 'witness'),
    $disconnect: () => Promise.resolve(void db.close()),
  };
  return tables as unknown as Prisma;
}

function answerOn(port: MessagePort, { databaseFile, postgres, master, kept, rulebook }: ThreadSettings) {
  const seal = createSeal(master, kept);
  answerQuestions(port, {
    openTyped: () =>
      postgres === undefined
        ? openPrisma(databaseFile)
        : Promise.resolve(typedServer(openPostgres(postgres))),
    sign: (text) => seal.sign('chain', text),
    copyTo: (part) => copyTo(part, { databaseFile, postgres, seal }),
    openBranches: () =>
      openBranchReader(postgres === undefined ? openReadOnly(databaseFile) : openPostgres(postgres), seal),
    makePapers: async (order, { facts, ...given }) => {
      if (rulebook === null) throw new Error('papers without a rulebook');
      // Fonts and file formats: `npm run verify` needs none of them.
      const { makePapers } = await import('../../forms/make.js');
      return makePapers(order, {
        ...given,
        facts,
        workingDays,
        rulebookOf: (year) => rulebookOfYear(facts, rulebook, year),
      });
    },
  });
}
