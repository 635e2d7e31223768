/** A branch of the sample in its own process: killed, started again, spoken to over its page, read past it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openHistory } from '../../../channels/local/history.js';
import { shanghaiNow } from '../../../clock.js';
import { openConnection, openReadOnly, type Row, type SqlValue } from '../../../store/connection.js';
import { sampleGroup } from '../../../start/places/sample.js';
import type { Chance } from '../model/chance.js';
import { startProgram, type Program } from './program.js';

export interface LiveHouse {
  readonly counts: { readonly kills: number; readonly faults: number };
  readonly makeRoom: () => Promise<boolean>;
  readonly now: () => Promise<string>;
  /** Delivers a line, again and again until it is handled; `killAfter` milliseconds, null: nothing happens to the process. */
  readonly say: (line: Spoken, killAfter: number | null) => Promise<string>;
  /** Moves the clock, however often the process ends on the way. */
  readonly move: (to: string, killAfter: number | null) => Promise<void>;
  /** Holds the lock of a file for so long: the bot's own, or that of the chat service. */
  readonly lock: (file: 'zhibu.db' | 'local-chat.db', milliseconds: number) => Promise<void>;
  readonly ask: (sql: string, ...values: readonly SqlValue[]) => readonly Row[];
  /** What the windows show after that line: id, account (null: the group), text; of the bot. */
  readonly said: (after: number) => readonly Row[];
  readonly close: () => Promise<void>;
}

interface Spoken {
  readonly as: string;
  readonly chat: 'group' | 'private';
  readonly text: string;
  readonly clientId: string;
}

/** Milliseconds after which a line counts as never handled. */
const patience = 60_000;

export async function openLiveHouse(chance: Chance, from: string): Promise<LiveHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-torture-'));
  setClock(folder, from);
  const life = createLife(folder, chance);
  await life.up();
  return {
    ...{
      counts: life.counts,
      makeRoom: life.makeRoom,
      ask: (sql, ...values) => read(folder, 'zhibu.db', sql, values),
    },
    now: () => life.insist(clockOf, null),
    async say(line, killAfter) {
      const id = await life.insist((url) => post(url, line), killAfter);
      return life.insist(() => {
        const [row] = read(folder, chatFile, 'SELECT at, handled FROM message WHERE id = ?', [id]);
        return Promise.resolve(row?.['handled'] === 1 ? String(row['at']) : undefined);
      }, null);
    },
    move: async (to, killAfter) => void (await life.insist((url) => moveTo(url, to), killAfter)),
    async lock(file, milliseconds) {
      if (await lock(join(folder, file), milliseconds)) life.counts.faults += 1;
    },
    said: (after) =>
      read(
        folder,
        chatFile,
        'SELECT id, account, text FROM message WHERE speaker IS NULL AND id > ? ORDER BY id',
        [after],
      ),
    async close() {
      await life.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const chatFile = 'local-chat.db';

/** One process after another. */
function createLife(folder: string, chance: Chance) {
  const counts = { kills: 0, faults: 0 };
  let running: Program | undefined;
  const start = async (): Promise<Program> => {
    for (;;) {
      if (running?.isGone() === false) return running;
      if (running !== undefined) counts.kills += 1;
      running = await startProgram(folder, chance.happens(0.2) ? 20_000 + chance.below(200_000) : null);
      if (running === undefined) counts.kills += 1;
    }
  };
  let starting: Promise<Program> | undefined;
  /** Two that ask at once get the same process. */
  const up = (): Promise<Program> => (starting ??= start().finally(() => (starting = undefined)));
  /** Somebody tidies the full disk, and starts the bot again. False: it was not full. */
  const makeRoom = async (): Promise<boolean> => {
    if (running?.isLimited !== true) return false;
    counts.faults += 1;
    await running.kill();
    return true;
  };
  return {
    ...{ counts, up, makeRoom },
    end: () => running?.kill(),
    /** Repeats what the process did not live to answer. `killAfter`: milliseconds of the first call. */
    async insist<T>(call: (url: string) => Promise<T | undefined>, killAfter: number | null): Promise<T> {
      const begun = Date.now();
      let kill = killAfter;
      while (Date.now() - begun < patience) {
        const program = await up();
        const killing = kill === null ? undefined : sleep(kill).then(() => program.kill());
        kill = null;
        const answer = await call(program.url).catch(() => undefined);
        await killing;
        if (answer !== undefined && killing === undefined) return answer;
        await makeRoom();
        await sleep(20);
      }
      throw new Error('the program does not answer');
    },
  };
}

function read(folder: string, file: string, sql: string, values: readonly SqlValue[]): readonly Row[] {
  const db = openReadOnly(join(folder, file));
  try {
    return db.prepare(sql).all(...values);
  } finally {
    db.close();
  }
}

/** So long that no answer comes, and so short that the process is not taken for dead. */
const answerWithin = 20_000;

async function clockOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/clock`, { signal: AbortSignal.timeout(answerWithin) });
  return ((await answer.json()) as { readonly now: string }).now;
}

async function post(url: string, line: Spoken): Promise<number | undefined> {
  const body = new FormData();
  for (const [name, value] of Object.entries(line)) body.set(name, String(value));
  const signal = AbortSignal.timeout(answerWithin);
  const answer = await fetch(`${url}/api/messages`, {
    method: 'POST',
    body,
    headers: { origin: url },
    signal,
  });
  return answer.ok ? ((await answer.json()) as { readonly id: number }).id : undefined;
}

async function moveTo(url: string, to: string): Promise<true | undefined> {
  if ((await clockOf(url)) >= to) return true;
  const headers = { origin: url, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/clock`, { method: 'POST', body: JSON.stringify({ to }), headers });
  return answer.ok ? true : undefined;
}

/** False where somebody else held it already. */
async function lock(file: string, milliseconds: number): Promise<boolean> {
  const db = openConnection(file);
  try {
    db.exec('BEGIN IMMEDIATE');
    await sleep(milliseconds);
    db.exec('ROLLBACK');
    return true;
  } catch {
    return false;
  } finally {
    db.close();
  }
}

/** The sample's clock runs beside real time: so far behind it that all years to come are in the holiday calendar. */
function setClock(folder: string, from: string): void {
  const history = openHistory(join(folder, 'local-chat.db'), sampleGroup);
  const seconds = (Date.parse(`${from}Z`) - Date.parse(`${shanghaiNow()}Z`)) / 1000;
  history.keep('clock_offset_seconds', String(Math.round(seconds)));
  history.close();
}
