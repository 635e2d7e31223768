import { describe, expect, it } from 'vitest';
import { archiveParts, largestPart } from '../../src/app/papers/export.js';
import { daysOf } from '../../src/domain/notice/period.js';
import { heldIn } from '../../src/domain/attendance/standing.js';
import { awaitingExport, markExported, notExported } from '../../src/domain/attendance/exported.js';
import type { Facts } from '../../src/domain/branch/facts.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { activity, asked, factsWith, member } from '../support/branch/branch-facts.js';

const closed = (id: number, at: string, pictures: readonly number[] = []) =>
  activity(id, at, { state: 'closed', closedBy: 1, closedAt: `${at.slice(0, 10)}T18:00:00`, pictures });

const file = (id: number, size: number): Change =>
  put('file', { id, kind: 'picture', sha256: 'x', size, name: 'x.jpg' });

describe('what waits for its archive', () => {
  const leave: Change = put('matter', {
    number: 1,
    state: 'confirmed',
    subject: 2,
    proposer: 2,
    openedAt: '2026-11-20T09:00:00',
    appointments: 0,
    drafted: false,
    kind: 'leave',
    activity: 3,
    leaveKind: 'sick',
    reason: null,
  });
  const facts = factsWith(
    member(2, '张三'),
    put('activity', closed(3, '2026-11-27T15:00:00')),
    put('activity', closed(4, '2026-08-01T09:00:00')),
    put('activity', activity(5, '2026-11-29T09:00:00')),
    asked(3, 2),
  );
  const waiting = (all: Facts) => awaitingExport(all, '2026-11-30').map(({ id }) => id);
  const exported = facts.with(
    facts
      .all('activity')
      .filter(({ state }) => state === 'closed')
      .map((one) => put('activity', markExported(facts, one, '2026-11-28T09:00:00', 1))),
  );

  it('is closed and in none, in the order in which it was held', () => {
    expect(waiting(facts)).toEqual([4, 3]);
    expect(waiting(exported)).toEqual([]);
  });

  it('is again what should have been in an archive that was not made, but not what a later one has', () => {
    const after = (orderedAt: string) =>
      exported.with(notExported(exported, 3, orderedAt).map((row) => put('activity', row)));
    expect(waiting(after('2026-11-28T09:00:00'))).toEqual([3]);
    expect(waiting(after('2026-11-27T09:00:00'))).toEqual([]);
    expect(notExported(facts, 3, '2026-11-28T09:00:00')).toEqual([]);
  });

  it('is again what a late leave moved', () => {
    expect(waiting(exported.with([leave]))).toEqual([3]);
  });

  it('by quarter and by year', () => {
    const of = (quarter: number | null) => heldIn(facts, daysOf({ year: 2026, quarter })).map(({ id }) => id);
    expect([of(null), of(3), of(4), of(1)]).toEqual([[4, 3], [4], [3], []]);
  });
});

describe('parts', () => {
  const withFiles = (...sizes: readonly (readonly number[])[]) => {
    let next = 0;
    const changes = sizes.flatMap((own, index): Change[] => {
      const ids = own.map((size) => ({ id: (next += 1), size }));
      const at = `2026-03-0${index + 1}T09:00:00`;
      const row = closed(
        index + 1,
        at,
        ids.map(({ id }) => id),
      );
      return [put('activity', row), ...ids.map(({ id, size }) => file(id, size))];
    });
    return factsWith(...changes);
  };
  const partsOf = (all: Facts) =>
    archiveParts(all, heldIn(all, daysOf({ year: 2026, quarter: null }))).map((part) =>
      part.map(({ activity: id, files }) => [id, files]),
    );
  const half = Math.floor(largestPart / 2);

  it('are one where all fits, without pictures as well', () => {
    expect(partsOf(withFiles([1000], [], [1000, 1000]))).toEqual([
      [
        [1, [1]],
        [2, []],
        [3, [2, 3]],
      ],
    ]);
  });

  it('begin with a whole activity where it does not fit any more', () => {
    expect(partsOf(withFiles([half - 30_000], [half - 30_000], [half]))).toEqual([
      [
        [1, [1]],
        [2, [2]],
      ],
      [[3, [3]]],
    ]);
  });

  it('divide only an activity that is larger than a part, and lose no file', () => {
    const all = withFiles([1000], [half, half, half, 1000], [1000]);
    expect(partsOf(all)).toEqual([
      [[1, [1]]],
      [[2, [2]]],
      [[2, [3]]],
      [
        [2, [4, 5]],
        [3, [6]],
      ],
    ]);
  });
});
