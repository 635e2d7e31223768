import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { lastDayOfNotice } from '../../src/domain/year/public-notice.js';
import { due } from '../../src/jobs/due.js';
import { messageOf } from '../../src/jobs/push.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { YearStepData } from '../../src/domain/year/rows.js';
import { factsWith } from '../support/branch/branch-facts.js';

const workingDays = chineseWorkingDays();
let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

describe('the last day of a public notice', () => {
  it.each([
    ['a Monday', '2026-03-02', '2026-03-09'],
    ['a Friday', '2026-03-06', '2026-03-13'],
    ['a Saturday: day 7 is a Saturday, so to Monday', '2026-03-07', '2026-03-16'],
    ['a Sunday', '2026-03-08', '2026-03-16'],
    ['into 春节, which ends on 23 February', '2026-02-09', '2026-02-24'],
    ['day 7 on a make-up Saturday, which is worked', '2026-02-21', '2026-02-28'],
    ['into National Day', '2026-09-25', '2026-10-08'],
    ['over the new year', '2025-12-25', '2026-01-04'],
  ])('GIVEN it is posted on %s THEN day 7 or the next working day', (_, posted, last) => {
    expect(lastDayOfNotice(rulebook.publicNotice, workingDays, posted)).toBe(last);
  });

  it('GIVEN another rulebook with 5 days THEN five', () => {
    expect(lastDayOfNotice({ ...rulebook.publicNotice, days: 5 }, workingDays, '2026-03-02')).toBe(
      '2026-03-09',
    );
    expect(lastDayOfNotice({ ...rulebook.publicNotice, days: 4 }, workingDays, '2026-03-02')).toBe(
      '2026-03-06',
    );
  });
});

describe('the pushes of a year end', () => {
  const step = (id: number, data: YearStepData) =>
    put('yearStep', { id, year: 2025, at: '2026-02-09T10:00:00', by: 1, data });
  const names = (from: string, to: string, ...changes: readonly Change[]) =>
    due(from, to, { facts: factsWith(...changes), rulebook, workingDays })
      .map((job) => messageOf(job).messageId)
      .filter((name) => name.startsWith('year-start') || name.startsWith('notice-end'));

  it('come on the first working day of January, a made-up Sunday too', () => {
    expect(names('2025-12-31T10:00:00', '2026-03-01T00:00:00')).toEqual([
      'year-start/2025@2026-01-04T09:00:00',
    ]);
    expect(names('2026-12-31T10:00:00', '2027-02-01T00:00:00')).toEqual([
      'year-start/2026@2027-01-04T09:00:00',
    ]);
    expect(names('2026-01-04T09:00:00', '2026-12-31T23:59:59')).toEqual([]);
  });

  it('and on the working day after the last day of a notice, once for each day', () => {
    const notices = [
      step(1, { step: 'notice', notice: 1, until: '2026-02-24' }),
      step(2, { step: 'memberNotice', person: 1, notice: 2, until: '2026-02-27' }),
      step(3, { step: 'memberNotice', person: 2, notice: 3, until: '2026-02-27' }),
    ];
    expect(names('2026-02-20T00:00:00', '2026-03-31T00:00:00', ...notices)).toEqual([
      'notice-end/2025@2026-02-25T09:00:00',
      'notice-end/2025@2026-02-28T09:00:00',
    ]);
  });

  it('once for a weekend on whose two days notices end: the one that ends last is told of', () => {
    const notices = ['2026-03-08', '2026-03-07'].map((until, index) =>
      step(index + 1, { step: 'memberNotice', person: index + 1, notice: index + 1, until }),
    );
    const known = { facts: factsWith(...notices), rulebook, workingDays };
    const ends = due('2026-03-02T00:00:00', '2026-03-31T00:00:00', known).filter(
      ({ kind }) => kind === 'notice-end',
    );
    expect(ends.map(({ due: at, intent }) => [at, intent.input])).toEqual([
      ['2026-03-09T09:00:00', { year: 2025, until: '2026-03-08' }],
    ]);
  });
});
