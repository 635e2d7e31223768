import { describe, expect, it } from 'vitest';
import { monthTitle } from '../../../src/words/dates.js';
import { quarterTitle } from '../../../src/words/periods.js';
import { readMonth, readQuarter } from '../../../src/chat/words/dates/span.js';

const today = '2026-11-23';

describe('months', () => {
  it.each([
    ['2026-12', '2026-12'],
    ['2026-1', '2026-01'],
    ['2026/12', '2026-12'],
    ['2026.12', '2026-12'],
    ['２０２６－１２', '2026-12'],
    ['2026年12月', '2026-12'],
    ['2026年12月份', '2026-12'],
    ['二〇二六年十二月', '2026-12'],
    ['11月', '2026-11'],
    ['10月份', '2026-10'],
    ['十月', '2026-10'],
    ['去年12月', '2025-12'],
    ['今年12月', '2026-12'],
    ['本月', '2026-11'],
    ['上个月', '2026-10'],
    ['下月', '2026-12'],
  ])('%s', (text, value) => {
    expect(readMonth(text, today)).toEqual({ kind: 'read', value });
  });

  it('asks which year a month means that has not begun', () => {
    expect(readMonth('12月', today)).toEqual({ kind: 'ask', candidates: ['2026-12', '2025-12'] });
    expect(readMonth('12月', '2027-01-05')).toEqual({ kind: 'ask', candidates: ['2027-12', '2026-12'] });
  });

  it.each([
    '',
    '12',
    '13月',
    '0月',
    '2026-13',
    '2026-0',
    '2026年',
    '202612',
    '12月底',
    '12月1日',
    '2026-12-01',
    '一季度',
  ])('%j is no month', (text) => {
    expect(readMonth(text, today)).toEqual({ kind: 'notADate' });
  });

  it('prints as it reads', () => {
    expect(monthTitle('2026-02')).toBe('2026年2月');
    expect(readMonth(monthTitle('2026-02'), today)).toEqual({ kind: 'read', value: '2026-02' });
  });
});

describe('quarters', () => {
  it.each([
    ['三季度', 2026, 3],
    ['第三季度', 2026, 3],
    ['3季度', 2026, 3],
    ['第3季度', 2026, 3],
    ['四季度', 2026, 4],
    ['一季度', 2026, 1],
    ['2026 三季度', 2026, 3],
    ['2026三季度', 2026, 3],
    ['2026年三季度', 2026, 3],
    ['2026年第三季度', 2026, 3],
    ['2026年 第 3 季度', 2026, 3],
    ['２０２６　三季度', 2026, 3],
    ['2026年四季度', 2026, 4],
    ['二〇二五年四季度', 2025, 4],
    ['去年三季度', 2025, 3],
    ['今年四季度', 2026, 4],
    ['本季度', 2026, 4],
    ['上季度', 2026, 3],
    ['上个季度', 2026, 3],
  ])('%s', (text, year, quarter) => {
    expect(readQuarter(text, today)).toEqual({ kind: 'read', value: { year, quarter } });
  });

  it.each([
    ['四季度', '2026-12-31', 2026],
    ['四季度', '2027-01-01', 2026],
    ['四季度', '2027-03-31', 2026],
    ['四季度', '2027-04-01', 2027],
    ['三季度', '2026-09-30', 2026],
    ['三季度', '2026-10-01', 2026],
    ['三季度', '2027-01-01', 2027],
    ['一季度', '2027-01-01', 2027],
  ])('%s on %s is this year’s, the fourth until March last year’s', (text, day, year) => {
    expect(readQuarter(text, day)).toMatchObject({ kind: 'read', value: { year } });
  });

  it.each([
    '',
    '季度',
    '五季度',
    '0季度',
    '13季度',
    '三季',
    '三',
    '2026',
    '26年三季度',
    '三季度末',
    '20263季度',
    '三 四季度',
  ])('%j is no quarter', (text) => {
    expect(readQuarter(text, today)).toEqual({ kind: 'notADate' });
  });

  it('prints as it reads', () => {
    for (const quarter of [1, 2, 3, 4] as const) {
      const value = { year: 2025, quarter };
      expect(readQuarter(quarterTitle(value), today)).toEqual({ kind: 'read', value });
    }
    expect(quarterTitle({ year: 2026, quarter: 3 })).toBe('2026年三季度');
  });
});
