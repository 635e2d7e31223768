import { describe, expect, test } from 'vitest';
import { privately } from '../support/branch/test-branch.js';
import { importFile, open, workbook, written } from './scene.js';

const head = ['姓名', '日期', '项号', '级别', '分值', '事由', '材料'];

describe('sheets as people keep them', () => {
  test('headings in another order, padded and with remarks; GBK', async () => {
    const branch = await open();
    const gbk = Buffer.concat([
      Buffer.from('CAC2D3C92CCFEE20BAC52CC8D520C6DA2CD0D520C3FB0D0A', 'hex'), // 事由,项 号,日 期,姓 名
      Buffer.from('D6B2CAF72C382C33D4C235C8D52CD5C520C8FD0D0A', 'hex'), // 植树,8,3月5日,张 三
    ]);
    const result = await importFile(branch, written('积分.csv', gbk), { yes: true });
    expect(result).toMatchObject({ problems: [], changes: 1, written: true });
    const [matter] = branch.sql<{ deed_on: string; item: number }>('SELECT deed_on, item FROM matter');
    expect(matter).toEqual({ deed_on: '2026-03-05', item: 8 });
  });

  test('a day without year is the table’s, else the latest past one', async () => {
    const branch = await open();
    const days = async (path: string, year?: number) => {
      const { text, problems } = await importFile(branch, path, year === undefined ? {} : { year });
      return problems.length > 0 ? problems : [/\S*\d+月\d+日（周.）/u.exec(text)?.[0]];
    };
    const table = [head, ['张三', '12月20日', 8, null, 3, '献血']];
    expect(await days(await workbook(table))).toEqual(['2025年12月20日（周六）']);
    expect(await days(await workbook(table), 2026)).toEqual([
      '第2行“日期”：“12月20日”按2026年算：“2026-12-20”还没有到，请核对。',
    ]);
    expect(
      await days(
        await workbook([
          ['2025年积分登记'],
          ['姓名', ...head.slice(1)],
          ['张三', '3月5日', 8, null, 3, '献血'],
        ]),
      ),
    ).toEqual(['2025年3月5日（周三）']);
  });

  test.each([
    ['no table', [['一', '二']], '没有找到能导入的表'],
    [
      'no day',
      [
        ['姓名', '项号', '事由'],
        ['张三', 8, '植树'],
      ],
      '没有找到“日期”',
    ],
    [
      'a column twice',
      [
        ['姓名', '日期', '项号', '事由', '事项'],
        ['张三', '3月5日', 8, '植树', 'x'],
      ],
      '“事由”一列出现了两次',
    ],
    ['nothing below', [head], '列标题下面一行也没有'],
  ])('%s', async (_, table, sentence) => {
    const branch = await open();
    expect((await importFile(branch, await workbook(table))).problems[0]).toContain(sentence);
  });

  test('merged cells among the lines are refused with their place', async () => {
    const branch = await open();
    const merges = [{ startRow: 1, endRow: 2, startCol: 0, endCol: 0 }];
    const path = await workbook(
      [head, ['张三', '3月5日', 8, null, 3, '植树'], [null, '3月6日', 8, null, 3, '献血']],
      { merges },
    );
    expect((await importFile(branch, path)).problems).toEqual([
      '第2至3行有合并的单元格，请取消合并，逐行逐列填写。',
    ]);
  });

  test('a reason of several lines stays on one', async () => {
    const branch = await open();
    await importFile(branch, await workbook([head, ['张三', '3月5日', 8, null, 3, '植树\n#9 王芳 +30分']]), {
      yes: true,
    });
    const todo = privately(await branch.say('李强', '/待办', 'private'), '李强');
    expect(todo).toContain('事由：植树；#9 王芳 +30分');
  });

  test('1000 lines are taken, 1001 are not', async () => {
    const branch = await open();
    const line = (index: number) => ['张三', '2026-03-05', 8, null, 3, `第${index}次`];
    const table = (count: number) => [head, ...Array.from({ length: count }, (_, index) => line(index))];
    expect(await importFile(branch, await workbook(table(1_000)))).toMatchObject({
      problems: [],
      changes: 1_000,
    });
    expect((await importFile(branch, await workbook(table(1_001)))).problems[0]).toContain('一次最多1000行');
  });
});
