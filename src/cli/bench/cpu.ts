/**
 * `npm run bench:cpu`: the processor time of a line. What waits for the disk or for others costs nothing here, and of
 * many short spans the quickest tenth counts: so it tells something on a busy machine too, unlike `npm run bench`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../../project-folder.js';
import { loadRulebook } from '../../start/files/rulebook-file.js';
import { inFlight, oneAfterAnother, openBot } from './bot.js';

const spans = 40;
const linesOfSpan = 40;
const warmUp = 400;
const together = 32;

const folder = mkdtempSync(join(tmpdir(), 'zhibu-cpu-'));
const bot = await openBot(folder, await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml')), 1);
const write = () => bot.write(0);
const rule = () => bot.rule(0);
await oneAfterAnother(warmUp, write, rule);
await oneAfterAnother(warmUp, () => bot.read(0));
process.stdout.write(
  `| 每行CPU（毫秒，${spans}段各${linesOfSpan}行，取最快的十分之一） | |\n| --- | --- |\n`,
);
await tell('/加分，一条接一条', () => oneAfterAnother(linesOfSpan, write), rule);
await tell(
  `/加分，一个支部里${together}条同时`,
  () => inFlight(4 * together, bot, together),
  rule,
  4 * together,
);
await tell('/积分', () => oneAfterAnother(linesOfSpan, () => bot.read(0)));
await bot.close();
rmSync(folder, { recursive: true, force: true });

async function tell(
  title: string,
  lines: () => Promise<unknown>,
  between: () => Promise<void> = () => Promise.resolve(),
  count = linesOfSpan,
): Promise<void> {
  const each: number[] = [];
  for (let span = 0; span < spans; span += 1) {
    await between();
    const begun = process.cpuUsage();
    await lines();
    const { user, system } = process.cpuUsage(begun);
    each.push((user + system) / 1_000 / count);
  }
  const quick = each.sort((one, other) => one - other)[Math.floor(spans / 10)] ?? 0;
  process.stdout.write(`| ${title} | ${quick.toFixed(3)} |\n`);
}
