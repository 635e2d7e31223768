import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { put } from '../../src/domain/branch/rows.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { comingJobs, due } from '../../src/jobs/due.js';
import { messageOf, type Known } from '../../src/jobs/push.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { activity, bonusMatter, factsWith } from '../support/branch/branch-facts.js';

const workingDays = chineseWorkingDays();
let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

/** The calendar of a rulebook is cached by object, so the same rulebook stays the same object. */
const known = (facts: Known['facts'], changed?: Partial<Rulebook['publication']>): Known => ({
  facts,
  rulebook: changed ? { ...rulebook, publication: { ...rulebook.publication, ...changed } } : rulebook,
  workingDays,
});

/** Without jobs that depend only on the calendar, which have their own tests. */
const byCalendar = ['frequency', 'progress', 'half-year', 'report-due'];
const names = (from: string, to: string, what: Known) =>
  due(from, to, what)
    .map((job) => messageOf(job).messageId)
    .filter((name) => !byCalendar.some((kind) => name.startsWith(kind)));

describe('the publication and its preview', () => {
  it.each([
    [
      'third quarter, after National Day',
      '2026-09-01T00:00:00',
      '3',
      '2026-09-30T15:00:00',
      '2026-10-08T09:00:00',
    ],
    [
      'fourth quarter, a made-up Sunday',
      '2025-12-01T00:00:00',
      '4',
      '2025-12-31T15:00:00',
      '2026-01-04T09:00:00',
    ],
    [
      'fourth quarter, a year not announced',
      '2026-12-01T00:00:00',
      '4',
      '2026-12-31T15:00:00',
      '2027-01-04T09:00:00',
    ],
    [
      'second quarter, a usual Wednesday',
      '2026-06-01T00:00:00',
      '2',
      '2026-06-30T15:00:00',
      '2026-07-01T09:00:00',
    ],
  ])('%s', (_, from, quarter, preview, publication) => {
    const year = from.slice(0, 4);
    const jobs = names(from, publication, known(factsWith()));
    expect(jobs.filter((name) => name.startsWith('p'))).toEqual([
      `preview/${year}-${quarter}@${preview}`,
      `publication/${year}-${quarter}@${publication}`,
    ]);
  });

  it('comes each month where the rulebook says so', () => {
    const jobs = names(
      '2026-08-15T00:00:00',
      '2026-11-30T00:00:00',
      known(factsWith(), { frequency: 'monthly' }),
    );
    expect(jobs.filter((name) => name.startsWith('publication'))).toEqual([
      'publication/2026-8@2026-09-01T09:00:00',
      'publication/2026-9@2026-10-08T09:00:00',
      'publication/2026-10@2026-11-02T09:00:00',
    ]);
  });

  it('takes its beginning out and its end in', () => {
    const at = '2026-10-08T09:00:00';
    expect(names(at, '2026-10-08T10:29:59', known(factsWith()))).toEqual([]);
    expect(names('2026-10-08T08:59:59', at, known(factsWith()))).toEqual([`publication/2026-3@${at}`]);
  });
});

describe('reminders of an activity', () => {
  it.each([
    ['in the afternoon', '2026-11-28T15:00:00', '2026-11-27T15:00:00', '2026-11-28T13:00:00'],
    [
      'at half past ten: two hours before is allowed',
      '2026-11-28T10:30:00',
      '2026-11-27T10:30:00',
      '2026-11-28T08:30:00',
    ],
    [
      'a minute earlier: the evening before',
      '2026-11-28T10:29:00',
      '2026-11-27T10:29:00',
      '2026-11-27T19:00:00',
    ],
    ['at half past eight', '2026-11-28T08:30:00', '2026-11-27T08:30:00', '2026-11-27T19:00:00'],
    ['late in the evening', '2026-11-29T21:00:00', '2026-11-28T20:00:00', '2026-11-29T19:00:00'],
  ])('%s', (_, at, day, hours) => {
    const facts = factsWith(put('activity', activity(7, at)));
    expect(names('2026-11-20T00:00:00', '2026-11-30T00:00:00', known(facts))).toEqual([
      `remind-day/7@${day}`,
      `remind-hours/7@${hours}`,
    ]);
  });

  it('are one where both fall on the evening before', () => {
    const facts = factsWith(put('activity', activity(7, '2026-11-28T08:00:00')));
    expect(names('2026-11-20T00:00:00', '2026-11-30T00:00:00', known(facts))).toEqual([
      'remind-day/7@2026-11-27T19:00:00',
    ]);
  });

  it('leave out what lay behind when it was called, and what was cancelled or closed', () => {
    const at = '2026-11-28T15:00:00';
    const late = factsWith(put('activity', activity(7, at, { calledAt: '2026-11-27T15:00:00' })));
    expect(names('2026-11-20T00:00:00', at, known(late))).toEqual(['remind-hours/7@2026-11-28T13:00:00']);
    for (const state of ['cancelled', 'closed'] as const) {
      const gone = factsWith(put('activity', activity(7, at, { state })));
      expect(names('2026-11-20T00:00:00', at, known(gone))).toEqual([]);
    }
  });
});

describe('the digest', () => {
  it('comes on working days while a matter is open, from the day after it was opened', () => {
    const facts = factsWith(put('matter', bonusMatter(1, '2026-11-26T09:00:00')));
    // 28 and 29 November are a weekend.
    expect(names('2026-11-20T00:00:00', '2026-12-01T08:59:59', known(facts))).toEqual([
      'digest@2026-11-27T09:00:00',
      'digest@2026-11-30T09:00:00',
    ]);
    const ruled = factsWith(put('matter', { ...bonusMatter(1, '2026-11-26T09:00:00'), state: 'confirmed' }));
    expect(names('2026-11-20T00:00:00', '2026-12-01T08:59:59', known(ruled))).toEqual([]);
  });

  it('is worth sending on its day: the next one would follow within the hour', () => {
    const facts = factsWith(put('matter', bonusMatter(1, '2026-11-26T10:00:00')));
    const [friday] = due('2026-11-26T10:00:00', '2026-11-27T09:00:00', known(facts));
    expect(friday?.worthUntil).toBe('2026-11-28T00:00:00');
  });
});

it('shows the next job of each kind', () => {
  const facts = factsWith(put('matter', bonusMatter(1, '2026-11-26T10:00:00')));
  expect(comingJobs('2026-11-26T12:00:00', known(facts)).map(({ kind, due: at }) => [kind, at])).toEqual([
    ['digest', '2026-11-27T09:00:00'],
    ['frequency', '2026-12-01T10:30:00'],
    ['year-open', '2026-12-01T10:30:00'],
    ['preview', '2026-12-31T15:00:00'],
    ['publication', '2027-01-04T09:00:00'],
    ['year-start', '2027-01-04T09:00:00'],
    ['progress', '2027-01-04T10:30:00'],
    ['care-visits', '2027-01-29T09:00:00'],
  ]);
});
