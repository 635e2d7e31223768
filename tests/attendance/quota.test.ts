import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attendedOf,
  monthsOf,
  perYearOf,
  progressOf,
  progressOfAll,
} from '../../src/domain/attendance/quota.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { OfficeName, Person, RosterChange } from '../../src/domain/roster/rows.js';
import { accepted } from '../rulebook/variant.js';
import { activity, factsWith, member } from '../support/branch/branch-facts.js';

const rulebook = accepted();

const holds = (person: number, office: OfficeName): Change =>
  put('office', {
    ...{ id: person, person, office, from: '2026-11-23T09:00:00', until: null },
    ...{ givenBy: null, endedBy: null, recommendedOn: null },
  });
const came = (id: number, person: number): Change =>
  put('attendance', {
    ...{ activity: id, person, due: true, presence: 'present', source: 'rollCall' },
    ...{ recordedBy: 1, recordedAt: null },
  });
const held = (id: number, at: string, kind = 'generalMeeting'): Change =>
  put('activity', activity(id, at, { kind, state: 'closed', closedAt: at, closedBy: 1 }));
const moved = (id: number, what: RosterChange['what'], on: string): Change =>
  put('rosterChange', { id, person: 1, what, before: null, after: null, on, by: null });

function about(changed: Partial<Person>, ...more: readonly Change[]) {
  const facts = factsWith(member(1, '张三', changed), ...more);
  const person = facts.get('person', 1);
  if (person === undefined) throw new Error('no person');
  return { facts, person };
}

describe('how many activities a year (annex 2, item 16)', () => {
  it.each<[string, Partial<Person>, OfficeName | null, number | undefined]>([
    ['GIVEN a leading cadre THEN twelve', { category: 'leadingCadre' }, null, 12],
    ['GIVEN a committee member of any category THEN twelve', {}, 'committeeMember', 12],
    ['GIVEN a secretary THEN twelve', {}, 'secretary', 12],
    ['GIVEN a deputy THEN twelve', { category: 'partyAffairs' }, 'deputySecretary', 12],
    ['GIVEN a retired committee member THEN twelve', { category: 'retired' }, 'committeeMember', 12],
    ['GIVEN a recorder THEN ten: that office carries no more', {}, 'recorder', 10],
    ['GIVEN another member THEN ten', { category: 'counter' }, null, 10],
    ['GIVEN a probationary member THEN ten', { category: 'new', probationary: true }, null, 10],
    ['GIVEN a retired member THEN five', { category: 'retired' }, null, 5],
    ['GIVEN an exempt member THEN none is expected', { exempt: true }, null, undefined],
    ['GIVEN one of the masses THEN none', { kind: 'mass', category: null }, null, undefined],
  ])('%s', (_, changed, office, perYear) => {
    const { facts, person } = about(changed, ...(office === null ? [] : [holds(1, office)]));
    expect(perYearOf(facts, rulebook, person, '2026-12-01')).toBe(perYear);
  });

  it('GIVEN an office that ended THEN it carries nothing any more', () => {
    const office = holds(1, 'committeeMember');
    if (office.table !== 'office') throw new Error('no office');
    const { facts, person } = about({}, put('office', { ...office.row, until: '2026-11-24T09:00:00' }));
    expect(perYearOf(facts, rulebook, person, '2026-12-01')).toBe(10);
  });
});

