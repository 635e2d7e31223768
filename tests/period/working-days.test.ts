import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { addDays } from '../../src/domain/period/civil.js';
import { addWorkingDays, nextWorkingDay, previousWorkingDay } from '../../src/domain/period/working-days.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';

const days = chineseWorkingDays();

describe('the working days of China', () => {
  it.each([
    ['2025-01-01', false, 'New Year'],
    ['2025-01-26', true, 'Sunday made up for the Spring Festival'],
    ['2025-01-28', false, 'Spring Festival'],
    ['2025-09-28', true, 'Sunday made up for National Day'],
    ['2025-10-01', false, 'National Day'],
    ['2025-10-08', false, 'Wednesday, still National Day'],
    ['2025-10-09', true, 'first day after National Day'],
    ['2025-10-11', true, 'Saturday made up for National Day'],
    ['2026-01-01', false, 'New Year'],
    ['2026-01-02', false, 'Friday, New Year'],
    ['2026-01-04', true, 'Sunday made up for New Year'],
    ['2026-09-20', true, 'Sunday made up for National Day'],
    ['2026-10-05', false, 'Monday, National Day'],
    ['2026-10-08', true, 'first day after National Day'],
    ['2026-10-10', true, 'Saturday made up for National Day'],
    ['2026-11-23', true, 'a usual Monday'],
    ['2026-11-28', false, 'a usual Saturday'],
    ['2026-11-29', false, 'a usual Sunday'],
  ])('%s is %s: %s', (date, working) => {
    expect(days.isWorkingDay(date)).toBe(working);
  });

  it('says which years it knows', () => {
    expect([2003, 2004, 2025, 2026].map((year) => days.knows(year))).toEqual([false, true, true, true]);
    expect(days.knows(2099)).toBe(false);
  });

  it('falls back to weekdays and the statutory holidays', () => {
    // 2099: 1 January is a Thursday, 1 May a Friday, 1 October a Thursday.
    const holidays = ['2099-01-01', '2099-05-01', '2099-10-01', '2099-10-02', '2099-10-03'];
    expect(holidays.map((date) => days.isWorkingDay(date))).toEqual(holidays.map(() => false));
    expect(days.isWorkingDay('2099-01-02')).toBe(true);
    expect(days.isWorkingDay('2099-05-04')).toBe(true);
    expect(days.isWorkingDay('2099-10-05')).toBe(true);
    expect(days.isWorkingDay('2099-01-03')).toBe(false);
  });

  it.each([
    ['2027-01-01', false, 'New Year'],
    ['2027-02-05', false, 'Friday, eve of the Spring Festival'],
    ['2027-02-08', false, 'Monday, its third day'],
    ['2027-02-09', true, 'Tuesday after it'],
    ['2027-04-05', false, '清明'],
    ['2027-04-06', true, 'the day after'],
    ['2028-04-04', false, '清明 in a leap year'],
    ['2027-06-09', false, '端午'],
    ['2027-09-15', false, '中秋'],
    ['2029-05-02', false, 'second day of May'],
    ['2029-05-03', true, 'third day of May'],
    ['2027-10-01', false, 'National Day'],
    ['2027-10-04', true, 'Monday after it'],
  ])('in a year without a notice %s is %s: %s', (date, working) => {
    expect(days.isWorkingDay(date)).toBe(working);
  });

  it('follow a file where there is one, also around New Year', () => {
    const year = { year: 2027, daysOff: ['2026-12-31', '2027-10-04'], workingWeekends: ['2027-10-09'] };
    const filed = chineseWorkingDays([year]);
    expect(filed.knows(2027)).toBe(true);
    const dates = ['2026-12-31', '2027-10-04', '2027-10-05', '2027-10-09', '2027-10-10', '2026-10-10'];
    expect(dates.map((date) => filed.isWorkingDay(date))).toEqual([false, false, true, true, false, true]);
  });

  it('does not depend on the time zone of the machine', () => {
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const zone of ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati']) {
      vi.stubEnv('TZ', zone);
      const there = chineseWorkingDays();
      const dates = ['2026-11-22', '2026-11-23', '2026-01-04', '2026-10-08'];
      expect(
        dates.map((date) => there.isWorkingDay(date)),
        zone,
      ).toEqual([false, true, true, true]);
    }
  });
});

describe('counting working days', () => {
  it('finds the first working day of a quarter', () => {
    expect(nextWorkingDay(days, '2026-10-01')).toBe('2026-10-08');
    expect(nextWorkingDay(days, '2026-01-01')).toBe('2026-01-04');
    expect(nextWorkingDay(days, '2025-10-01')).toBe('2025-10-09');
    expect(nextWorkingDay(days, '2026-07-01')).toBe('2026-07-01');
  });

  it('finds the working day before', () => {
    expect(previousWorkingDay(days, '2026-10-08')).toBe('2026-09-30');
    expect(previousWorkingDay(days, '2026-01-04')).toBe('2025-12-31');
    expect(previousWorkingDay(days, '2026-01-05')).toBe('2026-01-04');
    expect(previousWorkingDay(days, '2026-11-23')).toBe('2026-11-20');
  });

  it('counts over holidays, both ways', () => {
    expect(addWorkingDays(days, '2026-09-30', 1)).toBe('2026-10-08');
    expect(addWorkingDays(days, '2026-09-30', 3)).toBe('2026-10-10');
    expect(addWorkingDays(days, '2026-09-30', 4)).toBe('2026-10-12');
    expect(addWorkingDays(days, '2026-10-08', -1)).toBe('2026-09-30');
    expect(addWorkingDays(days, '2026-11-28', 0)).toBe('2026-11-28');
    expect(addWorkingDays(days, '2026-11-28', 5)).toBe('2026-12-04');
  });

  it('undoes itself from any working day', () => {
    let date = nextWorkingDay(days, '2025-12-01');
    for (let round = 0; round < 40; round += 1, date = addWorkingDays(days, date, 3)) {
      expect(addWorkingDays(days, addWorkingDays(days, date, 7), -7)).toBe(date);
      expect(previousWorkingDay(days, addDays(date, 1))).toBe(date);
    }
  });

  it('refuses a calendar without working days', () => {
    expect(() => nextWorkingDay({ isWorkingDay: () => false, knows: () => true }, '2026-01-01')).toThrow();
  });
});
