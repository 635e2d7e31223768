import { cpSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  count,
  folderBytes,
  founding,
  keyFiles,
  sealedBallots,
  voters,
  whisper,
} from '../appraisal/scene.js';
import { newFolder, start, startAgain, type Heard, type Line } from './scene.js';

const tiers = ['优秀', '优秀', '不合格', '合格'];
const end = whisper('end', '李强', '/评议 结束 是');
const results = /李强 优秀2 合格1 基本合格0 不合格1（共4票）/u;

/** Four have voted on 李强. */
let voted: ReturnType<typeof newFolder>;
let ballots: readonly Buffer[];

beforeAll(async () => {
  voted = newFolder();
  const bot = await start(voted.file, new Map());
  await bot.tell(founding);
  await bot.tell(whisper('begin', '李强', '/评议 开始'));
  for (const [index, voter] of voters.entries())
    await bot.tell(whisper(`v${index}`, voter, `/评议 李强 ${tiers[index] ?? ''}`));
  await bot.kill();
  ballots = sealedBallots(voted.file);
  expect(ballots).toHaveLength(4);
});
afterAll(() => voted.remove());

function copyOf(): ReturnType<typeof newFolder> {
  const copy = newFolder();
  rmSync(dirname(copy.file), { recursive: true });
  cpSync(dirname(voted.file), dirname(copy.file), { recursive: true });
  return copy;
}

type Accident =
  | { readonly at: number; readonly before: 'continuation' | 'step' }
  | { readonly after: number };

/** Tells the line; true when the process was killed before it had said everything. */
async function tellUntilKilled(file: string, order: Line, accident: Accident): Promise<boolean> {
  const kill = 'at' in accident ? { ...accident, message: order.message.messageId } : undefined;
  const bot = await start(file, new Map(), kill);
  const told = bot.tell(order).then(
    () => false,
    () => true,
  );
  if ('after' in accident) await new Promise((resolve) => setTimeout(resolve, accident.after));
  else await told;
  await bot.kill();
  return told;
}

/** What people were told about the result, once the bot is up again and hears the end once more, then again. */
async function endAgain(file: string): Promise<void> {
  const heard: Heard = new Map();
  const bot = await startAgain(file, heard);
  const open = count(file, "appraisal WHERE state = 'open'");
  // Open with every vote, or closed without a trace: the start itself has finished the wiping.
  expect({ ballots: count(file, 'ballot'), keys: keyFiles(file).length }).toEqual(
    open === 1 ? { ballots: 4, keys: 1 } : { ballots: 0, keys: 0 },
  );
  await bot.tell(end);
  await bot.tell(whisper('results', '李强', '/评议 结果'));
  expect(count(file, "appraisal WHERE state = 'closed'")).toBe(1);
  expect(count(file, 'appraisal_voter')).toBe(4);
  expect(keyFiles(file)).toEqual([]);
  const said = [...heard.values()];
  expect(said.filter((text) => results.test(text)).length).toBeGreaterThan(0);
  expect(said.filter((text) => text.includes('优秀') && !results.test(text))).toEqual([]);
  expect(count(file, "outbox WHERE state <> 'sent'")).toBe(0);
  // Before the bot is closed, which would tidy the log of the database.
  const left = folderBytes(file);
  for (const ballot of ballots)
    for (let at = 0; at + 16 <= ballot.length; at += 16)
      expect(left.includes(ballot.subarray(at, at + 16))).toBe(false);
  await bot.close();
}

async function survive(accident: Accident): Promise<boolean> {
  const { file, remove } = copyOf();
  try {
    const killed = await tellUntilKilled(file, end, accident);
    await endAgain(file);
    return killed;
  } finally {
    remove();
  }
}

/** A start takes a second or two: two at once, and of the many continuations every sixth. */
it.each([
  ['step', 1],
  ['continuation', 6],
] as const)(
  'killed before a %s of “/评议 结束”: all is open or all is closed, with the same result',
  async (before, stride) => {
    let tried = 0;
    for (let at = 1, completed = false; !completed; at += 2 * stride) {
      const killed = await Promise.all([at, at + stride].map((point) => survive({ at: point, before })));
      tried += killed.filter(Boolean).length;
      completed = !killed.every(Boolean);
    }
    console.info(`SIGKILL before ${tried} ${before}s`);
    expect(tried).toBeGreaterThan(3);
  },
);

it('killed from outside at any moment of the end', async () => {
  for (const after of [2, 6, 10, 15, 25]) await survive({ after });
});
