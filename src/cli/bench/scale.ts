/** `npm run bench:scale`: what a line costs in a large or old branch, beside the same line in a small one. */
import { join } from 'node:path';
import { projectFolder } from '../../project-folder.js';
import { samplePeople } from '../../start/places/sample.js';
import { loadRulebook } from '../../start/files/rulebook-file.js';
import { openStage, type Stage } from '../stage/stage.js';
import { firstActivity, firstOpen, historyOf, type Scene } from './history.js';

const small: Scene = { rows: 1_000, open: 10, members: 20, years: 1 };
const scenes: readonly Scene[] = [
  small,
  { ...small, rows: 100_000, years: 10 },
  { ...small, open: 3_000 },
  { ...small, members: 500 },
  { rows: 100_000, open: 3_000, members: 500, years: 10 },
];
/** Lines of each kind that count, after two that do not. */
const times = 15;
const warmUp = 2;
const today = '2026-11-23';
const rulebook = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));

const columns: ReadonlyMap<string, number>[] = [];
for (const scene of scenes) {
  process.stderr.write(`${titleOf(scene)}……\n`);
  columns.push(await measure(scene));
}
print();

async function measure(scene: Scene): Promise<ReadonlyMap<string, number>> {
  const stage = await openBranch(scene);
  const found = new Map<string, number>();
  const line = async (who: string, text: (at: number) => string, alone = false) => {
    const chat = alone ? { chat: { kind: 'private', account: who } as const } : {};
    const [name = ''] = text(0).split(' ');
    found.set(name, await cost(stage, (at) => stage.hear(who, text(at), chat)));
  };
  const members = ['张三', '王芳', '陈静'];
  await line('zhaomin', (at) => `/加分 ${members[at % 3] ?? ''} 8 植树第${at}次 日期 11月${1 + at}日`);
  await line('zhangsan', () => '/积分');
  await line('zhangsan', () => '/明细', true);
  await line('liqiang', () => '/待办', true);
  await line('liqiang', (at) => `/确认 ${firstOpen(scene) + at}`);
  await line('zhaomin', (at) => `/结束 党课#${firstActivity(scene) + at}`);
  found.set('每分钟的检查', await cost(stage, () => stage.bot.runDue(`${today}T09:05:00`)));
  await stage.close();
  return found;
}

async function openBranch(scene: Scene): Promise<Stage> {
  const stage = await openStage({ rulebook, clock: `${today}T09:00:00` });
  const sample = samplePeople(rulebook.rulebook, '', '2015-01-01');
  const others = Array.from({ length: scene.members - sample.length }, (_, index) =>
    sample.slice(4, 5).map((plain) => ({ ...plain, name: nameOf(index), account: null })),
  );
  const branch = await stage.found('大支部', [...sample, ...others.flat()]);
  const changes = historyOf(scene, today);
  for (let at = 0; at < changes.length; at += 5_000)
    await stage.bot.store.commit({
      ...{ branch, version: stage.bot.store.snapshot(branch).version, at: `${today}T09:00:00` },
      ...{ message: { channel: 'bench', messageId: `fill${at}` }, unrecorded: [], contents: [], letters: [] },
      ...{ changes: changes.slice(at, at + 5_000), audit: null, nextDue: `${today}T17:00:00` },
    });
  // Read from the file, like every branch that was asleep.
  await stage.restart();
  return stage;
}

/** Median CPU of one, in milliseconds. */
async function cost(stage: Stage, act: (at: number) => Promise<void>): Promise<number> {
  const each: number[] = [];
  for (let at = 0; at < times + warmUp; at += 1) {
    const begun = process.cpuUsage();
    await act(at);
    const { user, system } = process.cpuUsage(begun);
    await stage.bot.delivery.idle();
    if (at >= warmUp) each.push((user + system) / 1_000);
  }
  return each.sort((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
}

function nameOf(index: number): string {
  return `${'赵钱孙李周吴郑王冯陈'[index % 10] ?? ''}${String.fromCharCode(0x5b50 + Math.floor(index / 10))}`;
}

function titleOf({ rows, open, members, years }: Scene): string {
  return `${rows}行、开着${open}条、${members}人、${years}年`;
}

function print(): void {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  const [base = new Map<string, number>()] = columns;
  process.stdout.write(
    `每格是CPU毫秒（${times}次的中位数），括号里是与第一列之比。\n\n${row(['', ...scenes.map(titleOf)])}${row(['---', ...scenes.map(() => '---')])}`,
  );
  for (const [name, first] of base) {
    const cells = columns.map((column) => column.get(name) ?? 0);
    process.stdout.write(
      row([name, ...cells.map((own) => `${own.toFixed(2)}（${(own / first).toFixed(2)}）`)]),
    );
  }
}
