import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { readDate } from '../../src/cli/sheets/dates.js';
import { textCell, type Cell } from '../../src/cli/sheets/sheet.js';
import { readName, readPhone } from '../../src/cli/roster/values.js';
import { read, workbook, problemsOf } from './files.js';
import { readRosterFile } from '../../src/cli/roster/table.js';

const number = (value: number): Cell => ({ kind: 'number', number: value, serial: value });
const dateOf = (cell: Cell) => readDate(cell, '2026-11-23');

describe('a name', () => {
  test.each([
    ['张 三', '张三'],
    ['张　三', '张三'],
    ['䶮', '䶮'],
    ['李𫖯', '李𫖯'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['张三2', '张三2'],
    ['一'.repeat(30), '一'.repeat(30)],
  ])('%s is %s', (written, name) => {
    expect(readName(textCell(written))).toEqual({ ok: true, value: name });
  });

  test.each([
    ['张三(女)', '里有“(”'],
    ['张三、李四', '里有“、”'],
    ['Ann Lee', '中间有空格'],
    ['张\u200b三', '看不见的字符（编码 200B）'],
    ['张\u0007三', '看不见的字符（编码 0007）'],
    ['葛\ufe0f', '看不见的字符（编码 FE0F）'],
    ['葛\u{e0100}', '看不见的字符（编码 E0100）'],
    ['ᠠ\u180b', '看不见的字符（编码 180B）'],
    ['张\u3164', '看不见的字符（编码 3164）'],
    ['张\uffa0三', '看不见的字符（编码 FFA0）'],
    ['\u115f张三', '看不见的字符（编码 115F）'],
    ['张\u034f三', '看不见的字符（编码 034F）'],
    ['张\u17b4三', '看不见的字符（编码 17B4）'],
    ['马超同志', '不带“同志”，如 马超'],
    ['张\ue863', '造字（编码 E863）'],
    ['张😀', '里有“😀”'],
    ['13800138000', '不像姓名'],
    ['𫖯'.repeat(31), '超过30个字'],
  ])('%j is refused', (written, sentence) => {
    const result = readName(textCell(written));
    expect(result.ok ? '' : result.wrong).toContain(sentence);
  });

  test('in every other cell what nobody sees is dropped', async () => {
    const roster = await read([
      ['姓名\ufe0f', '类别', '党小组', '手机'],
      ['张三', '机关\u034f党员', '第一\u3164小组', '\u115f138001380\u200b00'],
      ['李四', '机关党员', '\u3164', ''],
    ]);
    expect(problemsOf(roster)).toEqual([]);
    expect(roster.rows).toMatchObject([
      { category: '机关党员', group: '第一小组', phone: '13800138000' },
      { name: '李四' },
    ]);
    expect(roster.rows[1]).not.toHaveProperty('group');
  });
});

describe('a date', () => {
  test.each<[Cell, string]>([
    [textCell('2019-07-01'), '2019-07-01'],
    [textCell('2019年7月1日'), '2019-07-01'],
    [textCell('2019 年 7 月 1 日'), '2019-07-01'],
    [textCell('2019/7/1'), '2019-07-01'],
    [textCell('2019.7.1'), '2019-07-01'],
    [textCell('20190701'), '2019-07-01'],
    [textCell('2019/7/1 0:00:00'), '2019-07-01'],
    [textCell('2019-07'), '2019-07'],
    [textCell('2019.07'), '2019-07'],
    [textCell('2019年7月'), '2019-07'],
    [textCell('201907'), '2019-07'],
    [number(201907), '2019-07'],
    [number(20190701), '2019-07-01'],
    [number(2019.07), '2019-07'],
    [number(2019.11), '2019-11'],
    [number(43647), '2019-07-01'],
    [textCell('1921-07'), '1921-07'],
    [textCell('2024-02-29'), '2024-02-29'],
    [textCell('2026-11-23'), '2026-11-23'],
  ])('%j is %s', (cell, date) => {
    expect(dateOf(cell)).toEqual({ ok: true, value: date });
  });

  test.each<[Cell, string]>([
    [textCell('2023-02-29'), '不存在：2023年2月没有29日'],
    [textCell('2019-07-00'), '没有0日'],
    [textCell('2019-13'), '没有13月'],
    [textCell('2019'), '缺月份'],
    [number(2019.1), '分不清是1月还是10月'],
    [textCell('19年7月'), '看不出是哪一天'],
    [textCell('去年七月'), '看不出是哪一天'],
    [textCell('2019-07-01至今'), '看不出是哪一天'],
    [textCell('43647'), '看不出是哪一天'],
    [textCell('1921-06-30'), '早于1921年7月'],
    [textCell('2026-11-24'), '还没有到'],
    [textCell('2026-12'), '还没有到'],
  ])('%j is refused', (cell, sentence) => {
    const result = dateOf(cell);
    expect(result.ok ? result.value : result.wrong).toContain(sentence);
  });

  test('every day is read the same from its serial number and from text', () => {
    const days = fc.integer({ min: 0, max: 26_000 });
    fc.assert(
      fc.property(days, (count) => {
        const day = Temporal.PlainDate.from('1955-01-01').add({ days: count });
        const serial = Temporal.PlainDate.from('1899-12-30').until(day).days;
        const expected = { ok: true, value: day.toString() };
        expect(readDate(number(serial), undefined)).toEqual(expected);
        expect(readDate(textCell(`${day.year}年${day.month}月${day.day}日`), undefined)).toEqual(expected);
      }),
    );
  });

  test.each(['1900', '1904'] as const)(
    'a date cell is the day that Excel shows, in the %s system',
    async (system) => {
      const midnight = new Date(Date.UTC(2019, 6, 1));
      const evening = new Date(Date.UTC(2019, 6, 1, 23, 30));
      const rows = [
        ['姓名', '类别', '入党时间'],
        ['甲', '机关党员', midnight],
        ['乙', '机关党员', evening],
      ];
      const roster = await readRosterFile(await workbook([{ name: '名册', rows }], system));
      expect(roster.rows.map((row) => row.partyJoinedOn)).toEqual(['2019-07-01', '2019-07-01']);
    },
  );

  test.each([
    ['mmm-yy', '2019-07'],
    ['yyyy"年"m"月";@', '2019-07'],
    ['[$-F800]yyyy/m/d', '2019-07-01'],
    ['[$-804]yyyy"年"m"月"d"日"', '2019-07-01'],
  ])('a date cell of the format %s', async (numFmt, date) => {
    const rows = [
      ['姓名', '类别', '入党时间'],
      ['甲', '机关党员', new Date(Date.UTC(2019, 6, 1))],
    ];
    const roster = await read(rows, { cells: new Map([['1,2', { style: { numFmt } }]]) });
    expect(roster.rows.map((row) => row.partyJoinedOn)).toEqual([date]);
  });

  test('a number that only lost its date format counts in the system of its workbook', async () => {
    const rows = [
      ['姓名', '类别', '入党时间', '党小组'],
      ['甲', '机关党员', 43647 - 1462, 1],
    ];
    const roster = await readRosterFile(await workbook([{ name: '名册', rows }], '1904'));
    expect(roster.rows).toMatchObject([{ partyJoinedOn: '2019-07-01', group: '1' }]);
  });
});

test.each<[Cell, string]>([
  [number(13800138000), '13800138000'],
  [textCell('138-0013-8000'), '13800138000'],
  [textCell('+86 13800138000'), '13800138000'],
  [textCell('13800138000'), '13800138000'],
])('the telephone %j', (cell, phone) => {
  expect(readPhone(cell)).toEqual({ ok: true, value: phone });
});

test('a telephone that Excel shortened is named as such', async () => {
  const roster = await read([
    ['姓名', '类别', '手机'],
    ['甲', '群众', '1.38E+10'],
  ]);
  expect(problemsOf(roster)[0]).toContain('被 Excel 缩写了');
});

test('no text that somebody typed is read as a value that the columns do not allow', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const name = readName(textCell(text));
      if (name.ok) expect(name.value).toMatch(/^\p{L}[\p{L}\p{M}\p{Nd}·]{0,59}$/u);
      const date = readDate(textCell(text), undefined);
      if (date.ok) expect(date.value).toMatch(/^\d{4}-\d{2}(-\d{2})?$/u);
    }),
  );
});
