import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it } from 'vitest';
import { openStage, type Stage } from '../../src/cli/stage/stage.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { editedYaml } from '../rulebook/variant.js';
import { people } from '../support/branch/clock-bot.js';

const folder = mkdtempSync(join(tmpdir(), 'zhibu-limits-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'rulebook.yaml');
writeFileSync(file, editedYaml([['limits'], { commandsPerMinute: 3, filesPerHour: 2, openMatters: 2 }]));
const rulebook = await loadRulebook(file);
let stage: Stage;
afterEach(() => stage.close());
const open = async (isLimited: boolean) => {
  stage = await openStage({ rulebook, isLimited, founding: { branch: '机关第一党支部', people } });
};
const heard = async (said: Promise<readonly { readonly text: string }[]>) =>
  (await said).map(({ text }) => text.split('\n')[0] ?? '');

it('commands: what is too many is told once, the others are heard, and a minute later all is well', async () => {
  await open(true);
  for (let count = 1; count <= 3; count += 1)
    expect(await heard(stage.whisper('张三', '/积分'))).toEqual(['张三 2026年积分：100分']);
  expect(await heard(stage.whisper('张三', '/积分'))).toEqual([
    '您一分钟里发了3条以上，这一条没有办理，请过一分钟再发。',
  ]);
  expect(await heard(stage.say('张三', '/积分'))).toEqual([]);
  expect(await heard(stage.whisper('王芳', '/积分'))).toEqual(['王芳 2026年积分：100分']);
  stage.clock.set('2026-11-23T09:01:01');
  expect(await heard(stage.whisper('张三', '/积分'))).toEqual(['张三 2026年积分：100分']);
});

it('several commands in one message count each, and talk in the group counts nothing', async () => {
  await open(true);
  for (let count = 1; count <= 5; count += 1) expect(await heard(stage.say('王芳', '大家好'))).toEqual([]);
  expect(await heard(stage.whisper('王芳', '/积分\n/明细\n/待办\n/活动'))).toEqual([
    '您一分钟里发了3条以上，这一条没有办理，请过一分钟再发。',
  ]);
});

it('files: so many an hour', async () => {
  await open(true);
  const file = { kind: 'picture' as const, name: '证.png', bytes: Buffer.from('png') };
  const told = await heard(stage.whisper('张三', '/申报 8 献血', { files: [file, file, file] }));
  expect(told).toEqual(['您一小时里发了2个以上的文件，这一条没有办理，请过一小时再发。']);
  expect(stage.sql('SELECT COUNT(*) AS count FROM matter')).toEqual([{ count: 0 }]);
});

it('open matters: one person enters only so many, and goes on when some are settled', async () => {
  await open(true);
  await stage.whisper('张三', '/申报 8 第一次献血');
  await stage.whisper('张三', '/申报 8 第二次植树');
  stage.clock.set('2026-11-23T09:10:00');
  expect(await heard(stage.whisper('张三', '/申报 8 第三次义诊'))).toEqual([
    '没有登记：您登记而没有办结的事项已到2件，请等认定以后再登记，或先撤回不要的（“/撤回 编号”）。发送“/待办”可查看。',
  ]);
  await stage.whisper('张三', '/撤回 1');
  expect((await heard(stage.whisper('张三', '/申报 8 第三次义诊')))[0]).toContain('已登记 #3');
});

it('a play is not limited, and what is done is counted by command', async () => {
  await open(false);
  for (let count = 1; count <= 6; count += 1) await stage.whisper('张三', '/积分');
  await stage.whisper('张三', '/确认 1');
  const { messages, latency } = stage.bot.metered();
  expect(messages).toContainEqual({ command: 'points.score', outcome: 'done', count: 6 });
  expect(messages.filter(({ outcome }) => outcome === 'refused')).toHaveLength(1);
  expect(latency.count).toBeGreaterThanOrEqual(7);
});
