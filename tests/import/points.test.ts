import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commandLineCast, ledgerSum, privately } from '../support/branch/test-branch.js';
import { counts, importFile, open, workbook } from './scene.js';

const head = ['姓名', '日期', '项号', '级别', '分值', '事由', '材料'];
const rows = [
  ['机关第一党支部积分登记表'],
  [],
  head,
  ['张三', new Date(Date.UTC(2026, 2, 5)), 8, null, 3, '到社区植树', '照片'],
  ['王芳', '2026/6/1', '第13项', '市级', '+10', '评为优秀共产党员', '文号 机党〔2026〕5号'],
  ['周涛', '9月1日', '15 工作纪律', '一般', 3, '工作时间擅离岗位', null],
];

describe('a hand-kept table', () => {
  test('the dry run says line by line what would be registered, and writes nothing', async () => {
    const branch = await open();
    const before = counts(branch);
    const dry = await importFile(branch, await workbook(rows));
    expect(dry.problems).toEqual([]);
    expect(dry.changes).toBe(3);
    expect(dry.text).toContain('4   张三  3月5日（周四）  第8项“公益活动”           +3    到社区植树');
    expect(dry.text).toContain('6   周涛  9月1日（周二）  第15项“工作纪律”（一般）  −3');
    expect(counts(branch)).toEqual(before);
  });

  test('each line becomes a matter of its own with the file as its material; the second time nothing changes', async () => {
    const branch = await open();
    const path = await workbook(rows);
    expect((await importFile(branch, path, { yes: true })).written).toBe(true);
    const after = counts(branch);
    expect(after).toMatchObject({ matter: 3, material: 3, file: 1, ledger_entry: 0, ruling: 0 });
    const [file] = branch.sql<{ sha256: string }>('SELECT sha256 FROM file');
    expect(file!.sha256).toBe(createHash('sha256').update(readFileSync(path)).digest('hex'));
    const [audit] = branch.sql<{ actor: number }>(
      "SELECT actor FROM audit WHERE use_case = 'imports.points'",
    );
    expect(audit).toEqual({ actor: 4 });

    const again = await importFile(branch, path, { yes: true });
    expect(again).toMatchObject({ problems: [], changes: 0, intent: null, written: false });
    expect(again.notices[0]).toMatch(/^这份文件.*已经导入过，内容没有变。$/u);
    expect(counts(branch)).toEqual(after);
  });

  test('nothing reaches the ledger before the ruling, and then it names file, sheet and line', async () => {
    const branch = await open();
    await importFile(branch, await workbook(rows), { yes: true });
    expect(ledgerSum(branch, 1)).toBe(0);
    const todo = privately(await branch.say('李强', '/待办', 'private'), '李强');
    expect(todo).toContain('材料：积分登记.xlsx“登记”第4行（原表材料：照片）');
    await branch.say('李强', '/确认 1 3 已听取', 'private');
    expect(ledgerSum(branch, 1)).toBe(3);
    expect(ledgerSum(branch, 3)).toBe(-3);
    const [entry] = branch.sql<{ evidence: string }>('SELECT evidence FROM ledger_entry WHERE matter = 1');
    expect(entry!.evidence).toBe('["file:1"]');
    const details = privately(await branch.say('张三', '/明细', 'private'), '张三');
    expect(details).toContain('#1 李强认定（材料：积分登记.xlsx“登记”第4行（原表材料：照片））');
  });

  test('those who registered it may not rule, no matter who sat at the machine', async () => {
    const branch = await open();
    await importFile(branch, await workbook(rows), { yes: true, by: '李强' });
    await branch.say('李强', '/确认 1', 'private');
    expect(ledgerSum(branch, 1)).toBe(0);
    await branch.say('钱进', '/确认 1', 'private');
    expect(ledgerSum(branch, 1)).toBe(3);
  });

  test('only who may register by word of mouth may register from a file', async () => {
    const branch = await open();
    const path = await workbook(rows);
    expect((await importFile(branch, path, { by: '张三' })).problems).toEqual([
      '张三不是记录员、书记或副书记，不能登记。请在 --by 后面写明由谁登记。',
    ]);
    expect((await importFile(branch, path, { by: '刘洋' })).problems).toEqual(['名册上没有“刘洋”。']);
    const other = await open({ ...commandLineCast, 赵敏: {} });
    expect((await importFile(other, path)).problems[0]).toContain('支部还没有记录员');
  });
});

