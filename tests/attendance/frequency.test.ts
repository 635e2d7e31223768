import { describe, expect, it } from 'vitest';
import {
  isUrgent,
  missingAt,
  owedKinds,
  spanFor,
  spanOf,
  spansIn,
} from '../../src/domain/attendance/frequency.js';
import { put, type Change } from '../../src/domain/branch/rows.js';
import { accepted } from '../rulebook/variant.js';
import { activity, factsWith, member } from '../support/branch/branch-facts.js';

const rulebook = accepted();
const planned = (
  id: number,
  kind: string,
  day: string,
  state: 'announced' | 'closed' | 'cancelled' = 'announced',
) => put('activity', activity(id, `${day}T15:00:00`, { kind, state }));
const committeeMember: Change = put('office', {
  ...{ id: 1, person: 1, office: 'committeeMember' as const, from: '2026-01-05T08:00:00', until: null },
  ...{ givenBy: null, endedBy: null, recommendedOn: null },
});
const missing = (day: string, ...changes: readonly Change[]) =>
  missingAt(factsWith(member(1, '张三'), ...changes), rulebook, day).map(({ kind }) => kind);

const lecture = { kind: 'lecture', frequency: 'quarterly' } as const;
const partyDay = { kind: 'themedPartyDay', frequency: 'monthly' } as const;
const appraisal = { kind: 'democraticAppraisal', frequency: 'yearly' } as const;

describe('when 组织生活会 and 民主评议 of a year are held (issue 12, 5)', () => {
  const urgent = (day: string, ...changes: readonly Change[]) =>
    missingAt(factsWith(member(1, '张三'), ...changes), rulebook, day)
      .filter(({ kind, span }) => kind === 'democraticAppraisal' && isUrgent(span, day))
      .map(({ span }) => span.season?.year);

  it('GIVEN the shipped rulebook THEN January to March, for the year before', () => {
    expect(urgent('2026-12-31')).toEqual([]);
    expect(urgent('2027-01-01')).toEqual([2026]);
    expect(urgent('2027-03-31')).toEqual([2026]);
    expect(urgent('2027-04-01')).toEqual([]);
  });

  it('GIVEN one since October, or one announced THEN none is missing; one of last September THEN it is', () => {
    const held = (day: string) => planned(1, 'democraticAppraisal', day);
    expect(urgent('2027-02-20', held('2026-10-01'))).toEqual([]);
    expect(urgent('2027-02-20', held('2027-03-31'))).toEqual([]);
    expect(urgent('2027-02-20', held('2026-09-30'))).toEqual([2026]);
    expect(urgent('2027-02-20', held('2027-04-01'))).toEqual([2026]);
    expect(urgent('2028-01-20', held('2027-02-20'))).toEqual([2027]);
  });

  it('GIVEN a rulebook that holds them in the same year THEN its own months count', () => {
    const autumn = accepted([['activities', 'appraisal', 'held'], { from: 10, to: 12, of: 'sameYear' }]);
    const span = spanFor(autumn, appraisal, '2026-05-20');
    expect(span).toMatchObject({ first: '2026-01-01', last: '2026-12-31', season: { year: 2026 } });
    expect(isUrgent(span, '2026-09-30')).toBe(false);
    expect(isUrgent(span, '2026-10-01')).toBe(true);
    expect(spanFor(autumn, appraisal, '2027-01-01').season?.year).toBe(2027);
  });

  it('GIVEN a whole year THEN its report looks at the meetings that ended in it', () => {
    const ended = spansIn(rulebook, appraisal, '2027-01-01', '2027-12-31').map(({ last }) => last);
    expect(ended).toEqual(['2027-03-31', '2028-03-31']);
    expect(spansIn(rulebook, appraisal, '2027-04-01', '2027-09-30')).toEqual([]);
  });
});

describe('what a branch owes (source, part two, 4)', () => {
  it('GIVEN nobody is committee member THEN no committee meeting is owed; GIVEN one THEN each month', () => {
    const kinds = (...changes: readonly Change[]) =>
      owedKinds(factsWith(member(1, '张三'), ...changes), rulebook).map(
        ({ kind, frequency }) => `${kind} ${frequency}`,
      );
    const others = [
      'generalMeeting quarterly',
      'lecture quarterly',
      'themedPartyDay monthly',
      'organizationalLifeMeeting yearly',
      'democraticAppraisal yearly',
    ];
    expect(kinds()).toEqual(others);
    expect(kinds(committeeMember)).toEqual([others[0], 'committeeMeeting monthly', ...others.slice(1)]);
  });

  it('GIVEN meetings on the first and the last day of a span THEN it is not missing; a day outside THEN it is', () => {
    expect(missing('2026-05-20', planned(1, 'themedPartyDay', '2026-05-01'))).not.toContain('themedPartyDay');
    expect(missing('2026-05-20', planned(1, 'themedPartyDay', '2026-05-31'))).not.toContain('themedPartyDay');
    expect(missing('2026-05-20', planned(1, 'themedPartyDay', '2026-04-30'))).toContain('themedPartyDay');
    expect(missing('2026-05-20', planned(1, 'themedPartyDay', '2026-06-01'))).toContain('themedPartyDay');
    expect(missing('2026-05-20', planned(1, 'generalMeeting', '2026-04-01'))).not.toContain('generalMeeting');
    expect(missing('2026-05-20', planned(1, 'generalMeeting', '2026-03-31'))).toContain('generalMeeting');
  });

  it('GIVEN one that was called off THEN it is missing; held THEN not', () => {
    expect(missing('2026-05-20', planned(1, 'lecture', '2026-05-08', 'cancelled'))).toContain('lecture');
    expect(missing('2026-05-20', planned(1, 'lecture', '2026-05-08', 'closed'))).not.toContain('lecture');
  });

  it('GIVEN a month, a quarter and a year THEN urgent in the month, the last month, the last quarter', () => {
    expect(isUrgent(spanOf('monthly', '2026-05-20'), '2026-05-20')).toBe(true);
    expect(isUrgent(spanOf('quarterly', '2026-05-20'), '2026-05-31')).toBe(false);
    expect(isUrgent(spanOf('quarterly', '2026-06-01'), '2026-06-01')).toBe(true);
    expect(isUrgent(spanOf('yearly', '2026-09-30'), '2026-09-30')).toBe(false);
    expect(isUrgent(spanOf('yearly', '2026-10-01'), '2026-10-01')).toBe(true);
  });

  it('spans follow one another without a gap', () => {
    expect(
      spansIn(rulebook, lecture, '2026-01-01', '2026-06-30').map(({ first, last }) => [first, last]),
    ).toEqual([
      ['2026-01-01', '2026-03-31'],
      ['2026-04-01', '2026-06-30'],
    ]);
    expect(spansIn(rulebook, partyDay, '2026-01-01', '2026-12-31')).toHaveLength(12);
    expect(spanOf('yearly', '2026-07-01')).toMatchObject({ first: '2026-01-01', last: '2026-12-31' });
    expect(spanOf('monthly', '2028-02-29').last).toBe('2028-02-29');
  });

  it('GIVEN a rulebook with another frequency THEN that is owed', () => {
    const monthly = accepted([['activities', 'kinds', 0, 'frequency'], 'monthly']);
    expect(owedKinds(factsWith(member(1, '张三')), monthly)[0]).toEqual({
      kind: 'generalMeeting',
      frequency: 'monthly',
    });
  });
});
