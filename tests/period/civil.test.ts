import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  addMonths,
  civilDate,
  dateOf,
  dayOf,
  daysBetween,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../src/domain/period/civil.js';
import { daysOf } from '../../src/domain/notice/period.js';
import { previousQuarter, quarterOf } from '../../src/domain/period/months.js';

const dates = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1900-01-01', days));

describe('civil dates', () => {
  it('takes a date apart', () => {
    expect([yearOf('2026-11-28'), monthOf('2026-11-28'), dayOf('2026-11-28')]).toEqual([2026, 11, 28]);
    expect(dateOf('2026-11-28T15:00:00')).toBe('2026-11-28');
    expect(yearOf('2026-11-28T15:00:00')).toBe(2026);
  });

  it('counts weekdays from Monday', () => {
    expect(weekdayOf('2026-11-23')).toBe(1);
    expect(weekdayOf('2026-11-28')).toBe(6);
    expect(weekdayOf('2026-11-29')).toBe(7);
    // 1 January 1900 was a Monday.
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 73_000 }), (days) => {
        expect(weekdayOf(addDays('1900-01-01', days))).toBe((days % 7) + 1);
      }),
    );
  });

  it('knows which days exist', () => {
    expect(civilDate(2026, 2, 28)).toBe('2026-02-28');
    expect(civilDate(2026, 2, 29)).toBeUndefined();
    expect(civilDate(2028, 2, 29)).toBe('2028-02-29');
    for (const [month, day] of [
      [2, 30],
      [11, 31],
      [13, 1],
      [0, 1],
      [1, 0],
      [1, 32],
    ] as const) {
      expect(civilDate(2026, month, day)).toBeUndefined();
    }
  });

  it('crosses months and years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
    expect(addMonths('2026-11-30', 3)).toBe('2027-02-28');
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30');
    expect(daysBetween('2026-12-31', '2027-01-01')).toBe(1);
    expect(daysBetween('2027-01-01', '2026-01-01')).toBe(-365);
  });

  it('adds minutes over midnight', () => {
    expect(addMinutes('2026-12-31T23:45:00', 30)).toBe('2027-01-01T00:15:00');
    expect(addMinutes('2026-11-28T15:00:00', -120)).toBe('2026-11-28T13:00:00');
  });

  it('adds what it subtracts', () => {
    fc.assert(
      fc.property(dates, dates, (from, to) => {
        expect(addDays(from, daysBetween(from, to))).toBe(to);
      }),
    );
  });
});

describe('quarters', () => {
  it('finds the quarter of a day and its limits', () => {
    expect(quarterOf('2026-09-30')).toEqual({ year: 2026, quarter: 3 });
    expect(quarterOf('2026-10-01')).toEqual({ year: 2026, quarter: 4 });
    expect(daysOf({ year: 2026, quarter: 1 })).toMatchObject({ first: '2026-01-01', last: '2026-03-31' });
    expect(daysOf({ year: 2026, quarter: 3 })).toMatchObject({ first: '2026-07-01', last: '2026-09-30' });
    expect(daysOf({ year: 2026, quarter: 4 })).toMatchObject({ first: '2026-10-01', last: '2026-12-31' });
  });

  it('steps back over New Year', () => {
    expect(previousQuarter({ year: 2026, quarter: 1 })).toEqual({ year: 2025, quarter: 4 });
    expect(previousQuarter({ year: 2026, quarter: 4 })).toEqual({ year: 2026, quarter: 3 });
  });

  it('holds every day in exactly its own range', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const { year, quarter } = quarterOf(date);
        const { first, last } = daysOf({ year, quarter });
        expect(first <= date && date <= last).toBe(true);
      }),
    );
  });
});
