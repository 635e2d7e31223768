import { describe, expect, test } from 'vitest';
import type { PaperInput } from '../../src/forms/input.js';
import { memberFormFiles } from '../../src/forms/member-form.js';
import { scoreCard } from '../../src/forms/pictures/phone/score-card.js';
import { summaryFiles } from '../../src/forms/summary.js';
import { rowsOfDocx } from '../support/office.js';
import { paperInput, rulebook2018 } from '../support/paper-input.js';
import { privately, type TestBranch } from '../support/test-branch.js';
import { importFile, open, written } from './scene.js';
import { cast, members, summary } from './year-scene.js';

/** A branch whose former year was taken over from its table. */
async function takenOver(): Promise<{ readonly branch: TestBranch; readonly input: PaperInput }> {
  const branch = await open(cast);
  await importFile(branch, await summary(members), { yes: true });
  await branch.say('钱进', '/确认 1', 'private');
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
    expect(rows).toContainEqual(['李强', '100', '10', '0', '110', '优秀', '']);
    expect(rows).toContainEqual(['王芳', '100', '0', '15', '85', '合格', '']);
    expect(rows).toContainEqual(['赵敏', '100', '5', '5', '0', '不合格', '一票否决']);
    expect(privately(await branch.say('李强', '/汇总表 2025', 'private'), '李强')).toContain(
      '2025年积分汇总(公示)表见附件',
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
      '由当年的积分汇总表导入(第8行),没有逐项记录。原表备注:一票否决',
    );
  });

  test('a score card does not say that nothing was given', async () => {
    const { input } = await takenOver();
    const card = scoreCard(input, numbered(input, '李强'), 2025);
    expect(card.lead?.figure).toBe('110分');
    expect(card.closing).toEqual(['由当年的积分汇总表导入,没有逐项记录。']);
    expect(scoreCard(input, numbered(input, '赵敏'), 2025).lead?.lines).toContain('一票否决(见原表备注)');
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
