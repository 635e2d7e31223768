import { describe, expect, test } from 'vitest';
import { memberCardFiles } from '../../src/forms/make.js';
import type { PaperInput } from '../../src/forms/input.js';
import { memberFormFiles } from '../../src/forms/member-form.js';
import { scoreCard } from '../../src/forms/pictures/phone/score-card.js';
import { summaryFiles } from '../../src/forms/summary.js';
import { rowsOfDocx } from '../support/papers/office.js';
import { paperInput, rulebook2018 } from '../support/papers/paper-input.js';
import { privately, type TestBranch } from '../support/branch/test-branch.js';
import { importFile, open, written } from './scene.js';
import { cast, members, summary } from './year/scene.js';

/** A branch whose former year was taken over from its table. */
async function takenOver(): Promise<{ readonly branch: TestBranch; readonly input: PaperInput }> {
  const branch = await open(cast);
  await importFile(branch, await summary(members), { yes: true });
  await branch.say('钱进', '/确认 1 已听取', 'private');
  const { facts } = branch.bot.store.snapshot(branch.id);
  return { branch, input: paperInput(facts, await rulebook2018(), '2026-11-28') };
}

const numbered = (input: PaperInput, name: string): number =>
  input.facts.all('person').find((person) => person.name === name)?.id ?? 0;

describe('papers of a year that was taken over', () => {
  test('its summary is what the table said, and nobody is said to have been corrected since', async () => {
    const { branch, input } = await takenOver();
    const order = { year: 2025, quarter: null, order: 'roster', large: false } as const;
    const [docx] = await summaryFiles(input, order);
    const rows = rowsOfDocx(docx!.bytes).slice(1);
    expect(rows).toContainEqual(['李强', '100', '+10', '', '110', '优秀', '']);
    expect(rows).toContainEqual(['王芳', '100', '', '−15', '85', '合格', '']);
    expect(rows).toContainEqual(['赵敏', '100', '+5', '−5', '0', '不合格', '一票否决']);
    expect(privately(await branch.say('李强', '/汇总表 2025', 'private'), '李强')).toContain(
      '2025年积分汇总（公示）表见附件',
    );
    // The table has no quarters.
    expect(privately(await branch.say('李强', '/汇总表 2025年三季度', 'private'), '李强')).toContain(
      '还没有用机器人记录',
    );
  });

  test('a member’s form has its sums and says why the items are empty', async () => {
    const { input } = await takenOver();
    const [docx] = await memberFormFiles(input, { person: numbered(input, '赵敏'), year: 2025 });
    const text = rowsOfDocx(docx!.bytes).map((row) => row.join(' '));
    expect(text.find((row) => row.includes('加分合计'))).toContain('+5');
    expect(text.find((row) => row.startsWith('综合得分'))).toMatch(/ 0$/u);
    expect(text.find((row) => row.startsWith('一票否决'))).toContain('见原表备注');
    expect(text.find((row) => row.startsWith('备注'))).toContain(
      '由当年的积分汇总表导入（第8行），没有逐项记录。原表备注：一票否决',
    );
  });

  test('a member’s card has what is known of it, and says what is not', async () => {
    const { branch, input } = await takenOver();
    const cardOf = async (name: string) => {
      const order = { paper: 'memberCard', person: numbered(input, name), year: 2025 } as const;
      const [docx] = await memberCardFiles(input, order);
      return rowsOfDocx(docx!.bytes).map((row) => row.join(' '));
    };
    const card = await cardOf('王芳');
    expect(card).toContain('基础分 100 加分 0 减分 15 积分 85');
    expect(card).toContain('由当年的积分汇总表导入（第6行）。已归档：85分，等次为合格。');
    expect(card).toContain('参加活动、党费和发挥作用：当年本支部还没有用机器人记录。');
    expect(card.join()).not.toContain('应参加');
    expect(await cardOf('钱进')).toContain('当年的积分汇总表里没有列入');
    expect(privately(await branch.say('王芳', '/党员卡 2025', 'private'), '王芳')).toContain(
      '王芳同志2025年党员信息卡见附件',
    );
    // A year of which nothing is known at all is refused as before.
    expect(privately(await branch.say('王芳', '/党员卡 2024', 'private'), '王芳')).toContain('记录从');
  });

  test('what was not kept is refused with the line that gives what there is', async () => {
    const { branch } = await takenOver();
    const asked = async (who: string, line: string) => privately(await branch.say(who, line, 'private'), who);
    const none = '2025年本支部还没有用机器人记录，没有可以打印的内容。';
    const table = `${none}有导入的全年考核结果，请发送：/汇总表 2025`;
    for (const line of ['/台账 积分 2025', '/台账 党员 2025', '/活动记录 2025', '/活动记录 @王芳 2025'])
      expect(await asked('赵敏', line)).toBe(table);
    expect(await asked('王芳', '/活动记录 2025')).toBe(
      `${none}有导入的本人全年考核结果，请发送：/考核表 2025`,
    );
    expect(await asked('李强', '/汇总表 2025')).toContain('见附件');
    expect(await asked('王芳', '/考核表 2025')).toContain('见附件');
  });

  test('nobody who is not in the table gets a score of that year', async () => {
    const { branch } = await takenOver();
    const told = '2025年的结果是由积分汇总表导入的，表里没有钱进同志。';
    for (const line of ['/考核表 钱进 2025', '/积分 钱进 2025'])
      expect(privately(await branch.say('赵敏', line, 'private'), '赵敏')).toBe(told);
    expect(privately(await branch.say('赵敏', '/考核表 全部 2025', 'private'), '赵敏')).toBe(
      '2025年考核表见附件，按名册顺序，共5人，每人另起一页。',
    );
  });

  test('a score card does not say that nothing was given', async () => {
    const { input } = await takenOver();
    const card = scoreCard(input, numbered(input, '李强'), 2025);
    expect(card.lead?.figure).toBe('110分');
    expect(card.closing).toEqual(['由当年的积分汇总表导入，没有逐项记录。']);
    expect(scoreCard(input, numbered(input, '赵敏'), 2025).lead?.lines).toContain('一票否决（见原表备注）');
  });
});

test('the bot’s own summary is read back as it was made, its totals and signatures left out', async () => {
  const { input } = await takenOver();
  const order = { year: 2025, quarter: null, order: 'roster', large: false } as const;
  const xlsx = (await summaryFiles(input, order)).find(({ name }) => name.endsWith('.xlsx'));
  const fresh = await open(cast);
  const read = await importFile(fresh, written('2025年度积分汇总表.xlsx', xlsx!.bytes));
  expect(read.problems).toEqual([]);
  expect(read.changes).toBe(1);
  expect(read.text).toContain('张三  100   8     0     108   合格');
});
