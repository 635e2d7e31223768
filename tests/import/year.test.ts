import type { CellValue } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { commandLineCast, privately, type TestBranch } from '../support/test-branch.js';
import { counts, importFile, open, told, workbook } from './scene.js';

const cast = { ...commandLineCast, 周明: { kind: 'superior' as const, category: null } };
const title = ['党员日常积分汇总(公示)表'];
const branchLine = ['党支部名称(盖章):机关第一党支部 ( 2025 年度 )'];
const head = [
  '党员姓名',
  '基础\n积分',
  '加分情况',
  '减分情况',
  '综合得分',
  '民主评\n议情况',
  '备注\n(含一票否决)',
];
const members: CellValue[][] = [
  ['李强', 100, 10, 0, 110, '优秀', null],
  ['张三', 100, '公益活动+3、献血+5', '无', 108, '合格', null],
  ['王 芳', 100, null, '-15', 85, '合格', null],
  ['周涛', 100, 0, 40, 60, '不合格', null],
  ['赵敏', 100, 5, 5, 0, '不合格', '一票否决'],
];
const signatures = ['书记签字:', null, '记录员签字:', null, null, null, '2026年1月10日'];

const table = (lines: CellValue[][]): CellValue[][] => [title, branchLine, head, ...lines, signatures];
const summary = (lines: CellValue[][], name = '2025汇总表.xlsx') =>
  workbook(
    table(lines),
    {
      merges: [
        { startRow: 0, endRow: 0, startCol: 0, endCol: 6 },
        { startRow: 1, endRow: 1, startCol: 0, endCol: 6 },
        { startRow: lines.length + 3, endRow: lines.length + 3, startCol: 0, endCol: 1 },
      ],
    },
    name,
  );

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
    expect(dry.text).toContain('2025年度5人,登记为一条');
    expect(dry.notices).toEqual([
      '第9行是合计、签字或说明,没有读取。',
      '名册上的钱进不在表里,这一年度没有结果。',
    ]);
    expect(counts(branch)).toEqual(before);
  });

  test('it waits for somebody who has no line in it, and is then the closed result of the year', async () => {
    const branch = await open(cast);
    expect((await importFile(branch, await summary(members), { yes: true })).written).toBe(true);
    expect(counts(branch)).toMatchObject({ matter: 1, year_record: 0, year_step: 0, file: 1 });
    // The secretary has a line, the recorder brought it in, the deputy has none.
    expect(privately(await branch.say('李强', '/确认 1', 'private'), '李强')).toContain('表中有您本人的结果');
    expect(privately(await branch.say('周明', '/确认 1', 'private'), '周明')).toContain('支部内有人可以认定');
    const todo = privately(await branch.say('钱进', '/待办', 'private'), '钱进');
    expect(todo).toContain('待认定 #1:2025年度考核结果(导入,5人)');
    expect(todo).toContain('材料:2025汇总表.xlsx“登记”');
    expect(todo).toContain('第6行 王芳 基础100 加0 减15 合计85分 合格');
    expect(counts(branch)).toMatchObject({ year_record: 0 });

    const answer = privately(await branch.say('钱进', '/确认 1', 'private'), '钱进');
    expect(answer).toContain('#1 已认定:2025年度考核结果由导入的汇总表归档(5人)。');
    expect(counts(branch)).toMatchObject({ year_record: 5, year_step: 1, ledger_entry: 0 });
    expect(scored(branch, '张三')).toEqual({ total: 108, tier: 'qualified', bonus: 8, deductions: 0 });
    expect(scored(branch, '周涛')).toMatchObject({ total: 60, tier: 'unqualified' });
  });

  test('where secretary and deputy both have a line, the superior committee rules', async () => {
    const branch = await open(cast);
    await importFile(branch, await summary([...members, ['钱进', 100, 0, 0, 100, '合格', null]]), {
      yes: true,
    });
    await branch.say('钱进', '/确认 1', 'private');
    await branch.say('李强', '/确认 1', 'private');
    expect(counts(branch)).toMatchObject({ ruling: 0, year_record: 0 });
    await branch.say('周明', '/确认 1', 'private');
    expect(counts(branch)).toMatchObject({ ruling: 1, year_record: 6 });
  });

  test('it is marked wherever it is shown', async () => {
    const branch = await open(cast);
    await importFile(branch, await summary(members), { yes: true });
    await branch.say('钱进', '/确认 1', 'private');
    expect((await branch.say('张三', '/积分 张三 2025'))[0]!.text).toContain('张三 2025年积分:108分(由导入)');
    const details = privately(await branch.say('王芳', '/明细 王芳 2025', 'private'), '王芳');
    expect(details).toContain('王芳 2025年积分:85分(由导入)');
    expect(details).toContain('等次:合格;材料:2025汇总表.xlsx“登记”第6行 #1 钱进认定');
    expect(privately(await branch.say('李强', '/积分 赵敏 2025', 'private'), '李强')).toContain(
      '一票否决(见原表备注)',
    );
    expect(privately(await branch.say('李强', '/年度 名单 谈话', 'private'), '李强')).toContain(
      '王芳 85分 合格,第3名(共5人)(由导入)',
    );
    expect(privately(await branch.say('张三', '/我的数据', 'private'), '张三')).toContain(
      '2025年108分(由导入)',
    );
    // This year is not touched.
    expect((await branch.say('张三', '/积分'))[0]!.text).toContain('2026年积分:100分');
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
    expect(list).toContain('周涛 2025年60分,第2名(共2人)(由导入);2024年60分,第2名(共2人)(由导入)');
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
      '2025年度的另一份结果 #1 正在等待认定,请先驳回或撤回。',
    ]);
    await branch.say('钱进', '/确认 1', 'private');
    const archived = counts(branch);
    const again = await importFile(branch, path, { yes: true });
    expect(again).toMatchObject({ problems: [], intent: null });
    expect(again.text).toContain('2025年度的结果已由 #1 归档,与这份表相同。');
    expect((await importFile(branch, other, { yes: true })).problems).toEqual([
      '2025年度已经归档,与这份表不同,不能再导入。',
    ]);
    expect(counts(branch)).toEqual(archived);
  });

  test('the archive takes no other write', async () => {
    const branch = await open(cast);
    await importFile(branch, await summary(members), { yes: true });
    await branch.say('钱进', '/确认 1', 'private');
    const refused = await branch.say('赵敏', '/加分 张三 8 献血 日期 2025-12-20');
    expect(refused[0]!.text).toContain('2025年度已经归档');
  });
});

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
      'a value that does not add up is told',
      106,
      '第3行“综合得分”:表里写106分,按基础积分加加分、减减分应是105分。',
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

