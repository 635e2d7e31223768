/** Lines and files made to mislead: a refusal or nothing, and what is kept is kept as it came. */
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { openStage, type Stage } from '../../src/cli/stage/stage.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { people } from '../support/branch/clock-bot.js';

const rulebook = await loadRulebook('rulebooks/2018.yaml');

async function open(): Promise<Stage> {
  const stage = await openStage({ rulebook, founding: { branch: '机关第一党支部', people } });
  onTestFinished(() => stage.close());
  return stage;
}
const rows = (stage: Stage) =>
  ['matter', 'person', 'activity', 'dues', 'ledger_entry'].map((table) =>
    stage.sql(`SELECT COUNT(*) AS n FROM ${table}`),
  );

/** Digits of other scripts, signs, powers, separators: none of them is a number of a rule. */
const noNumber = fc.oneof(
  fc.constantFrom(
    '1e9',
    '1e1',
    '٣',
    '३',
    '๓',
    '²',
    '³',
    '0x8',
    '+8',
    '-8',
    '8.0',
    '1_0',
    'NaN',
    'Infinity',
    '⑧',
  ),
  fc.string({ unit: fc.constantFrom('٠', '٣', '३', '𝟛', '8'), minLength: 2, maxLength: 4 }),
  fc.bigInt({ min: 10n ** 9n, max: 10n ** 30n }).map(String),
);
const shapes = [
  (number: string) => `/申报 ${number} 献血`,
  (number: string) => `/加分 张三 ${number} 献血`,
  (number: string) => `/确认 ${number}`,
  (number: string) => `/党费 张三 ${number}月`,
];

test('what only looks like a number changes nothing and is told in one answer', async () => {
  const stage = await open();
  const before = rows(stage);
  await fc.assert(
    fc.asyncProperty(noNumber, fc.constantFrom(...shapes), async (number, shape) => {
      const said = await stage.whisper('赵敏', shape(number));
      expect(said).toHaveLength(1);
      expect(said[0]?.text.replaceAll(number, '')).not.toMatch(/系统出错|NaN|undefined|Infinity/u);
      expect(rows(stage)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

test.each([
  '<img src=x onerror=alert(1)>',
  '**张三**',
  '张\u2066三',
  '张ニ',
  '\u0410nn',
  '../../etc/passwd',
  "张三'; DROP TABLE member;--",
  '张\u0000三',
  '${7*7}',
])('nobody is entered as %j', async (name) => {
  const stage = await open();
  const before = rows(stage);
  const said = (await stage.whisper('李强', `/党员 添加 ${name} 机关党员`))
    .map(({ text }) => text)
    .join('\n');
  expect(said).toMatch(/没有登记|姓名|用法|例：/u);
  expect(rows(stage)).toEqual(before);
});

test('files are never opened: what is huge, false or named like a path is kept as it came', async () => {
  const stage = await open();
  // A picture of 60 000 by 60 000 points: its head says so, and nobody draws it.
  const head = Buffer.from('89504e470d0a1a0a0000000d494844520000ea600000ea60080600000000000000', 'hex');
  const pdf = Buffer.from('%PDF-1.7\n');
  const names = [
    '../../../etc/passwd',
    '..\\..\\windows\\系统.png',
    '\u202egnp.exe',
    '证.png/../../x',
    'CON.png',
  ];
  const files = names.map((name, at) => ({
    kind: 'picture' as const,
    name,
    bytes: at % 2 === 0 ? head : pdf,
  }));
  await stage.say('赵敏', '/活动 主题党日 11-23 10:00 会议室');
  stage.clock.set('2026-11-23T11:00:00');
  await stage.say('赵敏', '/点名 主题党日 全到');
  await stage.say('赵敏', '/结束 主题党日');
  await stage.whisper('赵敏', '/纪要 主题党日 大家学习了党章', { files });
  const stored = stage.sql('SELECT id FROM file_content');
  expect(stored.length).toBeGreaterThan(0);
  const said = await stage.whisper('赵敏', '/导出 活动');
  const archives = said.flatMap((letter) => letter.files);
  expect(archives.length).toBeGreaterThan(0);
  for (const { bytes } of archives)
    for (const [path, content] of Object.entries(unzipSync(bytes))) {
      expect(path).not.toMatch(/\.\.|\\|^\/|:|\p{Cf}/u);
      if (content.length < 100) expect([strFromU8(head), strFromU8(pdf)]).toContain(strFromU8(content));
    }
});

test('a roll call of thousands of words is refused without trying every piece of it as a name', async () => {
  const stage = await open();
  const before = rows(stage);
  const said = await stage.whisper('赵敏', `/点名 ${'周滔没来刘样缺席'.repeat(12_000)}`);
  expect(said).toHaveLength(1);
  expect(rows(stage)).toEqual(before);
});
