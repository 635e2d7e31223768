import type { CellValue } from 'hucre/xlsx';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';
import { summarySheet } from '../../../src/forms/summary/sheet.js';
import { renderXlsx } from '../../../src/forms/xlsx/render.js';
import { projectFolder } from '../../../src/project-folder.js';
import { privately, type TestBranch } from '../../support/branch/test-branch.js';
import { counts, importFile, open, told, workbook, written } from '../scene.js';
import { cast, head, members, summary } from './scene.js';

const scored = (branch: TestBranch, person: string) =>
  branch.sql<{ total: number; tier: string; bonus: number; deductions: number }>(
    'SELECT r.total, r.tier, r.bonus, r.deductions FROM year_record r JOIN person p ON p.id = r.person WHERE p.name = ? AND r.year = 2025',
    person,
  )[0];

describe('last year’s summary table', () => {
  test('the dry run reads titles, sums and signatures for what they are, and writes nothing', async () => {
    const branch = await open(cast);
    const before = counts(branch);
    const dry = await importFile(branch, await summary(members));
    expect(dry.problems).toEqual([]);
    expect(dry.text).toContain('5   张三  100   8     0     108   合格');
    expect(dry.text).toContain('8   赵敏  100   5     5     0     不合格  一票否决');
    expect(dry.text).toContain('2025年度5人，登记为一条');
    expect(dry.notices).toEqual([
      '第9行是合计、签字或说明，没有读取。',
      '名册上的钱进不在表里，这一年度没有结果。',
    ]);
    expect(counts(branch)).toEqual(before);
  });

  test('the table that the bot itself made is read back, sums, days and remarks and all', async () => {
    const branch = await open(cast);
    const own = async (spanTitle: string) => {
      const titles = {
        tab: spanTitle,
        title: [
          '党员日常积分汇总（公示）表',
          `党支部名称（盖章）：机关第一党支部  （${spanTitle}）`,
          '截至2026年1月4日（周日）已认定，等次已评定，按名册顺序。',
        ],
        footer: ['考核记录员（签字）：____________  党支部书记（签字）：____________  日期：____________'],
      };
      const { rulebook } = await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'));
      const sums = {
        base: 100,
        bonus: 8,
        deductions: 0,
        total: 108,
        uncounted: 0,
        vetoed: false,
        tier: '合格',
        remarks: '',
      };
      const lines = [
        { ...sums, name: '张三', items: { bonus: ['公益活动+3', '其他突出表现+5'], deduction: [] } },
        {
          ...sums,
          name: '王芳',
          bonus: 0,
          deductions: 115,
          items: { bonus: [], deduction: ['纪律处分−110', '工作纪律−5'] },
          uncounted: 15,
          total: 0,
          tier: '不合格',
          remarks: '减分中15分超出基础分，不计算',
        },
      ];
      const bytes = await renderXlsx([summarySheet(titles, rulebook, lines)], '2026-01-04');
      return importFile(branch, written(`${spanTitle}积分汇总表.xlsx`, bytes));
    };
    const dry = await own('2025年度');
    expect(dry.problems).toEqual([]);
    expect(dry.text).toContain('2025年度2人，登记为一条');
    expect(dry.notices[0]).toBe('第7行是合计、签字或说明，没有读取。');
    expect((await own('2025年三季度')).problems).toEqual([
      '这是一个季度的汇总表。往年结果要用全年的汇总表，如“2025年度”。',
    ]);
  });

  test('it waits for somebody who has no line in it, and is then the closed result of the year', async () => {
    const branch = await open(cast);
    expect((await importFile(branch, await summary(members), { yes: true })).written).toBe(true);
    expect(counts(branch)).toMatchObject({ matter: 1, year_record: 0, year_step: 0, file: 1 });
    // The secretary has a line, the recorder brought it in, the deputy has none.
    expect(privately(await branch.say('李强', '/确认 1 已听取', 'private'), '李强')).toContain(
      '表中有您本人的结果',
    );
    expect(privately(await branch.say('周明', '/确认 1 已听取', 'private'), '周明')).toContain(
      '支部内有人可以认定',
    );
    const todo = privately(await branch.say('钱进', '/待办', 'private'), '钱进');
    expect(todo).toContain('待认定 #1：2025年度考核结果（导入，5人）');
    expect(todo).toContain('材料：2025汇总表.xlsx“登记”');
    expect(todo).toContain('第6行 王芳 基础100 加0 减15 合计85分 合格');
    expect(counts(branch)).toMatchObject({ year_record: 0 });

    const answer = privately(await branch.say('钱进', '/确认 1 已听取', 'private'), '钱进');
    expect(answer).toContain('#1 已认定：2025年度考核结果由导入的汇总表归档（5人）。');
    expect(counts(branch)).toMatchObject({ year_record: 5, year_step: 1, ledger_entry: 0 });
    expect(scored(branch, '张三')).toEqual({ total: 108, tier: 'qualified', bonus: 8, deductions: 0 });
    expect(scored(branch, '周涛')).toMatchObject({ total: 60, tier: 'unqualified' });
  });

  test('where secretary and deputy both have a line, the superior committee rules', async () => {
    const branch = await open(cast);
    await importFile(branch, await summary([...members, ['钱进', 100, 0, 0, 100, '合格', null]]), {
      yes: true,
    });
    await branch.say('钱进', '/确认 1 已听取', 'private');
    await branch.say('李强', '/确认 1 已听取', 'private');
    expect(counts(branch)).toMatchObject({ ruling: 0, year_record: 0 });
    await branch.say('周明', '/确认 1 已听取', 'private');
    expect(counts(branch)).toMatchObject({ ruling: 1, year_record: 6 });
  });

  test('it is marked wherever it is shown', async () => {
    const branch = await open(cast);
    await importFile(branch, await summary(members), { yes: true });
    await branch.say('钱进', '/确认 1 已听取', 'private');
    expect((await branch.say('张三', '/积分 张三 2025'))[0]!.text).toContain(
      '张三 2025年积分：108分（由导入）',
    );
    const details = privately(await branch.say('王芳', '/明细 王芳 2025', 'private'), '王芳');
    expect(details).toContain('王芳 2025年积分：85分（由导入）');
    expect(details).toContain('等次：合格；材料：2025汇总表.xlsx“登记”第6行 #1 钱进认定');
    expect(privately(await branch.say('李强', '/积分 赵敏 2025', 'private'), '李强')).toContain(
      '一票否决（见原表备注）',
    );
    expect(privately(await branch.say('李强', '/年度 名单 谈话', 'private'), '李强')).toContain(
      '王芳 85分 合格，第3名（共5人）（由导入）',
    );
    expect(privately(await branch.say('张三', '/我的数据', 'private'), '张三')).toContain(
      '2025年108分（由导入）',
    );
    // This year is not touched.
    expect((await branch.say('张三', '/积分'))[0]!.text).toContain('2026年积分：100分');
  });

  test('two imported years make the list of two years', async () => {
    const branch = await open(cast);
    const low: CellValue[][] = [
      ['张三', 100, 8, 0, 108, null, null],
      ['周涛', 100, 0, 40, 60, null, null],
    ];
    for (const year of [2024, 2025]) {
      const rows = [[`${year}年度汇总表`], head, ...low];
      expect(await importFile(branch, await workbook(rows, {}, `${year}.xlsx`), { yes: true })).toMatchObject(
        { written: true },
      );
      await branch.say('李强', `/确认 ${year - 2023}`, 'private');
    }
    const list = privately(await branch.say('李强', '/年度 名单 两年', 'private'), '李强');
    expect(list).toContain('周涛 2025年60分，第2名（共2人）（由导入）；2024年60分，第2名（共2人）（由导入）');
  });

  test('the same table again changes nothing, before and after the ruling; another one is refused', async () => {
    const branch = await open(cast);
    const path = await summary(members);
    await importFile(branch, path, { yes: true });
    const waiting = counts(branch);
    expect(await importFile(branch, path, { yes: true })).toMatchObject({ problems: [], intent: null });
    expect(counts(branch)).toEqual(waiting);
    const other = await summary([...members.slice(0, 4)], '另一份.xlsx');
    expect((await importFile(branch, other)).problems).toEqual([
      '2025年度的另一份结果 #1 正在等待认定，请先驳回或撤回。',
    ]);
    await branch.say('钱进', '/确认 1 已听取', 'private');
    const archived = counts(branch);
    const again = await importFile(branch, path, { yes: true });
    expect(again).toMatchObject({ problems: [], intent: null });
    expect(again.text).toContain('2025年度的结果已由 #1 归档，与这份表相同。');
    expect((await importFile(branch, other, { yes: true })).problems).toEqual([
      '2025年度已经归档，与这份表不同，不能再导入。',
    ]);
    expect(counts(branch)).toEqual(archived);
  });

  test('the archive takes no other write', async () => {
    const branch = await open(cast);
    await importFile(branch, await summary(members), { yes: true });
    await branch.say('钱进', '/确认 1 已听取', 'private');
    const refused = await branch.say('赵敏', '/加分 张三 8 献血 日期 2025-12-20');
    expect(refused[0]!.text).toContain('2025年度已经归档');
  });
});

describe('who is informed', () => {
  test('the running bot informs the proposer and the rulers, once', async () => {
    const branch = await open(cast);
    await told(branch, '2026-11-23T10:30:00');
    await importFile(branch, await summary(members), { yes: true });
    const before = branch.sql('SELECT id FROM outbox').length;
    await told(branch, '2026-11-23T10:31:00');
    const letters = branch.sql<{ person: number }>(
      'SELECT person FROM outbox WHERE id > ? ORDER BY id',
      before,
    );
    // The recorder in whose name it was imported, and the deputy, who has no line.
    expect(letters.map(({ person }) => person)).toEqual([4, 6]);
    await told(branch, '2026-11-23T10:32:00');
    expect(branch.sql('SELECT id FROM outbox').length).toBe(before + letters.length);
  });
});
