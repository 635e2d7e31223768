import type { CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { privately } from '../../support/branch/test-branch.js';
import { counts, importFile, open, workbook } from '../scene.js';
import { cast, head, members, summary } from './scene.js';

describe('formulas', () => {
  const cells = (result: number | undefined) =>
    new Map([
      [
        '2,4',
        result === undefined ? { formula: 'B3+C3-D3' } : { formula: 'B3+C3-D3', formulaResult: result },
      ],
    ]);
  const rows = [['2025年度'], head, ['张三', 100, 8, 3, null, '合格', null]];
  test.each([
    ['their values are read', 105, undefined],
    ['without a value the line’s own sums are taken', undefined, undefined],
    [
      'a value that does not add up is reported',
      106,
      '第3行“综合得分”：表里写106分，按基础积分加加分、减减分应是105分。',
    ],
  ])('%s', async (_, result, problem) => {
    const branch = await open(cast);
    const { problems, text } = await importFile(branch, await workbook(rows, { cells: cells(result) }));
    expect(problems).toEqual(problem === undefined ? [] : [problem]);
    if (problem === undefined) expect(text).toContain('张三  100   8     3     105   合格');
  });

  test('a name that looks like one is a name', async () => {
    const branch = await open(cast);
    const path = await workbook([['2025年度'], head, ['=HYPERLINK("http://x")', 100, 0, 0, 100, null, null]]);
    expect((await importFile(branch, path)).problems[0]).toContain('名册上没有党员“=HYPERLINK("http://x")”');
  });
});

describe('what does not fit is reported by line and blocks', () => {
  const good = members[1]!;
  test.each<[string, CellValue[], string]>([
    ['an unknown name', ['刘洋', 100, 0, 0, 100, null, null], '第5行“党员姓名”：名册上没有党员“刘洋”'],
    ['somebody twice', good, '第5行“党员姓名”：与第4行是同一人'],
    [
      'another base',
      ['王芳', 90, 0, 0, 90, null, null],
      '第5行“基础积分”：表里写90分，这一年度的细则是100分。',
    ],
    [
      'a wrong total',
      ['王芳', 100, 3, 0, 102, null, null],
      '第5行“综合得分”：表里写102分，按基础积分加加分、减减分应是103分。',
    ],
    ['deductions past the base', ['王芳', 100, 20, 110, 10, null, null], '应是20分'],
    ['0 without a veto', ['王芳', 100, 0, 0, 0, null, null], '如系一票否决，请在备注写明“一票否决”'],
    ['优秀 below 90', ['王芳', 100, 0, 11, 89, '优秀', null], '第5行“等次”：不满90分，不能是优秀。'],
    [
      '合格 at 70 without a reason',
      ['王芳', 100, 0, 30, 70, '合格', null],
      '70分按细则应是不合格，表里是合格，请在备注写明会议的理由',
    ],
    [
      '不合格 at 71 without a reason',
      ['王芳', 100, 0, 29, 71, '不合格', null],
      '71分按细则应是合格，表里是不合格',
    ],
    ['a veto that is rated', ['王芳', 100, 0, 0, 0, '合格', '一票否决'], '一票否决的，等次只能是不合格。'],
    ['words for points', ['王芳', 100, '若干', 0, 100, null, null], '“若干”看不出加分共几分'],
    ['half a point', ['王芳', 100, 0.5, 0, 100.5, null, null], '第5行“加分情况”'],
  ])('%s', async (_, line, sentence) => {
    const branch = await open(cast);
    const before = counts(branch);
    const result = await importFile(branch, await summary([good, line]), { yes: true });
    expect(result.problems.join('\n')).toContain(sentence);
    expect(result.written).toBe(false);
    expect(counts(branch)).toEqual(before);
  });

  test.each<[string, CellValue[]]>([
    ['优秀 at 90', ['王芳', 100, 0, 10, 90, '优秀', null]],
    ['合格 at 71', ['王芳', 100, 0, 29, 71, '合格', null]],
    ['合格 at 70 with a reason', ['王芳', 100, 0, 30, 70, '合格', '支部大会研究：长期病休']],
    ['deductions past the base, recorded and not counted', ['王芳', 100, 20, 110, 20, null, null]],
  ])('%s is taken', async (_, line) => {
    const branch = await open(cast);
    expect(await importFile(branch, await summary([good, line]))).toMatchObject({ problems: [], changes: 1 });
  });

  test('the year has to be plain, over, and kept nowhere else', async () => {
    const branch = await open(cast);
    const untitled = await workbook([head, good]);
    expect((await importFile(branch, untitled)).problems[0]).toContain('看不出是哪一年度');
    expect((await importFile(branch, untitled, { year: 2025 })).problems).toEqual([]);
    expect((await importFile(branch, untitled, { year: 2026 })).problems).toEqual([
      '2026年度还没有结束。本年度的加减分请用积分登记表导入。',
    ]);
    expect((await importFile(branch, await summary([good]), { year: 2024 })).problems[0]).toContain(
      '表题写的是2025年度',
    );
    await branch.say('赵敏', '/加分 张三 8 献血 证明 王芳、孙伟 日期 2025-12-20');
    expect((await importFile(branch, untitled, { year: 2025 })).problems).toEqual([
      '2025年度还有事项没有认定（#1），请先认定、驳回或撤回。',
    ]);
    await branch.say('王芳', '/证明 1');
    await branch.say('孙伟', '/证明 1');
    await branch.say('李强', '/确认 1 已听取');
    expect((await importFile(branch, untitled, { year: 2025 })).problems[0]).toContain(
      '2025年度的积分已在机器人里登记',
    );
  });

  test('what was kept here while it waited bars the ruling', async () => {
    const branch = await open(cast);
    await importFile(branch, await summary([good]), { yes: true });
    await branch.say('赵敏', '/加分 王芳 8 献血 证明 张三、孙伟 日期 2025-12-20');
    await branch.say('张三', '/证明 2');
    await branch.say('孙伟', '/证明 2');
    await branch.say('李强', '/确认 2 已听取');
    const answer = privately(await branch.say('李强', '/确认 1 已听取', 'private'), '李强');
    expect(answer).toContain('#1 不能认定：2025年度已在本支部登记或办理');
    expect(counts(branch)).toMatchObject({ year_record: 0 });
    expect(privately(await branch.say('李强', '/驳回 1 已在机器人里办理', 'private'), '李强')).toContain(
      '#1 已驳回',
    );
  });
});
