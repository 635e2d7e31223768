import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, faults } from '../support/branch/ledger.js';
import { chain, copyDatabase, newFolder, prepare, start, startAgain, type Heard } from './scene.js';

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

/**
 * Only files and what was handed over outlive a process, so deaths between which neither changed are one death: a run to
 * the end finds the continuations before which something did.
 *
 * @returns both sides of every change, and every tenth continuation besides, since no two runs are quite alike
 */
async function pointsOf(index: number) {
  const { file, remove } = newFolder();
  try {
    copyDatabase(prepared.stages[index] ?? '', file);
    const map = `${file}.map`;
    expect(await killAt(0, map)(file, new Map(), index)).toBe(false);
    const numbers = readFileSync(map, 'utf8').trim().split('\n').map(Number);
    const [end = 0, changes] = [numbers.at(-1), numbers.slice(0, -1)];
    const besides = Array.from({ length: Math.ceil(end / 10) }, (_, at) => at * 10 + 1);
    const points = new Set([1, ...changes.flatMap((at) => [at - 1, at]), ...besides, end]);
    return { changes, points: [...points].sort((one, other) => one - other) };
  } finally {
    remove();
  }
}

describe('SIGKILL at every await', () => {
  it.each([0, 1, 2, 3])('line %i of 加分 → 证明 → 证明 → 确认', async (index) => {
    const { changes, points } = await pointsOf(index);
    // The commit and what is said, at the least.
    expect(changes.length).toBeGreaterThan(2);
    for (let from = 0; from < points.length; from += atOnce) {
      const some = points.slice(from, from + atOnce);
      const killed = await Promise.all(some.map((at) => survive(index, killAt(at))));
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
