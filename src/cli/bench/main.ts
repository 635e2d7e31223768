/** `npm run bench`: what the whole bot reaches on this machine, compared with its database driver alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../project-folder.js';
import { loadRulebook } from '../../start/files/rulebook-file.js';
import { type Connection, openConnection } from '../../store/connection.js';
import { startBotProcess } from '../play/process.js';
import { inFlight, oneAfterAnother, openBot } from './bot.js';
import { middle, perSecond, type Speed } from './speed.js';

const rounds = 5;
const messages = 1_000;
const together = 32;
const warmUp = 300;

const rulebookFile = join(projectFolder(), 'rulebooks/2018.yaml');
const rulebook = await loadRulebook(rulebookFile);
const results: Awaited<ReturnType<typeof measure>>[] = [];
for (let round = 1; round <= rounds; round += 1) {
  process.stderr.write(`第${round}轮，共${rounds}轮……\n`);
  results.push(await measure());
}
print();

async function measure() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-bench-'));
  try {
    const one = rawCommits(folder, messages, 1);
    const many = rawCommits(folder, messages * together, together);
    const rawReads = readOneByOne(folder, messages);
    const single = await openBot(folder, rulebook, 1);
    const [write, rule] = [() => single.write(0), () => single.rule(0)];
    await oneAfterAnother(warmUp, write, rule);
    const ourOne = await oneAfterAnother(messages, write, rule);
    const ourGroup = await inFlight(messages * 2, single, together);
    const reads = await oneAfterAnother(messages, () => single.read(0));
    await single.close();
    const several = await openBot(folder, rulebook, together);
    await inFlight(warmUp * 4, several, together);
    const ourMany = await inFlight(messages * 8, several, together);
    await several.close();
    return { one, many, rawReads, ourOne, ourGroup, ourMany, reads, cold: await coldStart(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** From the start of a process until it listens, on an existing database. */
async function coldStart(folder: string): Promise<number> {
  const options = { databaseFile: join(folder, 'cold.db'), rulebookFile, now: '2026-11-23T09:00:00' };
  await (await startBotProcess({ ...options, onSaid: () => undefined })).kill();
  const begun = performance.now();
  const bot = await startBotProcess({ ...options, onSaid: () => undefined });
  const took = performance.now() - begun;
  await bot.kill();
  return took;
}

function print(): void {
  const of = (name: 'one' | 'many' | 'rawReads' | 'ourOne' | 'ourGroup' | 'ourMany' | 'reads') =>
    middle(results.map((all) => all[name]));
  const [raw, rawReads] = [of('one'), of('rawReads')];
  const line = (title: string, speed: Speed, raw: Speed) =>
    `| ${title} | ${Math.round(speed.perSecond)} | ${(speed.perSecond / raw.perSecond).toFixed(2)} | ${speed.median.toFixed(2)} |`;
  const cold = results.map((all) => all.cold).sort((a, b) => a - b)[Math.floor(results.length / 2)] ?? 0;
  const processor = cpus()[0]?.model ?? '';
  process.stdout.write(`${cpus().length} 核 ${processor}，Node ${process.version}，${rounds} 轮取中位数

| 做什么 | 每秒 | 与裸驱动之比 | 单次中位数（毫秒） |
|---|---|---|---|
${line('裸驱动：每条消息3行，一条一次落盘', raw, raw)}
${line(`裸驱动：${together}条一次落盘（单次指一批）`, of('many'), raw)}
${line('裸驱动：读出这3行', rawReads, rawReads)}
${line('机器人：/加分，一条接一条', of('ourOne'), raw)}
${line(`机器人：/加分，一个支部里${together}条同时`, of('ourGroup'), raw)}
${line(`机器人：/加分，${together}个支部同时`, of('ourMany'), raw)}
${line('机器人：/积分（与裸驱动的读相比）', of('reads'), rawReads)}

冷启动 ${Math.round(cold)} 毫秒，测完时内存 ${Math.round(process.memoryUsage().rss / 1_048_576)} MB。
`);
}

/** As long as a real row of entry, audit and message id together. */
const padding = 'x'.repeat(120);

/**
 * The upper limit: the driver alone, with the three rows that each message writes (shared/PERFORMANCE.md: entry, audit,
 * message id) and one durable commit for `batch` messages.
 */
function rawCommits(folder: string, messages: number, batch: number): Speed {
  const db = openConnection(join(folder, `raw-${batch}.db`));
  for (const table of ['entry', 'audit', 'inbox'])
    db.exec(`CREATE TABLE ${table} (branch TEXT, id INTEGER, text TEXT, PRIMARY KEY (branch, id))`);
  const inserts = ['entry', 'audit', 'inbox'].map((table) =>
    db.prepare(`INSERT INTO ${table} VALUES (?, ?, ?)`),
  );
  const times: number[] = [];
  const begun = performance.now();
  for (let id = 0; id < messages; id += batch) times.push(commit(db, inserts, id, batch));
  const speed = perSecond(messages, performance.now() - begun, times);
  db.close();
  return speed;
}

/** What a read is compared with: the three rows of one message after another. */
function readOneByOne(folder: string, messages: number): Speed {
  const db = openConnection(join(folder, 'raw-1.db'));
  const selects = ['entry', 'audit', 'inbox'].map((table) =>
    db.prepare(`SELECT * FROM ${table} WHERE branch = ? AND id = ?`),
  );
  const times: number[] = [];
  const begun = performance.now();
  for (let id = 0; id < messages; id += 1) {
    const start = performance.now();
    for (const select of selects) select.get('b1', id);
    times.push(performance.now() - start);
  }
  const speed = perSecond(messages, performance.now() - begun, times);
  db.close();
  return speed;
}

function commit(
  db: Connection,
  inserts: readonly ReturnType<Connection['prepare']>[],
  first: number,
  batch: number,
): number {
  const begun = performance.now();
  db.exec('BEGIN IMMEDIATE');
  for (let id = first; id < first + batch; id += 1)
    for (const insert of inserts) insert.run('b1', id, padding);
  db.exec('COMMIT');
  return performance.now() - begun;
}
