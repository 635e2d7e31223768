import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFacts, type Facts } from '../../src/domain/branch/facts.js';
import { holds, personOf } from '../../src/domain/branch/people.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { Office, OfficeName, Person } from '../../src/domain/roster/rows.js';
import type { Matter } from '../../src/domain/rulings/rows.js';
import { barredFrom, rulersOf } from '../../src/domain/rulings/four-eyes.js';

const openedAt = '2026-11-23T09:00:00';
const before: string = '2026-01-01T00:00:00';
const after: string = '2026-11-24T09:00:00';

const person = (id: number, kind: Person['kind']): Person => ({
  id,
  name: `人${id}`,
  kind,
  category: kind === 'member' ? 'office' : null,
  probationary: false,
  group: null,
  exempt: false,
  joinedOn: '2025-01-01',
  partyJoinedOn: null,
  leftOn: null,
  leftHow: null,
  phone: null,
});

const office = (
  id: number,
  holder: number,
  name: OfficeName,
  from: string,
  until: string | null,
): Office => ({
  id,
  person: holder,
  office: name,
  from,
  until,
  givenBy: null,
  endedBy: null,
  recommendedOn: null,
});

const late = {
  kind: 'deduction',
  ...{ item: 15, grade: 'ordinary', times: 1, points: -3, deedOn: '2026-11-23' },
  ...{ activity: null, reason: '迟到' },
} as const;
const standing = { category: 'office', probationary: false, leftHow: null };
const leaving = {
  kind: 'status',
  ...{ from: standing, to: { ...standing, leftHow: 'expelled' as const } },
  ...{ meetingOn: '2026-11-20', paper: '机关党委〔2026〕5号' },
} as const;

const members = [1, 2, 3, 4, 5, 6];
const superior = 7;

const offices = fc.array(
  fc.record({
    holder: fc.constantFrom(...members),
    name: fc.constantFrom<OfficeName>('secretary', 'deputySecretary', 'recorder', 'supervisor'),
    from: fc.constantFrom(before, after),
    ended: fc.boolean(),
  }),
  { maxLength: 8 },
);

const scene = fc.record({
  offices,
  withSuperior: fc.boolean(),
  subject: fc.constantFrom(...members),
  proposer: fc.constantFrom(...members),
  witnesses: fc.uniqueArray(fc.constantFrom(...members), { maxLength: 3 }),
  corrects: fc.option(fc.constantFrom(...members, superior), { nil: null }),
  /** Of what corrects nothing. */
  kind: fc.constantFrom<'deduction' | 'status'>('deduction', 'status'),
});
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

function factsOf({ offices: held, withSuperior, subject, proposer, witnesses, corrects, kind }: Scene): {
  readonly facts: Facts;
  readonly matter: Matter;
} {
  const appointments = held.filter(({ from }) => from <= openedAt).length;
  const base = {
    number: 2,
    state: 'open' as const,
    subject,
    proposer,
    openedAt,
    appointments,
    drafted: false,
  };
  const matter: Matter =
    corrects === null
      ? { ...base, ...(kind === 'status' ? leaving : late) }
      : { ...base, kind: 'correction', corrects: 1, reason: '有误' };
  const changes: Change[] = [
    ...members.map((id) => put('person', person(id, 'member'))),
    ...(withSuperior ? [put('person', person(superior, 'superior'))] : []),
    ...held.map(({ holder, name, from, ended }, index) =>
      put('office', office(index + 1, holder, name, from, ended ? after : null)),
    ),
    put('matter', matter),
    ...witnesses.map((witness) =>
      put('witness', { matter: 2, person: witness, named: true, confirmedAt: null }),
    ),
    ...(corrects === null
      ? []
      : [
          put('ruling', {
            matter: 1,
            ruler: corrects,
            decision: 'confirmed',
            at: before,
            meetingOn: null,
            reason: null,
          }),
        ]),
  ];
  const head = { id: 'b1', name: '支部', createdAt: before, entryCount: 0, head: '' };
  return { facts: emptyFacts(head).with(changes), matter };
}

describe('four eyes', () => {
  it('GIVEN any offices and parts THEN subject, proposer, witnesses, former rulers and people without office never rule', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { facts, matter } = factsOf(given);
        for (const id of members) {
          const officer = holds(facts, id, 'secretary') || holds(facts, id, 'deputySecretary');
          const hasPart =
            id === given.subject ||
            id === given.proposer ||
            given.witnesses.includes(id) ||
            id === given.corrects;
          if (hasPart || !officer) expect(barredFrom(facts, matter, personOf(facts, id))).toBeDefined();
        }
      }),
    );
  });

  it('GIVEN any offices and parts THEN exactly those who are named as rulers are not barred', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { facts, matter } = factsOf(given);
        const free = facts.all('person').filter((each) => barredFrom(facts, matter, each) === undefined);
        const { by, persons } = rulersOf(facts, matter);
        expect(persons.map(({ id }) => id).sort()).toEqual(free.map(({ id }) => id).sort());
        expect(persons.every(({ kind }) => (by === 'superior') === (kind === 'superior'))).toBe(true);
      }),
    );
  });

  it('GIVEN a matter about the secretary WHEN a deputy is appointed after it was opened THEN he does not rule on it', () => {
    const secretary = { holder: 1, name: 'secretary' as const, from: before, ended: false };
    const deputy = (from: string) => ({ holder: 2, name: 'deputySecretary' as const, from, ended: false });
    const given = {
      withSuperior: true,
      subject: 1,
      proposer: 3,
      witnesses: [],
      corrects: null,
      kind: 'deduction' as const,
    };
    const barring = (from: string) => {
      const { facts, matter } = factsOf({ ...given, offices: [secretary, deputy(from)] });
      return barredFrom(facts, matter, personOf(facts, 2));
    };
    expect(barring(before)).toBeUndefined();
    expect(barring(openedAt)).toBeUndefined();
    expect(barring(after)).toBe('appointedAfter');
  });

  it('GIVEN an appointment in the very second of the opening WHEN somebody gave it THEN it counts as later', () => {
    const { facts, matter } = factsOf({
      offices: [{ holder: 1, name: 'secretary', from: before, ended: false }],
      withSuperior: false,
      subject: 1,
      proposer: 3,
      witnesses: [],
      corrects: null,
      kind: 'deduction',
    });
    const appointed = { ...office(9, 2, 'deputySecretary', openedAt, null), givenBy: 1 };
    const later = facts.with([put('office', appointed)]);
    expect(barredFrom(later, matter, personOf(later, 2))).toBe('appointedAfter');
  });
});
