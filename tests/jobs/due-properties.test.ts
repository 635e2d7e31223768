import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import { addDays, addMinutes, dateOf } from '../../src/domain/period/civil.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import type { ObjectionMatter } from '../../src/domain/rulings/rows.js';
import { due, nextWork, pushes, readyAt } from '../../src/jobs/due.js';
import { messageOf, runOf, type Known } from '../../src/jobs/push.js';
import { createSchedule } from '../../src/jobs/schedule.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { activity, bonusMatter, FOUNDED, factsWith } from '../support/branch/branch-facts.js';

const workingDays = chineseWorkingDays();
let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

const known = (facts: Known['facts']): Known => ({ facts, rulebook, workingDays });

const names = (from: string, to: string, what: Known) =>
  due(from, to, what).map((job) => messageOf(job).messageId);

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

/** What `nextWork` finds without looking at every job. */
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
        const whole = names(first, points.at(-1)!, known(facts));
        const pieces = points.slice(1).flatMap((point, index) => names(points[index]!, point, known(facts)));
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
        expect(claims).toEqual(names(FOUNDED, latest, known(facts)));
        expect(schedule.nextDue(facts, latest, { channel: 'chat', messageId: 'm1' })).toBe(
          nextWork(latest, known(facts))?.at ?? null,
        );
      }),
      { numRuns: 40 },
    );
  });

  it('the next instant is the earliest at which anything that falls due later may run', () => {
    fc.assert(
      fc.property(anyFacts, instant, (facts, now) => {
        expect(nextWork(now, known(facts))?.at).toBe(earliestReady(now, known(facts)));
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
