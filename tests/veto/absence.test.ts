import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import type { Activity, Attendance } from '../../src/domain/attendance/rows.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import type { LeaveMatter, MatterState } from '../../src/domain/rulings/rows.js';
import { chancesOf, runOf, type Chance } from '../../src/domain/veto/absence.js';
import { activity, factsWith, member } from '../support/branch/branch-facts.js';

let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

const late = '2027-12-31T00:00:00';

/** One closed activity of a month, and what the register says of member 1. */
function held(
  id: number,
  month: string,
  presence: Attendance['presence'],
  changed: Partial<Activity> = {},
): Change[] {
  const at = `${month}-15T15:00:00`;
  return [
    put('activity', activity(id, at, { state: 'closed', closedAt: at, closedBy: 2, ...changed })),
    put('attendance', {
      activity: id,
      person: 1,
      due: true,
      presence,
      source: 'rollCall',
      recordedBy: 2,
      recordedAt: at,
    }),
  ];
}

function leave(number: number, id: number, state: MatterState): Change {
  const matter: LeaveMatter = {
    number,
    state,
    subject: 1,
    proposer: 1,
    openedAt: '2026-01-01T09:00:00',
    appointments: 0,
    drafted: false,
    kind: 'leave',
    activity: id,
    leaveKind: 'sick',
    reason: null,
  };
  return put('matter', matter);
}

const month = (number: number) => `2026-${String(number).padStart(2, '0')}`;
const missedUntil = (last: number): Change[] =>
  Array.from({ length: last }, (_, index) => held(index + 1, month(index + 1), 'absent')).flat();
const run = (until: string, ...changes: readonly Change[]) =>
  runOf(chancesOf(factsWith(member(1, '张三'), ...changes), rulebook, 1, late, until), until);

describe('six months without organisational life (annex 1, 一票否决, second ground)', () => {
  it('GIVEN five months missed THEN five, and the sixth makes six', () => {
    expect(run('2026-05', ...missedUntil(6))).toEqual({ months: 5, since: '2026-01', last: '2026-05' });
    expect(run('2026-06', ...missedUntil(6))).toEqual({ months: 6, since: '2026-01', last: '2026-06' });
  });

  it('GIVEN who owes the branch its life only since April THEN what they missed before does not count', () => {
    const facts = factsWith(
      member(1, '张三'),
      put('rosterChange', {
        id: 1,
        person: 1,
        what: 'category',
        before: 'retired',
        after: 'office',
        on: '2026-04-01',
        by: 2,
      }),
      ...missedUntil(6),
    );
    expect(runOf(chancesOf(facts, rulebook, 1, late, '2026-06'), '2026-06')).toMatchObject({
      months: 3,
      since: '2026-04',
    });
  });

  it('GIVEN several activities of one month missed THEN it is one month', () => {
    expect(run('2026-01', ...held(1, '2026-01', 'absent'), ...held(2, '2026-01', 'absent')).months).toBe(1);
  });

  it.each([
    ['another of the same month', {}],
    ['a voluntary one', { kind: 'publicService', required: false }],
  ])('GIVEN a month missed WHEN he came to %s THEN it begins anew', (_, changed) => {
    const came = held(9, '2026-03', 'present', changed);
    expect(run('2026-04', ...missedUntil(4), ...came)).toEqual({
      months: 1,
      since: '2026-04',
      last: '2026-04',
    });
  });

  it('GIVEN a month with approved leave only, or with nothing held THEN it neither counts nor begins anew', () => {
    const changes = [
      ...missedUntil(2),
      ...held(3, '2026-03', 'absent'),
      leave(1, 3, 'confirmed'),
      ...held(5, '2026-05', 'absent'),
    ];
    expect(run('2026-05', ...changes)).toEqual({ months: 3, since: '2026-01', last: '2026-05' });
  });

  it('GIVEN a month with one leave and one absence THEN it counts', () => {
    const changes = [
      ...held(1, '2026-01', 'absent'),
      leave(1, 1, 'confirmed'),
      ...held(2, '2026-01', 'absent'),
    ];
    expect(run('2026-01', ...changes).months).toBe(1);
  });

  it.each([
    ['a leave that waits for its ruling', [...held(1, '2026-01', 'absent'), leave(1, 1, 'open')]],
    ['nothing recorded', held(1, '2026-01', 'unrecorded')],
    ['a voluntary activity', held(1, '2026-01', 'absent', { required: false })],
    ['an activity that is no organisational life', held(1, '2026-01', 'absent', { kind: 'publicService' })],
    ['an activity that is not closed', held(1, '2026-01', 'absent', { state: 'announced', closedAt: null })],
  ])('GIVEN %s THEN the month does not count', (_, changes) => {
    expect(run('2026-01', ...changes).months).toBe(0);
  });

  it('GIVEN a leave that was rejected THEN the month counts', () => {
    expect(run('2026-01', ...held(1, '2026-01', 'absent'), leave(1, 1, 'rejected')).months).toBe(1);
  });

  it('GIVEN a run over the turn of the year THEN it goes on', () => {
    const changes = [
      ...held(1, '2025-11', 'absent'),
      ...held(2, '2025-12', 'absent'),
      ...held(3, '2026-01', 'absent'),
    ];
    expect(run('2026-01', ...changes)).toEqual({ months: 3, since: '2025-11', last: '2026-01' });
  });

  it('GIVEN an activity closed only later THEN the ladder did not know it before', () => {
    const facts = factsWith(
      member(1, '张三'),
      ...held(1, '2026-01', 'absent', { closedAt: '2026-02-03T10:00:00' }),
    );
    const known = (before: string) =>
      runOf(chancesOf(facts, rulebook, 1, before, '2026-01'), '2026-01').months;
    expect(known('2026-02-01T09:00:00')).toBe(0);
    expect(known('2026-03-01T09:00:00')).toBe(1);
  });
});

const chances = fc.array(
  fc.record({
    month: fc.integer({ min: 1, max: 12 }).map(month),
    outcome: fc.constantFrom<Chance['outcome']>('attended', 'missed', 'excused'),
  }),
  { maxLength: 40 },
);

describe('whatever order the activities are closed in', () => {
  it('THEN the run is the same, and counts no month twice', () => {
    const shuffled = chances.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 1, max: 12 }).map(month), ([list, other], until) => {
        expect(runOf(other, until)).toEqual(runOf(list, until));
        expect(runOf([...list, ...other], until)).toEqual(runOf(list, until));
      }),
    );
  });

  it('THEN it is what walking through the months one by one gives', () => {
    fc.assert(
      fc.property(chances, fc.integer({ min: 1, max: 12 }), (list, last) => {
        let months = 0;
        for (let number = 1; number <= last; number += 1) {
          const of = list.filter((chance) => chance.month === month(number)).map(({ outcome }) => outcome);
          if (of.includes('attended')) months = 0;
          else if (of.includes('missed')) months += 1;
        }
        expect(runOf(list, month(last)).months).toBe(months);
      }),
    );
  });
});