describe('part of a year, by months, rounded down', () => {
  const quota = (changed: Partial<Person>, ...more: readonly Change[]) => {
    const { facts, person } = about(changed, ...more);
    return progressOf(facts, rulebook, person, '2026-12-31')?.quota;
  };

  it.each<[string, Partial<Person>, number]>([
    ['joined before the year: ten', {}, 10],
    ['joined on 1 January: ten', { joinedOn: '2026-01-01' }, 10],
    ['joined on 31 January: the month counts', { joinedOn: '2026-01-31' }, 10],
    ['joined on 1 February: 10 × 11 ⁄ 12 = 9.16', { joinedOn: '2026-02-01' }, 9],
    ['joined in June: seven months, 10 × 7 ⁄ 12 = 5.83', { joinedOn: '2026-06-15' }, 5],
    ['joined on 30 June: the same', { joinedOn: '2026-06-30' }, 5],
    ['joined on 1 July: six months', { joinedOn: '2026-07-01' }, 5],
    ['joined in August: 10 × 5 ⁄ 12 = 4.16', { joinedOn: '2026-08-01' }, 4],
    ['joined in December: 10 ⁄ 12', { joinedOn: '2026-12-31' }, 0],
    [
      'a retired member who joined in August: 5 × 5 ⁄ 12 = 2.08',
      { joinedOn: '2026-08-01', category: 'retired' },
      2,
    ],
    ['left on 31 March: three months, 2.5', { leftOn: '2026-03-31', leftHow: 'transferred' }, 2],
    ['left on 1 April: four months, 3.33', { leftOn: '2026-04-01', leftHow: 'transferred' }, 3],
    ['joins next year: nothing this year', { joinedOn: '2027-01-01' }, 0],
  ])('%s', (_, changed, expected) => {
    expect(quota(changed)).toBe(expected);
  });

  it('GIVEN who left in March and came back in October THEN the months between do not count', () => {
    const away = [moved(1, 'left', '2026-03-20'), moved(2, 'joined', '2026-10-09')];
    expect(quota({}, ...away)).toBe(5);
    const { facts, person } = about({}, ...away);
    expect(monthsOf(facts, person, 2026, 12)).toBe(6);
    expect(monthsOf(facts, person, 2026, 9)).toBe(3);
    expect(monthsOf(facts, person, 2025, 12)).toBe(12);
  });

  it('whenever somebody joins, the later the fewer, and never more than the whole', () => {
    const day = fc.integer({ min: 0, max: 364 }).map((days) => {
      const month = Math.floor(days / 31) + 1;
      return `2026-${String(month).padStart(2, '0')}-${String((days % 28) + 1).padStart(2, '0')}`;
    });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [early, late] = [one, other].sort() as [string, string];
        const [more = 0, fewer = 0] = [quota({ joinedOn: early }), quota({ joinedOn: late })];
        expect(more).toBeGreaterThanOrEqual(fewer);
        expect(more).toBeLessThanOrEqual(10);
      }),
    );
  });
});

describe('how many somebody attended', () => {
  it('GIVEN kinds that count and others THEN closed ones of the year up to the day, guests as well', () => {
    const { facts } = about(
      {},
      held(1, '2026-01-05T15:00:00'),
      held(2, '2026-03-31T15:00:00', 'lecture'),
      held(3, '2026-04-01T09:00:00', 'themedPartyDay'),
      held(4, '2026-02-01T09:00:00', 'publicService'),
      held(5, '2025-12-31T09:00:00'),
      put('activity', activity(6, '2026-03-01T09:00:00')),
      ...[1, 2, 3, 4, 5, 6].map((id) => came(id, 1)),
    );
    expect(attendedOf(facts, rulebook, 1, '2026-03-31')).toBe(2);
    expect(attendedOf(facts, rulebook, 1, '2026-03-30')).toBe(1);
    expect(attendedOf(facts, rulebook, 1, '2026-12-31')).toBe(3);
    expect(attendedOf(facts, rulebook, 2, '2026-12-31')).toBe(0);
  });

  it('GIVEN the end of a quarter THEN in step means a quarter of the quota, rounded down; a running month asks nothing', () => {
    const { facts, person } = about({});
    const expected = (until: string) => progressOf(facts, rulebook, person, until)?.expected;
    expect(expected('2026-03-31')).toBe(2);
    expect(expected('2026-03-30')).toBe(1);
    expect(expected('2026-06-30')).toBe(5);
    expect(expected('2026-09-30')).toBe(7);
    expect(expected('2026-12-31')).toBe(10);
    expect(expected('2026-01-30')).toBe(0);
  });

  it('GIVEN the dead, those who left, and who came after the day THEN nobody speaks of them', () => {
    const facts = factsWith(
      member(1, '张三'),
      member(2, '郑国', { leftOn: '2026-03-01', leftHow: 'deceased' }),
      member(3, '王芳', { leftOn: '2026-03-01', leftHow: 'transferred' }),
      member(4, '陈晨', { joinedOn: '2026-04-01' }),
      member(5, '周涛', { exempt: true }),
      member(6, '李强', { joinedOn: '2026-03-31' }),
    );
    expect(progressOfAll(facts, rulebook, '2026-03-31').map(({ person }) => person.name)).toEqual([
      '张三',
      '李强',
    ]);
  });
});
