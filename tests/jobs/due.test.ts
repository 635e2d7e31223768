import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/rulebook-file.js';
import { put } from '../../src/domain/branch/rows.js';
import { addDays, addMinutes, dateOf } from '../../src/domain/period/civil.js';
import type { ObjectionMatter } from '../../src/domain/rulings/rows.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { comingJobs, due, nextInstant, pushes, readyAt } from '../../src/jobs/due.js';
import { messageOf, runOf, type Known } from '../../src/jobs/push.js';
import { createSchedule } from '../../src/jobs/schedule.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { activity, bonusMatter, FOUNDED, factsWith } from '../support/branch-facts.js';

const workingDays = chineseWorkingDays();
let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

/** The calendar of a rulebook is computed once, so the same rulebook stays the same object. */
const known = (facts: Known['facts'], changed?: Partial<Rulebook['publication']>): Known => ({
  facts,
  rulebook: changed ? { ...rulebook, publication: { ...rulebook.publication, ...changed } } : rulebook,
  workingDays,
});

const allNames = (from: string, to: string, what: Known) =>
  due(from, to, what).map((job) => messageOf(job).messageId);

/** Without what hangs on the calendar alone, which has tests of its own. */
const byCalendar = ['frequency', 'progress', 'half-year', 'report-due'];
const names = (from: string, to: string, what: Known) =>
  allNames(from, to, what).filter((name) => !byCalendar.some((kind) => name.startsWith(kind)));

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
    expect(names(at, '2026-10-10T08:59:59', known(factsWith()))).toEqual([]);
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

  it('is worth sending until the next one', () => {
    const facts = factsWith(put('matter', bonusMatter(1, '2026-11-26T10:00:00')));
    const [friday] = due('2026-11-26T10:00:00', '2026-11-27T09:00:00', known(facts));
    expect(friday?.worthUntil).toBe('2026-11-30T09:00:00');
  });
});

const objection = (number: number, openedAt: string): ObjectionMatter => ({
  number,
  state: 'open',
  subject: 1,
  proposer: 2,
  openedAt,
  appointments: 0,
  drafted: false,
  kind: 'objection',
  about: { to: 'notice', number: 1 },
  reason: '有误',
});

/** Ninety days: two quarters, the Spring Festival and its made-up weekends. */
const minutes = 90 * 24 * 60;
const instant = fc.integer({ min: 1, max: minutes }).map((after) => addMinutes(FOUNDED, after));
const anyFacts = fc
  .record({
    activities: fc.array(fc.tuple(instant, instant), { maxLength: 8 }),
    closed: fc.array(instant, { maxLength: 3 }),
    matters: fc.array(fc.tuple(instant, fc.boolean()), { maxLength: 4 }),
    holds: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 2 }),
    heldAt: instant,
    paid: fc.array(fc.tuple(instant, fc.constantFrom('2025-12', '2026-01', '2026-03')), { maxLength: 3 }),
    noticed: fc.array(instant, { maxLength: 2 }),
  })
  .map(({ activities, closed, matters, holds, heldAt, paid, noticed }) =>
    factsWith(
      ...activities.map(([at, calledAt], index) => put('activity', activity(index + 1, at, { calledAt }))),
      ...closed.map((at, index) =>
        put('activity', activity(index + 11, at, { state: 'closed', closedAt: at })),
      ),
      ...matters.map(([openedAt, isObjection], index) =>
        put('matter', isObjection ? objection(index + 1, openedAt) : bonusMatter(index + 1, openedAt)),
      ),
      ...holds.map((period) =>
        put('hold', { year: 2026, period, heldAt, heldBy: 1, reason: '核实', releasedAt: null }),
      ),
      ...paid.map(([recordedAt, month], index) =>
        put('dues', { person: index + 1, month, amount: null, recordedBy: 1, recordedAt }),
      ),
      ...noticed.map((at, index) =>
        put('yearStep', {
          id: index + 1,
          year: 2025,
          at,
          by: 1,
          data: { step: 'notice', notice: 1, until: addDays(dateOf(at), 7) },
        }),
      ),
    ),
  );

