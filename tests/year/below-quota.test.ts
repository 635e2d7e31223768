import { expect, it } from 'vitest';
import { belowQuota } from '../../src/app/year/table.js';
import { emptyFacts } from '../../src/domain/branch/facts.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { Person } from '../../src/domain/roster/rows.js';
import { accepted } from '../rulebook/variant.js';
import { activity, FOUNDED, member } from '../support/branch/branch-facts.js';

const rulebook = accepted();
const days = Array.from(
  { length: 10 },
  (_, index) => `2026-${String(index + 1).padStart(2, '0')}-20T15:00:00`,
);
const came = (id: number, person: number): Change =>
  put('attendance', {
    ...{ activity: id, person, due: true, presence: 'present', source: 'rollCall' },
    ...{ recordedBy: 1, recordedAt: null },
  });

/** 张三 came to ten meetings, 王芳 to nine. */
function listed(createdAt: string, left: Partial<Person> = {}) {
  const branch = { id: 'b1', name: '机关第一党支部', createdAt, entryCount: 0, head: '' };
  const facts = emptyFacts(branch).with([
    member(1, '张三'),
    member(2, '王芳', left),
    ...days.flatMap((at, index) => [
      put('activity', activity(index + 1, at, { state: 'closed', closedAt: at, closedBy: 1 })),
      came(index + 1, 1),
      ...(index === 0 ? [] : [came(index + 1, 2)]),
    ]),
  ]);
  const { rows, since } = belowQuota({ facts, rulebookOf: () => rulebook }, 2026);
  return { rows: rows.map(({ person, attended, quota }) => `${person.name} ${attended}/${quota}`), since };
}

it('GIVEN ten expected THEN nine are listed at the summary, ten are not (SPEC §2, 12/10/5)', () => {
  expect(listed(FOUNDED)).toEqual({ rows: ['王芳 9/10'], since: null });
});

it('GIVEN somebody who moved away after the year THEN they still belong to it; the dead are left in peace', () => {
  expect(listed(FOUNDED, { leftOn: '2027-01-05', leftHow: 'transferred' }).rows).toEqual(['王芳 9/10']);
  expect(listed(FOUNDED, { leftOn: '2027-01-05', leftHow: 'deceased' }).rows).toEqual([]);
  expect(listed(FOUNDED, { leftOn: '2026-11-05', leftHow: 'transferred' }).rows).toEqual([]);
});

it('GIVEN a branch kept here only since the summer THEN it is said since when', () => {
  expect(listed('2026-07-01T08:00:00').since).toBe('2026-07-01');
});
