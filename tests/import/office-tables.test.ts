import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { describe, expect, it, test } from 'vitest';
import { problemsOf, read, written } from '../roster/files.js';
import { sentenceOf } from '../../src/cli/roster/row.js';
import { readRosterFile } from '../../src/cli/roster/table.js';
import { importFile, open, workbook } from './scene.js';
import { cast, head as yearHead, members } from './year/scene.js';

/** Tables as offices keep them: lines around the table, and ways to write a cell. */

const people: CellValue[][] = [
  ['姓名', '类别'],
  ['张三', '机关党员'],
  ['章三', '窗口党员'],
];
const noticesOf = (roster: Awaited<ReturnType<typeof read>>) => roster.notices.map(sentenceOf);

describe('GIVEN a roster WHEN there is text below its lines THEN it is skipped with a note', () => {
  test.each<[string, CellValue[]]>([
    ['a sum', ['合计', '2人']],
    ['a sum of its own words', ['共2人', null]],
    ['who made it', ['制表人：赵敏', '审核人：李强']],
    ['who filled it in, in two cells', ['填表人', '赵敏']],
    ['a day', ['填表日期：2026年12月1日', null]],
    ['signatures', [null, '书记签字：']],
    ['a remark', ['注：不含离退休党员', null]],
  ])('%s', async (_, line) => {
    const roster = await read([...people, [null, null], line]);
    expect(problemsOf(roster)).toEqual([]);
    expect(noticesOf(roster)).toEqual(['第5行是合计、签字或说明，没有读取。']);
    expect(roster.rows.map(({ name }) => name)).toEqual(['张三', '章三']);
  });

  it('but a person whose line is not filled in is a person', async () => {
    expect(problemsOf(await read([...people, ['章程', null]]))[0]).toContain('第4行“类别”');
    expect(problemsOf(await read([...people, ['周明说', null]]))[0]).toContain('第4行“类别”');
  });

  it('and lines that hold only their number are empty', async () => {
    const roster = await read([
      ['序号', '姓名', '类别'],
      [1, '张三', '机关党员'],
      [2, null, null],
    ]);
    expect([problemsOf(roster), noticesOf(roster), roster.rows.length]).toEqual([[], [], 1]);
  });
});

describe('GIVEN hidden rows', () => {
  const hide = (row: number): Partial<WriteSheet> => ({ rowDefs: new Map([[row, { hidden: true }]]) });

  it('WHEN they are of a roster THEN they are named and not imported', async () => {
    const roster = await read(people, hide(2));
    expect(roster.rows.map(({ name }) => name)).toEqual(['张三']);
    expect(noticesOf(roster)).toEqual(['第3行（章三）是隐藏的，没有导入。要导入的请先取消隐藏或筛选。']);
  });

  it('WHEN they are of points THEN they are named and not imported', async () => {
    const branch = await open();
    const rows = [
      ['党员', '时间', '加减分项目', '加减分值', '事由', '证明材料'],
      ['张三', '3月5日', '8.公益活动', 3, '植树', '照片'],
      ['王芳', '3月5日', '8.公益活动', 3, '植树', '照片'],
      ['合计', null, null, 6, null, null],
      ['制表人：赵敏', null, '审核人：李强', null, '2026年11月20日', null],
    ];
    const { problems, notices, text } = await importFile(branch, await workbook(rows, hide(2)));
    expect(problems).toEqual([]);
    expect(notices).toEqual([
      '第4、5行是合计、签字或说明，没有读取。',
      '第3行（王芳）是隐藏的，没有导入。要导入的请先取消隐藏或筛选。',
    ]);
    expect(text).toContain('登记1条');
  });

  it('WHEN they are of a year THEN they are named and not imported', async () => {
    const branch = await open(cast);
    const rows = [['2025年度汇总表'], yearHead, ...members];
    const { notices } = await importFile(branch, await workbook(rows, hide(3)));
    expect(notices.join()).toContain('第4行（张三）是隐藏的');
  });
});

describe('GIVEN no table', () => {
  it('WHEN headings are there THEN it is said which were seen and what is missing', async () => {
    const branch = await open();
    const path = await workbook([['标题'], ['姓名', '时间', '分值', '事由'], ['张三', '3月5日', 3, '植树']]);
    const [problem] = (await importFile(branch, path)).problems;
    expect(problem).toContain('在工作表“登记”第2行看到了姓名、日期、分值、事由，作为积分登记表还缺“项号”');
  });

  it('WHEN nothing is known THEN that is said', async () => {
    expect(problemsOf(await read([['一', '二']]))[0]).toContain('没有看到列标题');
    expect(problemsOf(await read([['类别', '手机']]))[0]).toContain('还缺“姓名”');
  });
});

