import { describe, expect, it } from 'vitest';
import { personOf } from '../../src/domain/branch/people.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { stepsSince, monthsOwed, keptMonths, mayPayFor, missingFor } from '../../src/domain/dues/register.js';
import { belongsAllOf } from '../../src/domain/roster/spans.js';
import type { DuesStep } from '../../src/domain/dues/rows.js';
import type { Person } from '../../src/domain/roster/rows.js';
import { factsWith, member } from '../support/branch/branch-facts.js';

function paid(person: number, ...months: readonly number[]): Change[] {
  return months.map((number) =>
    put('dues', {
      person,
      month: month(number),
      amount: 5000,
      recordedBy: 2,
      recordedAt: `${month(number)}-20T09:00:00`,
    }),
  );
}

let steps = 0;
function step(kind: DuesStep['kind'], on: string, cancelled?: true): Change {
  const row = { person: 1, no: (steps += 1), kind, on, recordedBy: 2, recordedAt: `${on}T09:00:00` };
  return put('duesStep', cancelled === undefined ? row : { ...row, cancelled });
}

const month = (number: number) => `2026-${String(number).padStart(2, '0')}`;
const branch = (...changes: readonly Change[]) => factsWith(member(1, '张三'), member(2, '赵敏'), ...changes);
const owed = (until: string, ...changes: readonly Change[]) => {
  const facts = branch(...changes);
  return monthsOwed(facts, personOf(facts, 1), until);
};
const others = paid(2, 1, 2, 3, 4, 5, 6);

describe('months in arrears (annex 1, 一票否决, third ground)', () => {
  it('GIVEN months that others paid THEN each is owed, up to the one asked about', () => {
    expect(owed('2026-02', ...others)).toEqual(['2026-01', '2026-02']);
    expect(owed('2026-06', ...others)).toHaveLength(6);
  });

  it('GIVEN a month that nobody paid THEN it is not owed', () => {
    expect(owed('2026-05', ...paid(2, 1, 2, 4, 5))).toEqual(['2026-01', '2026-02', '2026-04', '2026-05']);
  });

  it('GIVEN months paid in between and at the end THEN the older ones are still owed', () => {
    expect(owed('2026-06', ...others, ...paid(1, 3, 6))).toEqual([
      '2026-01',
      '2026-02',
      '2026-04',
      '2026-05',
    ]);
  });

  it('GIVEN a payment taken back THEN it was none', () => {
    const back = put('dues', {
      person: 1,
      month: '2026-03',
      amount: null,
      recordedBy: 2,
      recordedAt: '2026-03-20T09:00:00',
      cancelled: true,
    });
    expect(owed('2026-03', ...paid(2, 1, 2, 3), back)).toEqual(['2026-01', '2026-02', '2026-03']);
    expect(keptMonths(branch(back))).toEqual([]);
  });
});

describe('the steps before a veto', () => {
  const since = (...changes: readonly Change[]) => stepsSince(branch(...changes), 1, '2026-03');

  it('GIVEN education and a refusal on the same day or later THEN both count', () => {
    expect(since(step('education', '2026-04-01'), step('refusal', '2026-04-01')).refusal).toBe('2026-04-01');
    expect(since(step('refusal', '2026-05-02'), step('education', '2026-04-01')).refusal).toBe('2026-05-02');
  });

  it('GIVEN a refusal before the education THEN it does not count', () => {
    const { education, refusal } = since(step('refusal', '2026-03-31'), step('education', '2026-04-01'));
    expect([education, refusal]).toEqual(['2026-04-01', null]);
  });

  it('GIVEN steps of before the run, or taken back THEN they do not count', () => {
    expect(since(step('education', '2026-02-28'), step('refusal', '2026-04-01'))).toEqual({
      education: null,
      refusal: null,
    });
    expect(since(step('education', '2026-04-01'), step('refusal', '2026-04-02', true)).refusal).toBeNull();
  });
});

describe('who owes a month', () => {
  const owes = (changed: Partial<Person>) => {
    const facts = factsWith(member(1, '张三', changed));
    return belongsAllOf(facts, personOf(facts, 1), '2026-03');
  };
  const person = (changed: Partial<Person>) => {
    const facts = factsWith(member(1, '张三', changed));
    return personOf(facts, 1);
  };

  it.each([
    ['2026-03-01', true],
    ['2026-03-02', false],
  ])('GIVEN who joined on %s THEN owing March is %s; he may pay it', (joinedOn, owing) => {
    expect(owes({ joinedOn })).toBe(owing);
    expect(mayPayFor(person({ joinedOn }), '2026-03')).toBe(true);
    expect(mayPayFor(person({ joinedOn }), '2026-02')).toBe(false);
  });

  it('GIVEN retired, exempt and probationary members THEN they owe too; who left in the month does not', () => {
    for (const changed of [{ category: 'retired' }, { exempt: true }, { probationary: true }])
      expect(owes(changed)).toBe(true);
    expect(owes({ leftOn: '2026-03-31', leftHow: 'transferred' })).toBe(false);
    expect(owes({ kind: 'mass' })).toBe(false);
  });

  it('GIVEN one who paid THEN the others are missing', () => {
    expect(missingFor(branch(...paid(2, 3)), '2026-03').map(({ name }) => name)).toEqual(['张三']);
  });
});
