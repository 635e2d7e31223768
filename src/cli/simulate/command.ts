/** `npm run simulate`: databases as years of real use leave them, for figures of size and for trying an upgrade. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { everything, type Channel } from '../../app/ports/channel.js';
import type { Founder } from '../../app/roster/found.js';
import { isScored } from '../../domain/roster/matter.js';
import type { LoadedRulebook } from '../../domain/rulebook/adopted.js';
import { OperatorError } from '../../operator-error.js';
import { projectFolder } from '../../project-folder.js';
import { loadRulebook } from '../../start/files/rulebook-file.js';
import { samplePeople } from '../../start/places/sample.js';
import { commandLine, type Io } from '../command-line.js';
import { openStage, type Stage } from '../stage/stage.js';
import { accountIn, playMonth, type SimulatedBranch } from './lines.js';

const usage = `用法：npm run simulate -- --branches 支部数 --members 每个支部的人数 --years 年数 [--file 新数据库文件]
人人照常打字：活动、请假、点名、加分、证明、认定、党费、查分，季度公示到时自己发出。打完说出有多少行、多大。
写了 --file（放在一个新文件夹里）就把数据库和密钥（同名 .key）留下，可以用它试运行、试升级；不写就不留。人和事都是编的。`;

interface Size {
  readonly branches: number;
  readonly members: number;
  readonly years: number;
  readonly file: string | undefined;
}

/** The simulation ends with this year. */
const lastYear = 2026;
/** The sample's own people hold the offices. */
const fewest = 12;
const most = { branches: 10_000, members: 500, years: 10 };
const key = '70'.repeat(32);

/** Nobody looks at the papers of a simulation: they would be most of its time. */
const channel: Channel = {
  name: 'play',
  title: '支部群',
  capabilities: { ...everything, pictures: false, files: false },
  start: () => Promise.resolve(),
  send: () => Promise.resolve(),
  stop: () => Promise.resolve(),
};

export const run = commandLine({
  usage,
  options: {
    branches: { type: 'string', default: '1' },
    members: { type: 'string', default: '20' },
    years: { type: 'string', default: '1' },
    file: { type: 'string' },
  },
  read: ({ branches, members, years, file }, rest) => {
    const size = { branches: Number(branches), members: Number(members), years: Number(years) };
    const isRight =
      rest.length === 0 &&
      Object.values(size).every((count) => Number.isInteger(count) && count > 0) &&
      size.members >= fewest &&
      size.branches <= most.branches &&
      size.members <= most.members &&
      size.years <= most.years;
    return isRight ? { ...size, file } : undefined;
  },
  run: async (size, io) => {
    if (size.file !== undefined) demandEmpty(dirname(resolve(size.file)));
    const folder = mkdtempSync(join(tmpdir(), 'zhibu-simulate-'));
    try {
      await simulate(size, folder, io);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return 0;
  },
});

/** The copies and keys that lie beside a database are read at its next start: those of another one must not be there. */
function demandEmpty(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new OperatorError(`文件夹 ${folder} 里已经有东西，没有动它：请给 --file 一个新文件夹里的文件名。`);
  mkdirSync(folder, { recursive: true });
}

/** @param folder for what is not kept: without `file` the database, and in any case its nightly copies */
async function simulate(
  { branches, members, years, file }: Size,
  folder: string,
  { say, complain }: Pick<Io, 'say' | 'complain'>,
): Promise<void> {
  const databaseFile = file === undefined ? join(folder, 'zhibu.db') : resolve(file);
  const rulebook = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));
  const begun = process.cpuUsage();
  const firstYear = lastYear - years + 1;
  const stage = await openStage({
    ...{ rulebook, databaseFile, key, clock: `${firstYear}-01-02T08:00:00` },
    ...{ channel: () => channel, backupFolder: join(folder, 'backups') },
  });
  try {
    const all = await foundAll(stage, rulebook, branches, members, `${firstYear}-01-01`);
    for (let year = firstYear; year <= lastYear; year += 1)
      for (let month = 1; month <= 12; month += 1) {
        const named = `${year}-${String(month).padStart(2, '0')}`;
        await playMonth(stage, all, named);
        // What was said is of no more use.
        stage.said.length = 0;
        complain(`${named} 已过完（共${years * 12}个月）`);
      }
    const { user, system } = process.cpuUsage(begun);
    say(reportOf(stage, { branches, years }, (user + system) / 1e6));
  } finally {
    await stage.close();
  }
  if (file !== undefined) writeFileSync(`${databaseFile}.key`, `${key}\n`, { mode: 0o600 });
  const bytes = statSync(databaseFile).size;
  say(
    `数据库 ${(bytes / 2 ** 20).toFixed(1)} MB，每个支部每年 ${(bytes / 1024 / branches / years).toFixed(0)} KB。`,
  );
}

export async function foundAll(
  stage: Stage,
  { rulebook }: LoadedRulebook,
  branches: number,
  members: number,
  since: string,
): Promise<readonly SimulatedBranch[]> {
  const all: SimulatedBranch[] = [];
  for (let at = 1; at <= branches; at += 1) {
    const group = `第${at}支部`;
    const people = peopleOf(samplePeople(rulebook, 'play', since), group, members);
    await stage.found(group, people);
    all.push({ group, people, scored: people.filter((person) => isScored(rulebook, person)) });
  }
  return all;
}

/** The sample with its offices, then members like its fifth until there are enough. */
function peopleOf(sample: readonly Founder[], group: string, members: number): readonly Founder[] {
  const own = sample.filter(({ kind }) => kind === 'member').length;
  const like = sample.find(({ kind, offices }) => kind === 'member' && offices.length === 0);
  const more = Array.from({ length: Math.max(0, members - own) }, (_, index) =>
    like === undefined
      ? []
      : [{ ...like, name: nameOf(index), account: { channel: 'play', account: `member${index}` } }],
  ).flat();
  return [...sample, ...more].map((person) => ({
    ...person,
    account:
      person.account === null
        ? null
        : { ...person.account, account: accountIn(group, person.account.account) },
  }));
}

const familyNames = '赵钱孙李周吴郑冯褚卫蒋沈韩杨朱秦尤许何吕施张';

function nameOf(index: number): string {
  const family = familyNames[index % familyNames.length] ?? '';
  return `${family}${String.fromCharCode(0x5b50 + Math.floor(index / familyNames.length))}`;
}

/** Rows by table, the most first, and lines. */
export function reportOf(
  stage: Stage,
  { branches, years }: { readonly branches: number; readonly years: number },
  seconds: number,
): string {
  const tables = stage.sql<{ name: string }>(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_%' ESCAPE '\\'",
  );
  const counted = tables
    .map(({ name }) => ({
      name,
      rows: stage.sql<{ rows: number }>(`SELECT COUNT(*) AS rows FROM "${name}"`)[0]?.rows ?? 0,
    }))
    .filter(({ rows }) => rows > 0)
    .sort((one, other) => other.rows - one.rows);
  const all = counted.reduce((sum, { rows }) => sum + rows, 0);
  const perYear = (count: number) => (count / branches / years).toFixed(0);
  const lines = stage.bot.store.countHandled();
  return [
    `| 表 | 行 | 每个支部每年 |`,
    `| --- | --- | --- |`,
    ...counted.map(({ name, rows }) => `| ${name} | ${rows} | ${perYear(rows)} |`),
    `| 合计 | ${all} | ${perYear(all)} |`,
    '',
    `办理 ${lines} 行，每个支部每年 ${perYear(lines)} 行；用了CPU ${seconds.toFixed(1)} 秒。`,
  ].join('\n');
}