describe('GIVEN headings in two lines THEN one sentence says so', () => {
  test.each<[string, CellValue[][], Partial<WriteSheet>]>([
    [
      'merged',
      [
        ['姓名', '类别', '联系'],
        [null, null, '手机'],
        ['张三', '机关党员', '13800138000'],
      ],
      {
        merges: [
          { startRow: 0, endRow: 1, startCol: 0, endCol: 0 },
          { startRow: 0, endRow: 1, startCol: 1, endCol: 1 },
        ],
      },
    ],
    [
      'not merged',
      [
        ['姓名', '基本情况', null],
        [null, '类别', '手机'],
        ['张三', '机关党员', '13800138000'],
      ],
      {},
    ],
  ])('%s', async (_, rows, sheet) => {
    expect(problemsOf(await read(rows, sheet))).toEqual([
      '列标题占了第1至2行，请合成一行，每列只写一个标题，再导入。',
    ]);
  });

  it('also where the table is only known by both', async () => {
    const branch = await open(cast);
    const rows = [
      ['党员姓名', '积分', null, null, null],
      [null, '基础积分', '加分情况', '减分情况', '综合得分'],
      ['张三', 100, 0, 0, 100],
    ];
    const { problems } = await importFile(branch, await workbook(rows));
    expect(problems).toEqual(['列标题占了第1至2行，请合成一行，每列只写一个标题，再导入。']);
  });
});

describe('GIVEN cells that programs write in their own way', () => {
  it('WHEN a day is an ISO date THEN it is that day', async () => {
    const rows = [
      [...people[0]!, '入党时间', '加入支部时间'],
      ['张三', '机关党员', '一', '二'],
    ];
    const parts = unzipSync(await writeXlsx({ sheets: [{ name: '名册', rows }] }));
    const path = 'xl/worksheets/sheet1.xml';
    const days = { C2: '2019-07-01T00:00:00', D2: '2026-03-05' };
    const xml = Object.entries(days).reduce(
      (text, [at, day]) =>
        text.replace(new RegExp(`<c r="${at}"[^>]*>.*?</c>`, 'u'), `<c r="${at}" t="d"><v>${day}</v></c>`),
      strFromU8(parts[path]!),
    );
    const file = written('iso.xlsx', zipSync({ ...parts, [path]: strToU8(xml) }));
    expect(readFileSync(file).length).toBeGreaterThan(0);
    const roster = await readRosterFile(file, { today: '2026-11-23' });
    expect(problemsOf(roster)).toEqual([]);
    expect(roster.rows).toMatchObject([{ partyJoinedOn: '2019-07-01', joinedOn: '2026-03-05' }]);
  });

  it('WHEN digits are kept as ="138…" THEN they are read', async () => {
    const csv = await readRosterFile(written('a.csv', '姓名,类别,手机\n张三,机关党员,"=""13800138000"""\n'));
    expect(csv.rows).toMatchObject([{ phone: '13800138000' }]);
    const cells = new Map([['1,2', { value: '13800138000', formula: '"13800138000"' }]]);
    const roster = await read(
      [
        [...people[0]!, '手机'],
        ['张三', '机关党员', null],
      ],
      { cells },
    );
    expect(problemsOf(roster)).toEqual([]);
    expect(roster.rows).toMatchObject([{ phone: '13800138000' }]);
    const run = await readRosterFile(written('b.csv', '姓名,类别\n"=""张""&""三""",机关党员\n'));
    expect(problemsOf(run)).toHaveLength(1);
  });
});

test.each([
  ['机关', '机关党员'],
  ['退休党员', '离退休党员'],
  ['离退休', '离退休党员'],
  ['预备', '预备党员'],
  ['窗口人员', '窗口党员'],
])('a category that is nearly right offers the nearest: %s', async (text, label) => {
  const [problem] = problemsOf(
    await read([
      ['姓名', '类别'],
      ['张三', text],
    ]),
  );
  expect(problem).toContain(`没有“${text}”这一类别，是不是“${label}”？`);
});

test.each(['党员', '在职党员', '处长'])('one that may be several offers none: %s', async (text) => {
  const [problem] = problemsOf(
    await read([
      ['姓名', '类别'],
      ['张三', text],
    ]),
  );
  expect(problem).toContain(`没有“${text}”这一类别，请填：`);
});
