import { describe, expect, it } from 'vitest';
import { fullDate, fullDateTime, missingDayTitle, spacedDate, weekdayName } from '../../src/words/dates.js';

const today = '2026-11-23';

describe('the echo of dates', () => {
  it('carries the weekday, and the year when it is another one', () => {
    expect(fullDate('2026-11-28', today)).toBe('11月28日（周六）');
    expect(fullDate('2025-11-28', today)).toBe('2025年11月28日（周五）');
    expect(fullDate('2027-01-08', today)).toBe('2027年1月8日（周五）');
    expect(fullDateTime('2026-11-28T15:00:00', today)).toBe('11月28日（周六）15:00');
    expect(fullDateTime('2027-01-03T09:05:00', today)).toBe('2027年1月3日（周日）09:05');
    expect(spacedDate('2026-11-23', today)).toBe('11月23日 周一');
    expect(spacedDate('2025-11-28', today)).toBe('2025年11月28日 周五');
    expect(weekdayName('2026-11-29')).toBe('周日');
  });

  it('names a day that does not exist as it was written', () => {
    expect(missingDayTitle({ month: 2, day: 30 })).toBe('2月30日');
    expect(missingDayTitle({ year: 2027, month: 2, day: 29 })).toBe('2027年2月29日');
    expect(missingDayTitle({ day: 32 })).toBe('32日');
  });
});
