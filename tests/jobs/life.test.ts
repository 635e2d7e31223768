import { describe, expect, it } from 'vitest';
import { due as dueIn } from '../../src/jobs/due.js';
import { messageOf, runOf } from '../../src/jobs/push.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { halfYearOf } from '../../src/domain/period/half-year.js';
import { accepted, type Edit } from '../rulebook/variant.js';
import { factsWith } from '../support/branch/branch-facts.js';

const workingDays = chineseWorkingDays();
const jobs = (from: string, to: string, ...edits: readonly Edit[]) =>
  dueIn(from, to, { facts: factsWith(), rulebook: accepted(...edits), workingDays })
    .filter(({ kind }) => ['frequency', 'progress', 'half-year', 'report-due'].includes(kind))
    .map((job) => messageOf(job).messageId);

describe('when organisational life is spoken of', () => {
  it('GIVEN a quarter THEN what is missing on the 20th, what was missed and the progress on the first working day', () => {
    expect(jobs('2026-01-31T00:00:00', '2026-04-02T00:00:00')).toEqual([
      'frequency/missed-2026-01@2026-02-02T10:30:00',
      // The 20th of February lies in the Spring Festival.
      'frequency/2026-02@2026-02-24T10:30:00',
      'frequency/missed-2026-02@2026-03-02T10:30:00',
      'frequency/2026-03@2026-03-20T10:30:00',
      'frequency/missed-2026-03@2026-04-01T10:30:00',
      'progress/2026-03@2026-04-01T10:30:00',
    ]);
  });

  it('GIVEN July THEN the half-year check; another month WHERE the rulebook says so', () => {
    const checks = (...edits: readonly Edit[]) =>
      jobs('2026-01-01T00:00:00', '2026-12-31T00:00:00', ...edits).filter((name) =>
        name.startsWith('half-year'),
      );
    expect(checks()).toEqual(['half-year/2026-07@2026-07-01T10:30:00']);
    expect(checks([['reports', 'halfYearCheckMonth'], 8])).toEqual(['half-year/2026-08@2026-08-03T10:30:00']);
  });

  it('GIVEN the report due on 10 September THEN ten and three days before; early in January THEN in the old year', () => {
    const due = (...edits: readonly Edit[]) =>
      jobs('2026-07-01T00:00:00', '2026-12-31T23:00:00', ...edits).filter((name) =>
        name.startsWith('report-due'),
      );
    const years: Edit = [
      ['reports', 'reportYears'],
      [2026, 2027],
    ];
    // Only in the years that the rulebook names: the source names 2018.
    expect(due()).toEqual([]);
    expect(due(years)).toEqual([
      'report-due/2026-10@2026-08-31T10:30:00',
      'report-due/2026-3@2026-09-07T10:30:00',
    ]);
    expect(due(years, [['reports', 'reportDue'], '01-05'])).toEqual([
      'report-due/2027-10@2026-12-26T10:30:00',
    ]);
  });

  it('the fourth quarter is published in January, and a claim identifies its run', () => {
    const names = jobs('2026-12-31T00:00:00', '2027-01-05T00:00:00');
    expect(names).toEqual([
      'frequency/missed-2026-12@2027-01-04T10:30:00',
      'progress/2026-12@2027-01-04T10:30:00',
    ]);
    expect(names.map((name) => runOf(name)?.kind)).toEqual(['frequency', 'progress']);
  });

  it('takes its beginning out and its end in', () => {
    const at = '2026-03-20T10:30:00';
    expect(jobs(at, '2026-03-21T00:00:00')).toEqual([]);
    expect(jobs('2026-03-20T10:29:59', at)).toEqual([`frequency/2026-03@${at}`]);
  });
});

describe('the half-year that is checked', () => {
  it.each([
    ['2026-01-01', 7, '2026-01-01', '2026-06-30'],
    ['2026-06-30', 7, '2026-01-01', '2026-06-30'],
    ['2026-07-01', 7, '2026-01-01', '2026-06-30'],
    ['2026-12-31', 7, '2026-01-01', '2026-06-30'],
    ['2026-01-31', 1, '2025-07-01', '2025-12-31'],
    ['2026-02-28', 9, '2025-03-01', '2025-08-31'],
    ['2026-03-01', 9, '2026-03-01', '2026-08-31'],
  ])('on %s, checked in month %i: %s to %s', (day, month, first, last) => {
    expect(halfYearOf(day, month)).toEqual({ first, last });
  });
});
