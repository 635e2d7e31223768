import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { entitledToVote } from '../../src/domain/rulings/voters.js';
import { isCarried, isQuorate, leastInFavour, leastPresent } from '../../src/domain/rulings/votes.js';
import { factsWith, member } from '../support/branch/branch-facts.js';

let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

describe('a vote of the meeting (SPEC §2, veto)', () => {
  it.each([
    [20, 10, true],
    [20, 9, false],
    [21, 11, true],
    [21, 10, false],
  ])('GIVEN %i entitled WHEN %i come THEN quorate is %s: half is enough', (entitled, present, quorate) => {
    expect(isQuorate({ entitled, present }, rulebook.votes)).toBe(quorate);
  });

  it.each([
    [20, 10, false],
    [20, 11, true],
    [21, 10, false],
    [21, 11, true],
  ])(
    'GIVEN %i entitled WHEN %i are in favour THEN carried is %s: half is not',
    (entitled, inFavour, carried) => {
      expect(isCarried({ entitled, inFavour }, rulebook.votes)).toBe(carried);
    },
  );

  it('GIVEN any share THEN what is asked for is exactly the limit, with no rounding', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .map(([one, other]) => ({ numerator: Math.min(one, other), denominator: Math.max(one, other) }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), share, (entitled, fraction) => {
        const votes = { presentAtLeast: fraction, inFavourMoreThan: fraction };
        const present = leastPresent(entitled, votes);
        expect(isQuorate({ entitled, present }, votes)).toBe(true);
        expect(isQuorate({ entitled, present: present - 1 }, votes)).toBe(false);
        const inFavour = leastInFavour(entitled, votes);
        expect(isCarried({ entitled, inFavour }, votes)).toBe(true);
        expect(isCarried({ entitled, inFavour: inFavour - 1 }, votes)).toBe(false);
      }),
    );
  });
});

describe('who may vote', () => {
  it('GIVEN members of every kind THEN all who are here, but not the probationary ones', () => {
    const facts = factsWith(
      member(1, '张三'),
      member(2, '郑国', { category: 'retired' }),
      member(3, '病休', { exempt: true }),
      member(4, '陈晨', { probationary: true }),
      member(5, '走了', { leftOn: '2026-03-01', leftHow: 'transferred' }),
      member(6, '孙伟', { kind: 'mass', category: null }),
    );
    expect(entitledToVote(facts).map(({ name }) => name)).toEqual(['张三', '郑国', '病休']);
  });
});
