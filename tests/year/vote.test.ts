import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { committee, entitledToVote } from '../../src/domain/rulings/voters.js';
import { voteProblem } from '../../src/domain/year/vote.js';
import { put } from '../../src/domain/branch/rows.js';
import type { OfficeName } from '../../src/domain/roster/rows.js';
import { factsWith, member } from '../support/branch/branch-facts.js';

let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

describe('the vote on a year', () => {
  it.each([
    [20, 10, 10, 'failed'],
    [20, 11, 11, undefined],
    [20, 9, 9, 'noQuorum'],
    [20, 18, 10, 'failed'],
    [20, 18, 11, undefined],
    [13, 11, 11, undefined],
    [13, 7, 7, 'tooFewEntitled'],
    [13, 10, 10, 'tooFewEntitled'],
    [13, 6, 6, 'noQuorum'],
    [13, 13, 6, 'failed'],
    [2, 1, 1, 'failed'],
    [1, 1, 1, 'tooFewEntitled'],
    [21, 21, 21, 'tooManyEntitled'],
    [0, 0, 0, 'nobodyEntitled'],
    [10, 11, 8, 'morePresentThanEntitled'],
    [10, 8, 9, 'moreInFavourThanPresent'],
  ] as const)('GIVEN 应到 %i 实到 %i 同意 %i THEN %s', (entitled, present, inFavour, problem) => {
    expect(voteProblem(rulebook.votes, { entitled, present, inFavour }, 20)).toBe(problem);
  });

  it('THEN it carries exactly when half are there and more than half of 应到 agree', () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), count, count, (entitled, present, inFavour) => {
        fc.pre(present <= entitled && inFavour <= present);
        const carried = 2 * present >= entitled && 2 * inFavour > entitled;
        expect(voteProblem(rulebook.votes, { entitled, present, inFavour }, entitled) === undefined).toBe(
          carried,
        );
      }),
    );
  });
});

describe('who has a vote', () => {
  const office = (id: number, person: number, name: OfficeName) =>
    put('office', {
      id,
      person,
      office: name,
      from: '2026-01-01T00:00:00',
      until: null,
      givenBy: null,
      endedBy: null,
      recommendedOn: null,
    });
  const people = [
    member(1, '张三'),
    member(2, '王芳', { probationary: true }),
    member(3, '郑国', { category: 'retired' }),
    member(4, '周涛', { leftOn: '2026-05-01', leftHow: 'transferred' }),
    member(5, '孙伟', { kind: 'mass', category: null }),
    member(6, '李强'),
  ];

  it('GIVEN members, 预备, retired, gone and 群众 THEN members here who are not 预备', () => {
    expect(entitledToVote(factsWith(...people)).map(({ name }) => name)).toEqual(['张三', '郑国', '李强']);
  });

  it('GIVEN nobody is 支委 THEN there is no 支委会; GIVEN one THEN secretary and deputies belong to it, each once', () => {
    const secretary = office(1, 6, 'secretary');
    expect(committee(factsWith(...people, secretary))).toEqual([]);
    const seats = [secretary, office(2, 1, 'committeeMember'), office(3, 6, 'committeeMember')];
    expect(committee(factsWith(...people, ...seats)).map(({ name }) => name)).toEqual(['李强', '张三']);
  });
});
