import fc from 'fast-check';
import { expect, it } from 'vitest';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { addDays, addMinutes, dateOf } from '../../src/domain/period/civil.js';
import type { Matter, PointsMatter } from '../../src/domain/rulings/rows.js';
import { messageOf } from '../../src/jobs/push.js';
import { createSchedule, type Schedule } from '../../src/jobs/schedule.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { activity, bonusMatter, entry, FOUNDED, factsWith } from '../support/branch/branch-facts.js';

const workingDays = chineseWorkingDays();
const { rulebook } = await loadRulebook('rulebooks/2018.yaml');
/** Without the daily list, which nearly always comes first, the other pushes show. */
const quiet = { ...rulebook, pushes: { ...rulebook.pushes, digest: false } };

type World = { readonly now: string; readonly open: readonly Matter[]; readonly next: number };
const bonus = ({ now, next }: World, changed: Partial<PointsMatter> = {}) =>
  put('matter', { ...bonusMatter(next, now), ...changed });
const witness = (matter: number, confirmedAt: string | null, named = true) =>
  put('witness', { matter, person: 3, named, confirmedAt });
const oneOf = ({ open }: World, pick: number) => open[pick % Math.max(1, open.length)];

/** What a line may change of the things that pushes look at, and of those they do not. */
const steps: readonly ((world: World, pick: number) => readonly Change[])[] = [
  (world) => [bonus(world)],
  (world) => [bonus(world, { drafted: true })],
  (world) => [bonus(world), witness(world.next, null)],
  (world) => [bonus(world), witness(world.next, null, false)],
  (world) => [bonus(world, { source: { file: 1, sheet: null, row: world.next, type: 'bonus' } } as never)],
  ({ now, next }) => [
    put('matter', {
      ...{ number: next, state: 'open', subject: 1, proposer: 2, openedAt: now, appointments: 0 },
      ...{ drafted: false, kind: 'objection', about: { to: 'notice', number: 1 }, reason: '有误' },
    }),
  ],
  (world, pick) => {
    const matter = oneOf(world, pick);
    return matter === undefined ? [] : [put('matter', { ...matter, state: 'confirmed' }), entry(world.next)];
  },
  (world, pick) => {
    const matter = oneOf(world, pick);
    return matter === undefined ? [] : [witness(matter.number, pick % 2 === 0 ? world.now : null)];
  },
  ({ now, next }, pick) => [put('activity', activity(next, addMinutes(now, pick * 60), { calledAt: now }))],
  ({ now, next }) => [
    put('activity', activity(next, now, { state: 'closed', closedAt: now, calledAt: now })),
  ],
  ({ now }, pick) => [
    put('hold', {
      year: 2026,
      period: 1 + (pick % 4),
      heldAt: now,
      heldBy: 1,
      reason: '核实',
      releasedAt: null,
    }),
  ],
  ({ now, next }) => [
    put('dues', { person: next, month: now.slice(0, 7), amount: null, recordedBy: 1, recordedAt: now }),
  ],
  ({ now, next }) => [
    put('yearStep', {
      ...{ id: next, year: 2025, at: now, by: 1 },
      data: { step: 'notice', notice: 1, until: addDays(dateOf(now), 7) },
    }),
  ],
];

function scheduleOf(claims: readonly string[], withDigest = true): Schedule {
  return createSchedule({
    store: {
      lastRuns: (_, limit) =>
        claims
          .toReversed()
          .slice(0, limit)
          .map((messageId) => ({ messageId, at: '' })),
      handled: (_, { messageId }) => claims.includes(messageId),
    },
    workingDays,
    rulebook: () => (withDigest ? rulebook : quiet),
  });
}

const anyLine = fc.record({
  minutes: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: -600, max: 9_000 })),
  step: fc.nat(steps.length - 1),
  pick: fc.nat(400),
  claims: fc.boolean(),
});

it('what is kept of the next due is what looking anew finds, whatever lines change and whenever they come', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(anyLine, { minLength: 5, maxLength: 40 }), (withDigest, lines) => {
      const claims: string[] = [];
      const one = scheduleOf(claims, withDigest);
      let facts = factsWith();
      let now = FOUNDED;
      for (const [at, { minutes, step, pick, claims: hasRun }] of lines.entries()) {
        now = addMinutes(now, minutes);
        if (now < FOUNDED) now = FOUNDED;
        // One number for whatever is new: none is taken twice.
        facts = facts.with(steps[step]?.({ now, open: facts.open(), next: at + 1 }, pick) ?? []);
        const [due] = hasRun ? one.unclaimed(facts, now) : [];
        const message = due === undefined ? { channel: 'chat', messageId: String(pick) } : messageOf(due);
        const found = one.nextDue(facts, now, message);
        expect(found).toBe(scheduleOf(claims, withDigest).nextDue(facts, now, message));
        if (due !== undefined) claims.push(message.messageId);
      }
    }),
    { numRuns: 120 },
  );
});

it('a line that changes nothing that pushes look at reads no table again', () => {
  const schedule = scheduleOf([]);
  const facts = factsWith(put('matter', bonusMatter(1, FOUNDED)));
  const message = { channel: 'chat', messageId: '1' };
  const first = schedule.nextDue(facts, FOUNDED, message);
  const after = facts.with([put('matter', bonusMatter(2, addMinutes(FOUNDED, 1))), entry(1)]);
  const all = () => {
    throw new Error('read again');
  };
  expect(schedule.nextDue({ ...after, all }, addMinutes(FOUNDED, 1), message)).toBe(first);
});
