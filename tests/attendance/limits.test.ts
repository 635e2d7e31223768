import { describe, expect, it } from 'vitest';
import { isCheckInOpen, callRoll } from '../../src/domain/attendance/roll-call.js';
import { isLeaveInTime } from '../../src/domain/attendance/references.js';
import { standingOf, type Due } from '../../src/domain/attendance/standing.js';
import type { Activity, Attendance } from '../../src/domain/attendance/rows.js';
import type { LeaveMatter } from '../../src/domain/rulings/rows.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';

const { rulebook } = await loadRulebook('rulebooks/2018.yaml');

const activity: Activity = {
  id: 1,
  kind: 'generalMeeting',
  at: '2026-11-28T15:00:00',
  place: '三楼',
  required: true,
  audience: { kind: 'all' },
  topic: null,
  state: 'announced',
  calledBy: 1,
  calledAt: '2026-11-23T09:00:00',
  closedBy: null,
  closedAt: null,
  host: null,
  minutes: null,
  decisions: null,
  cancelReason: null,
  pictures: [],
  exported: null,
};

describe('sign-in, thirty minutes on either side of the start', () => {
  it.each([
    ['14:29:59', false],
    ['14:30:00', true],
    ['15:30:59', true],
    ['15:31:00', false],
  ])('at %s THEN %s', (time, open) => {
    expect(isCheckInOpen(rulebook, activity, `2026-11-28T${time}`)).toBe(open);
  });

  it('GIVEN a closed activity THEN it is shut at any time', () => {
    expect(isCheckInOpen(rulebook, { ...activity, state: 'closed' }, activity.at)).toBe(false);
  });
});

describe('late leave, thirty days after the day of closing', () => {
  const closed: Activity = { ...activity, state: 'closed', closedAt: '2026-11-28T16:00:00' };

  it.each([
    ['2026-12-28T23:59:59', true],
    ['2026-12-29T00:00:00', false],
  ])('on %s THEN %s', (now, inTime) => {
    expect(isLeaveInTime(rulebook, closed, now)).toBe(inTime);
  });

  it('GIVEN an activity that is not closed THEN there is no limit, and none for a cancelled one', () => {
    expect(isLeaveInTime(rulebook, activity, '2027-06-01T00:00:00')).toBe(true);
    expect(isLeaveInTime(rulebook, { ...activity, state: 'cancelled' }, activity.at)).toBe(false);
  });
});

const now = '2026-11-28T15:05:00';
const row = (person: number, change: Partial<Attendance> = {}): Attendance => ({
  activity: 1,
  person,
  due: true,
  presence: 'unrecorded',
  source: null,
  recordedBy: null,
  recordedAt: null,
  ...change,
});
const leave = (person: number, state: LeaveMatter['state']): LeaveMatter => ({
  number: 10 + person,
  kind: 'leave',
  state,
  subject: person,
  proposer: person,
  openedAt: now,
  appointments: 0,
  drafted: false,
  activity: 1,
  leaveKind: 'personal',
  reason: null,
});
const due = (attendance: Attendance, asked?: LeaveMatter): Due => ({
  row: attendance,
  leave: asked,
  leaveKind: asked?.leaveKind ?? null,
  standing: standingOf(attendance, asked),
});

describe('a roll call', () => {
  const signedIn = row(1, { presence: 'present', source: 'checkIn', recordedBy: 1, recordedAt: now });
  const everybody = [
    due(signedIn),
    due(row(2)),
    due(row(3), leave(3, 'confirmed')),
    due(row(4), leave(4, 'open')),
    due(row(5)),
  ];
  const presences = (rows: readonly Attendance[]) => rows.map(({ person, presence }) => [person, presence]);

  it('GIVEN 全到 除 THEN leave and sign-ins stay, whose leave waits is left alone', () => {
    const called = callRoll(everybody, { kind: 'everybody', except: [5], came: [] }, 9, now);
    expect(presences(called.rows)).toEqual([
      [2, 'present'],
      [5, 'absent'],
    ]);
    expect(called).toMatchObject({ leftPending: [4], cameAfterAll: [] });
  });

  it('GIVEN 到 and 缺 THEN nobody else is touched, and leave outranks 缺', () => {
    const called = callRoll(everybody, { kind: 'named', present: [2], absent: [1, 3] }, 9, now);
    expect(presences(called.rows)).toEqual([
      [1, 'absent'],
      [2, 'present'],
    ]);
    expect(called).toMatchObject({ keptOnLeave: [3], overridden: [1] });
  });

  it('GIVEN 到 for somebody on leave THEN he came after all', () => {
    const [marked] = callRoll(everybody, { kind: 'named', present: [3], absent: [] }, 9, now).rows;
    expect(marked).toMatchObject({ person: 3, presence: 'present', source: 'rollCall' });
  });
});