describe('what does not fit is told by line and blocks', () => {
  const good = members[1]!;
  test.each<[string, CellValue[], string]>([
    ['an unknown name', ['刘洋', 100, 0, 0, 100, null, null], '第5行“党员姓名”:名册上没有党员“刘洋”'],
    ['somebody twice', good, '第5行“党员姓名”:与第4行是同一人'],
    [
      'another base',
      ['王芳', 90, 0, 0, 90, null, null],
      '第5行“基础积分”:表里写90分,这一年度的细则是100分。',
    ],
    [
      'a wrong total',
      ['王芳', 100, 3, 0, 102, null, null],
      '第5行“综合得分”:表里写102分,按基础积分加加分、减减分应是103分。',
    ],
    ['deductions past the base', ['王芳', 100, 20, 110, 10, null, null], '应是20分'],
    ['0 without a veto', ['王芳', 100, 0, 0, 0, null, null], '如系一票否决,请在备注写明“一票否决”'],
    ['优秀 below 90', ['王芳', 100, 0, 11, 89, '优秀', null], '第5行“等次”:不满90分,不能是优秀。'],
    [
      '合格 at 70 without a reason',
      ['王芳', 100, 0, 30, 70, '合格', null],
      '70分按细则应是不合格,表里是合格,请在备注写明会议的理由',
    ],
    [
      '不合格 at 71 without a reason',
      ['王芳', 100, 0, 29, 71, '不合格', null],
      '71分按细则应是合格,表里是不合格',
    ],
    ['a veto that is rated', ['王芳', 100, 0, 0, 0, '合格', '一票否决'], '一票否决的,等次只能是不合格。'],
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
    ['合格 at 70 with a reason', ['王芳', 100, 0, 30, 70, '合格', '支部大会研究:长期病休']],
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
      '2025年度还有事项没有认定(#1),请先认定、驳回或撤回。',
    ]);
    await branch.say('王芳', '/证明 1');
    await branch.say('孙伟', '/证明 1');
    await branch.say('李强', '/确认 1');
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
    await branch.say('李强', '/确认 2');
    const answer = privately(await branch.say('李强', '/确认 1', 'private'), '李强');
    expect(answer).toContain('#1 不能认定:2025年度已在本支部登记或办理');
    expect(counts(branch)).toMatchObject({ year_record: 0 });
    expect(privately(await branch.say('李强', '/驳回 1 已在机器人里办理', 'private'), '李强')).toContain(
      '#1 已驳回',
    );
  });
});

describe('who is told', () => {
  test('the running bot tells the proposer and who rules, once', async () => {
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