describe('one bad line, and nothing is imported', () => {
  const good = ['张三', '2026-03-05', 8, null, 3, '植树', null];
  test.each<[string, (string | number | null)[], string]>([
    ['an unknown name', ['刘洋', '2026-03-05', 8, null, 3, '植树'], '第3行“姓名”：名册上没有党员“刘洋”'],
    [
      'a name that is a formula',
      ['=HYPERLINK("http://x")', '2026-03-05', 8, null, 3, '植树'],
      '名册上没有党员“=HYPERLINK("http://x")”',
    ],
    ['no day', ['张三', null, 8, null, 3, '献血'], '第3行“日期”'],
    ['a day to come', ['张三', '2026-11-24', 8, null, 3, '献血'], '“2026-11-24”还没有到'],
    ['an unknown item', ['张三', '2026-03-05', 99, null, 3, '献血'], '第3行“项号”：细则没有第99项。'],
    ['a base item', ['张三', '2026-03-05', 1, null, 3, '献血'], '是基础项目，只作自评'],
    [
      'number and title apart',
      ['张三', '2026-03-05', '8 见义勇为', null, 3, '献血'],
      '第8项是“公益活动”，表里写的是“见义勇为”',
    ],
    [
      'other points than the rulebook',
      ['张三', '2026-03-05', 8, null, 2, '献血'],
      '第3行“分值”：表里写 +2，细则第8项“公益活动”是 +3',
    ],
    ['the wrong sign', ['张三', '2026-03-05', 8, null, -3, '献血'], '表里写 −3，细则第8项“公益活动”是 +3'],
    ['half a point', ['张三', '2026-03-05', 8, null, 1.5, '献血'], '“1.5”不是整数分值'],
    ['no grade', ['张三', '2026-03-05', 13, null, 10, '先进'], '要写明级别：工委、市级、省级、国家级'],
    ['a grade that is none', ['张三', '2026-03-05', 13, '县级', 10, '先进'], '没有“县级”这一级别'],
    [
      'a register’s own item',
      ['张三', '2026-03-05', 16, '缺席', -3, '缺席支部大会'],
      '第3行“项号”：第16项“组织生活”只由考勤生成，不从表格导入',
    ],
    [
      'the same by its title, before its grade is asked for',
      ['张三', '2026-03-05', '组织生活', null, -3, '缺席支部大会'],
      '第3行“项号”：第16项“组织生活”只由考勤生成，不从表格导入',
    ],
    ['no reason', ['张三', '2026-03-05', 8, null, 3, null], '第3行“事由”：是空的'],
    ['the recorder himself', ['赵敏', '2026-03-05', 8, null, 3, '献血'], '考核记录员不为自己登记'],
    ['somebody who is not scored', ['郑国', '2026-03-05', 8, null, 3, '献血'], '不参加积分考核'],
    ['the same line twice', good, '第3行：与第2行完全相同'],
  ])('%s', async (_, line, sentence) => {
    const branch = await open();
    const before = counts(branch);
    const result = await importFile(branch, await workbook([head, good, line]), { yes: true });
    expect(result.problems).toHaveLength(1);
    expect(result.problems[0]).toContain(sentence);
    expect(result.written).toBe(false);
    expect(counts(branch)).toEqual(before);
  });

  test('all bad lines are named at once, in their order', async () => {
    const branch = await open();
    const result = await importFile(
      branch,
      await workbook([
        head,
        ['刘洋', '昨天', 8, null, 3, '植树'],
        good,
        ['张三', '2026-03-05', 8, null, 2, '献血'],
      ]),
    );
    expect(result.problems.map((line) => line.slice(0, 8))).toEqual([
      '第2行“姓名”：',
      '第2行“日期”：',
      '第4行“分值”：',
    ]);
  });
});

describe('a file that has changed', () => {
  const first = [
    head,
    ['张三', '2026-03-05', 8, null, 3, '植树'],
    ['王芳', '2026-03-06', 8, null, 3, '献血'],
  ];
  test('registers only what is new, and says what is in it no more', async () => {
    const branch = await open();
    await importFile(branch, await workbook(first), { yes: true });
    const changed = [head, first[1]!, ['王芳', '2026-03-07', 8, null, 3, '献血']];
    const result = await importFile(branch, await workbook(changed), { yes: true });
    expect(result).toMatchObject({ problems: [], changes: 1, written: true });
    expect(result.notices).toEqual([
      '同名的文件11月23日（周一）09:00导入过，这次内容有变动，只登记新增的行。',
      '上次第3行登记的 #2（王芳）这次的文件里没有，不作变动；要撤的请登记人“/撤回 2”，已认定的用“/更正 2 理由”。',
    ]);
    expect(result.text).toContain('请留意：与#2相近');
    expect(counts(branch)).toMatchObject({ matter: 3, file: 2 });
  });

  test('what was rejected is not asked again; what was withdrawn may be', async () => {
    const branch = await open();
    const path = await workbook(first);
    await importFile(branch, path, { yes: true });
    await branch.say('李强', '/驳回 1 材料不实');
    await branch.say('赵敏', '/撤回 2');
    const result = await importFile(branch, path, { yes: true });
    expect(result.text).toContain('已有 #1（已经驳回），不变');
    expect(result).toMatchObject({ changes: 1, written: true });
    expect(counts(branch)).toMatchObject({ matter: 3, file: 1 });
  });

  test('a deed that was registered in the group is known', async () => {
    const branch = await open();
    await branch.say('赵敏', '/加分 张三 8 植树 日期 2026-03-05');
    const result = await importFile(branch, await workbook([head, first[1]!]));
    expect(result).toMatchObject({ problems: [], changes: 0, intent: null });
  });
});
