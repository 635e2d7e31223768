import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, faults } from '../support/branch/ledger.js';
import { chain, copyDatabase, eight, newFolder, prepare, start, startAgain, type Heard } from './scene.js';

let prepared: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  prepared = await prepare();
  expect(prepared.heard.size).toBeGreaterThanOrEqual(chain.length);
});
afterAll(() => prepared.remove());

const atOnce = 4;
/** Summed over the four lines, so that the test cannot silently try nothing. */
let tried = 0;

/** Tells the line; true when the process was killed before it had done it. */
type Accident = (file: string, heard: Heard, index: number) => Promise<boolean>;

/** An accident at line `index`, then the same line once more, then the rest; everything is checked at the end. */
async function survive(index: number, accident: Accident): Promise<boolean> {
  const { file, remove } = newFolder();
  try {
    copyDatabase(prepared.stages[index] ?? '', file);
    const heard: Heard = new Map();
    const killed = await accident(file, heard, index);
    const bot = await startAgain(file, heard);
    for (const order of chain.slice(index)) await bot.tell(order);
    await bot.close();
    check(file, heard, index);
    return killed;
  } finally {
    remove();
  }
}

function check(file: string, heard: Heard, index: number): void {
  expect(ask(file, 'SELECT SUM(points) AS sum, COUNT(*) AS count FROM ledger_entry')).toEqual([
    { sum: 3, count: 1 },
  ]);
  expect(
    ask(file, 'SELECT (SELECT COUNT(*) FROM ruling) AS rulings, (SELECT COUNT(*) FROM matter) AS matters'),
  ).toEqual([{ rulings: 1, matters: 1 }]);
  expect(faults(file)).toEqual([]);
  // Every answer once in the outbox, every one of them handed to the channel under one key.
  const outbox = ask(file, "SELECT 'b1/' || id AS key, state FROM outbox ORDER BY id");
  expect(outbox.map(({ key }) => key).sort()).toEqual([...prepared.heard.keys()].sort());
  expect(new Set(outbox.map(({ state }) => state))).toEqual(new Set(['sent']));
  const before = new Set(
    ask(prepared.stages[index] ?? '', "SELECT 'b1/' || id AS key FROM outbox").map(({ key }) => key),
  );
  const owed = new Map([...prepared.heard].filter(([key]) => !before.has(key)));
  expect(new Map([...heard].filter(([key]) => owed.has(key)).sort())).toEqual(new Map([...owed].sort()));
}

const killAt =
  (point: number, map?: string): Accident =>
  async (file, heard, index) => {
    const order = chain[index];
    if (order === undefined) throw new Error('a line was expected');
    const bot = await start(file, heard, {
      ...{ at: point, message: order.message.messageId },
      ...(map !== undefined && { map }),
    });
    const killed = await bot.tell(order).then(
      () => false,
      () => true,
    );
    await bot.kill();
    return killed;
  };

/** Eight lines arrive in one moment, and are decided ahead of their commit (docs/adr/0022-pipelined-branch.md). */
const killTogether =
  (point: number, map?: string) =>
  async (file: string, heard: Heard): Promise<boolean> => {
    const bot = await start(file, heard, { at: point, message: 'm1', ...(map !== undefined && { map }) });
    const told = await Promise.allSettled(eight.map((order) => bot.tell(order)));
    await bot.kill();
    return told.some(({ status }) => status === 'rejected');
  };

const killAfter =
  (milliseconds: number): Accident =>
  async (file, heard, index) => {
    const order = chain[index];
    if (order === undefined) throw new Error('a line was expected');
    const bot = await start(file, heard);
    const told = bot.tell(order).then(
      () => false,
      () => true,
    );
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await bot.kill();
    return told;
  };

/** What the eight lines leave once all of them are delivered, as often as it takes. */
async function endOf(file: string, heard: Heard = new Map()) {
  const bot = await startAgain(file, heard);
  for (const order of eight) await bot.tell(order);
  await bot.close();
  expect(faults(file)).toEqual([]);
  return {
    matters: ask(file, 'SELECT number, state, subject FROM matter ORDER BY number'),
    witnesses: ask(file, 'SELECT matter, person FROM witness ORDER BY rowid'),
    entries: ask(file, 'SELECT seq, member, points, hash FROM ledger_entry ORDER BY seq'),
    outbox: ask(file, "SELECT 'b1/' || id AS key, chat, state FROM outbox ORDER BY id"),
    heard: [...heard].filter(([key]) => /^b1\/\d+$/u.test(key)).sort(),
  };
}

/**
 * Only files and what was handed over outlive a process, so deaths between which neither changed are one death: a run to
 * the end finds the continuations before which something did.
 *
 * @returns the first death after each change, and each `stride`-th continuation besides, since no two runs are quite alike
 */
async function pointsOf(index: number, kill: (point: number, map: string) => Accident, stride: number) {
  const { file, remove } = newFolder();
  try {
    copyDatabase(prepared.stages[index] ?? '', file);
    const map = `${file}.map`;
    expect(await kill(0, map)(file, new Map(), index)).toBe(false);
    const numbers = readFileSync(map, 'utf8').trim().split('\n').map(Number);
    const [end = 0, changes] = [numbers.at(-1), numbers.slice(0, -1)];
    const besides = Array.from({ length: Math.ceil(end / stride) }, (_, at) => at * stride + 1);
    const points = new Set([1, ...changes, ...besides, end]);
    return { changes, points: [...points].sort((one, other) => one - other) };
  } finally {
    remove();
  }
}

describe('SIGKILL at every await', () => {
  it.each([0, 1, 2, 3])('line %i of 加分 → 证明 → 证明 → 确认', async (index) => {
    const { changes, points } = await pointsOf(index, killAt, 25);
    // The commit and what is said, at the least.
    expect(changes.length).toBeGreaterThan(2);
    for (let from = 0; from < points.length; from += atOnce) {
      const some = points.slice(from, from + atOnce);
      const killed = await Promise.all(some.map((at) => survive(index, killAt(at))));
      tried += killed.filter(Boolean).length;
    }
  });

  it('eight lines in flight', async () => {
    const { changes, points } = await pointsOf(0, killTogether, 40);
    expect(changes.length).toBeGreaterThan(2);
    const folder = newFolder();
    copyDatabase(prepared.stages[0] ?? '', folder.file);
    const oneByOne = await endOf(folder.file);
    folder.remove();
    expect(oneByOne.matters).toHaveLength(2);
    const survives = async (point: number) => {
      const { file, remove } = newFolder();
      copyDatabase(prepared.stages[0] ?? '', file);
      const heard: Heard = new Map();
      const killed = await killTogether(point)(file, heard);
      expect(await endOf(file, heard)).toEqual(oneByOne);
      remove();
      return killed;
    };
    for (let from = 0; from < points.length; from += atOnce) {
      const killed = await Promise.all(points.slice(from, from + atOnce).map(survives));
      tried += killed.filter(Boolean).length;
    }
  });

  it('tried many points', () => {
    console.info(`SIGKILL at ${tried} continuations`);
    expect(tried).toBeGreaterThan(20);
  });
});

it('killed from outside at any moment', async () => {
  for (const index of [0, 3])
    await Promise.all(
      [0, 1, 2, 3, 4, 6, 8, 12].map((milliseconds) => survive(index, killAfter(milliseconds))),
    );
});