/** What `nextInstant` finds without looking at every job. */
function earliestReady(now: string, what: Known): string | undefined {
  const end = `${addDays(dateOf(now), 124)}T${now.slice(11)}`;
  return due(now, end, what)
    .map((job) => readyAt(job, job.due, what))
    .sort()[0];
}

describe('whatever the facts', () => {
  it('any pieces of a span give the jobs of the whole, each once', () => {
    fc.assert(
      fc.property(anyFacts, fc.array(instant, { minLength: 2, maxLength: 12 }), (facts, cuts) => {
        const points = [...cuts].sort();
        const first = points[0]!;
        const whole = allNames(first, points.at(-1)!, known(facts));
        const pieces = points
          .slice(1)
          .flatMap((point, index) => allNames(points[index]!, point, known(facts)));
        expect(pieces).toEqual(whole);
        expect(new Set(whole).size).toBe(whole.length);
      }),
      { numRuns: 60 },
    );
  });

  it('whenever the clock looks, forwards or back, it claims everything up to there once and in order', () => {
    fc.assert(
      fc.property(anyFacts, fc.array(instant, { minLength: 1, maxLength: 10 }), (facts, looks) => {
        const claims: string[] = [];
        const schedule = createSchedule({
          store: {
            lastRuns: (_, limit) =>
              claims
                .slice(-limit)
                .reverse()
                .map((messageId) => ({ messageId, at: '' })),
            handled: (_, { messageId }) => claims.includes(messageId),
          },
          workingDays,
          rulebook: () => rulebook,
        });
        for (const now of looks) {
          for (
            let [job] = schedule.unclaimed(facts, now);
            job !== undefined;
            [job] = schedule.unclaimed(facts, now)
          )
            claims.push(messageOf(job).messageId);
        }
        const latest = [...looks].sort().at(-1)!;
        expect(claims).toEqual(allNames(FOUNDED, latest, known(facts)));
        expect(schedule.nextDue(facts, latest, { channel: 'chat', messageId: 'm1' })).toBe(
          nextInstant(latest, known(facts)) ?? null,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('the next instant is the earliest at which anything that falls due later may run', () => {
    fc.assert(
      fc.property(anyFacts, instant, (facts, now) => {
        expect(nextInstant(now, known(facts))).toBe(earliestReady(now, known(facts)));
      }),
      { numRuns: 60 },
    );
  });

  it('the moments of a year lie before those of the next, for each kind', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const push of Object.values(pushes)) {
          const instants = [...push.jobs('2023-06-01T00:00:00', '2028-06-01T00:00:00', known(facts))].map(
            (job) => job.due,
          );
          expect(instants, push.kind).toEqual([...instants].sort());
        }
      }),
      { numRuns: 10 },
    );
  });

  it('a run is known again by its claim', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const job of due(FOUNDED, '2026-12-31T00:00:00', known(facts)))
          expect(runOf(messageOf(job).messageId)).toEqual({ kind: job.kind, due: job.due });
      }),
      { numRuns: 20 },
    );
  });
});

it('shows the next job of each kind', () => {
  const facts = factsWith(put('matter', bonusMatter(1, '2026-11-26T10:00:00')));
  expect(comingJobs('2026-11-26T12:00:00', known(facts)).map(({ kind, due: at }) => [kind, at])).toEqual([
    ['digest', '2026-11-27T09:00:00'],
    ['frequency', '2026-12-01T10:30:00'],
    ['preview', '2026-12-31T15:00:00'],
    ['publication', '2027-01-04T09:00:00'],
    ['year-start', '2027-01-04T09:00:00'],
    ['progress', '2027-01-04T10:30:00'],
    ['care-visits', '2027-01-29T09:00:00'],
  ]);
});
