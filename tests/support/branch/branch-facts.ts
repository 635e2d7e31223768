import { emptyFacts, type Facts } from '../../../src/domain/branch/facts.js';
import type { Activity } from '../../../src/domain/attendance/rows.js';
import { put, type Change } from '../../../src/domain/branch/rows.js';
import type { LedgerEntry } from '../../../src/domain/points/rows.js';
import type { Person } from '../../../src/domain/roster/rows.js';
import type { PointsMatter } from '../../../src/domain/rulings/rows.js';

export const FOUNDED = '2026-01-05T08:00:00';

/** A branch in memory, for pure functions. */
export function factsWith(...changes: readonly Change[]): Facts {
  return emptyFacts({ id: 'b1', name: '机关第一党支部', createdAt: FOUNDED, entryCount: 0, head: '' }).with(
    changes,
  );
}

export function member(id: number, name: string, changed: Partial<Person> = {}): Change {
  return put('person', {
    id,
    name,
    kind: 'member',
    category: 'office',
    probationary: false,
    group: null,
    exempt: false,
    joinedOn: '2025-01-01',
    partyJoinedOn: null,
    leftOn: null,
    leftHow: null,
    phone: null,
    ...changed,
  });
}

export function activity(id: number, at: string, changed: Partial<Activity> = {}): Activity {
  return {
    id,
    kind: 'generalMeeting',
    at,
    place: '三楼会议室',
    required: true,
    audience: { kind: 'all' },
    topic: null,
    state: 'announced',
    calledBy: 1,
    calledAt: FOUNDED,
    closedBy: null,
    closedAt: null,
    host: null,
    minutes: null,
    decisions: null,
    cancelReason: null,
    pictures: [],
    exported: null,
    ...changed,
  };
}

/** Requires `person` at activity `id`. */
export function asked(id: number, person: number): Change {
  return put('attendance', {
    activity: id,
    person,
    due: true,
    presence: 'unrecorded',
    source: null,
    recordedBy: null,
    recordedAt: null,
  });
}

export function bonusMatter(number: number, openedAt: string): PointsMatter {
  return {
    number,
    state: 'open',
    subject: 1,
    proposer: 2,
    openedAt,
    appointments: 0,
    drafted: false,
    kind: 'bonus',
    item: 8,
    grade: null,
    times: 1,
    points: 3,
    deedOn: openedAt.slice(0, 10),
    activity: null,
    reason: '献血',
  };
}

export function entry(seq: number, changed: Partial<LedgerEntry> = {}): Change {
  return put('entry', {
    seq,
    member: 1,
    year: 2026,
    deedOn: '2026-08-01',
    item: 8,
    grade: null,
    times: 1,
    side: 'bonus',
    points: 3,
    matter: seq,
    ruler: 1,
    ruledAt: '2026-08-03T10:00:00',
    rulebook: '2018-19',
    reverses: null,
    evidence: [],
    previousHash: '',
    hash: '',
    ...changed,
  });
}
