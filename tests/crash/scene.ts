import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obey, type Order } from '../../src/cli/play/orders.js';
import { founder } from '../../src/cli/stage/founder.js';
import { openStage } from '../../src/cli/stage/stage.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { root } from '../support/root.js';
import { startKilled, type Kill } from '../support/killed/bot.js';

export const branch = '机关第一党支部';

export const founding: Order = {
  order: 'found',
  branch,
  people: [
    founder('张三'),
    founder('王芳'),
    founder('孙伟', { kind: 'mass', category: null }),
    founder('赵敏', { offices: ['recorder'] }),
    founder('李强', { offices: ['secretary'] }),
  ],
};

export type Line = Extract<Order, { order: 'hear' }>;

/** In the group; in private where `chat` says so. */
export function line(
  messageId: string,
  account: string,
  text: string,
  chat: Line['message']['chat'] = { kind: 'group', id: branch },
): Line {
  return { order: 'hear', message: { chat, account, nickname: account, messageId, text, files: [] } };
}

/** From the registration to the ledger. */
export const chain: readonly Line[] = [
  line('m1', '赵敏', '/加分 张三 8 公益活动'),
  line('m2', '王芳', '/证明 1'),
  line('m3', '孙伟', '/证明 1'),
  line('m4', '李强', '/确认 1'),
];

/** Two matters, a question among them; each line rests on those before it. */
export const eight: readonly Line[] = [
  ...chain,
  line('m5', '赵敏', '/加分 王芳 8 义务植树'),
  line('m6', '张三', '/证明 2'),
  line('m7', '张三', '/积分'),
  line('m8', '孙伟', '/证明 2'),
];

/** Key of the outbox → text, as the channel received it. */
export type Heard = Map<string, string>;

/** Letters as two plays of one history know them: each draws marks of its own. */
function unmarked(key: string): string {
  return key.replace(/^(b\d+\/\d+)\/[0-9a-f]{12}/u, '$1');
}

export function start(file: string, heard: Heard, kill?: Kill) {
  return startKilled(
    file,
    '2026-11-23T09:00:00',
    ({ key, text }) => void heard.set(unmarked(key), text),
    kill,
  );
}

const rulebook = await loadRulebook(join(root, 'rulebooks/2018.yaml'));

/** The start after an accident, in this process: it sees the same files, at a tenth of the cost of a process. */
export async function startAgain(file: string, heard: Heard) {
  const stage = await openStage({
    ...{ databaseFile: file, rulebook, clock: '2026-11-23T09:00:00' },
    onSaid: ({ key, text }) => void heard.set(unmarked(key), text),
  });
  return { tell: (order: Order) => obey(stage, order), close: () => stage.close() };
}

export function newFolder(): { readonly file: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-crash-'));
  return { file: join(folder, 'zhibu.db'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A copy of the files as the killed process left them, WAL included. */
export function copyDatabase(from: string, to: string): void {
  for (const suffix of ['', '-wal'])
    if (existsSync(`${from}${suffix}`)) copyFileSync(`${from}${suffix}`, `${to}${suffix}`);
}

/** Plays the chain without any accident; `stages[n]` is the database before line n. */
export async function prepare() {
  const folders = [newFolder()];
  const heard: Heard = new Map();
  const first = folders[0]?.file ?? '';
  let bot = await start(first, heard);
  await bot.tell(founding);
  await bot.kill();
  for (const order of chain) {
    const next = newFolder();
    copyDatabase(folders.at(-1)?.file ?? '', next.file);
    folders.push(next);
    bot = await start(next.file, heard);
    await bot.tell(order);
    await bot.kill();
  }
  return {
    /** What people must have heard, whatever happens. */
    heard,
    stages: folders.map(({ file }) => file),
    remove: () => folders.forEach(({ remove }) => remove()),
  };
}
