import { describe, expect, it } from 'vitest';
import { put, type Change } from '../../src/domain/branch/rows.js';
import type { YearStepData } from '../../src/domain/year/rows.js';
import { lastArchived, yearInHand } from '../../src/domain/year/in-hand.js';
import { assessableYears, assessedYear } from '../../src/domain/year/self-assessment.js';
import { entry, factsWith, member } from '../support/branch/branch-facts.js';

/** The branch of these tests was founded in January 2026; its members came in 2025. */
const branch = (...changes: readonly Change[]) => factsWith(member(1, '张三'), ...changes);
const step = (id: number, year: number, data: YearStepData) =>
  put('yearStep', { id, year, at: `${year + 1}-01-10T10:00:00`, by: 1, data });
const archived = (id: number, year: number) => step(id, year, { step: 'archive' });
const summed = (id: number, year: number) => step(id, year, { step: 'summary', lines: [] });

describe('the year that has ended and is not archived', () => {
  it('GIVEN a branch of this year THEN it owes nothing until the year has ended', () => {
    expect(yearInHand(branch(), '2026-12-31')).toBeNull();
    expect(yearInHand(branch(), '2027-01-01')).toBe(2026);
  });

  it('GIVEN entries of the year before the founding THEN they are taken up this year, and never block its own', () => {
    const early = entry(1, { year: 2025, deedOn: '2025-12-30' });
    expect(yearInHand(branch(early), '2026-11-23')).toBe(2025);
    expect(yearInHand(branch(early), '2027-01-05')).toBe(2026);
  });

  it('GIVEN a branch that begins in the first half THEN it may take up the year that has just ended', () => {
    expect(yearInHand(branch(), '2026-01-06')).toBe(2025);
    expect(yearInHand(branch(), '2026-06-30')).toBe(2025);
    expect(yearInHand(branch(), '2026-07-01')).toBeNull();
    expect(yearInHand(factsWith(member(1, '张三', { joinedOn: '2026-01-05' })), '2026-01-06')).toBeNull();
  });

  it('GIVEN it is archived THEN the next one, once that has ended', () => {
    const facts = branch(archived(1, 2026));
    expect(yearInHand(facts, '2027-06-01')).toBeNull();
    expect(yearInHand(facts, '2028-01-01')).toBe(2027);
    expect(lastArchived(facts)).toBe(2026);
  });

  it('GIVEN two years wait THEN the one that was begun, else the older', () => {
    expect(yearInHand(branch(), '2028-03-01')).toBe(2026);
    expect(yearInHand(branch(summed(1, 2027)), '2028-03-01')).toBe(2027);
  });
});

describe('the year of a self-assessment', () => {
  it('is the running one in December, before that last year until it is archived', () => {
    expect(assessedYear(branch(), '2026-12-01')).toBe(2026);
    expect(assessedYear(branch(), '2027-01-05')).toBe(2026);
    expect(assessedYear(branch(), '2027-11-30')).toBe(2026);
    expect(assessedYear(branch(), '2027-12-01')).toBe(2027);
    expect(assessedYear(branch(archived(1, 2026)), '2027-02-01')).toBe(2027);
  });

  it('GIVEN two years wait THEN the one that has just ended, and the older one by its number (Y70)', () => {
    const facts = branch(summed(1, 2026));
    expect(assessedYear(facts, '2028-01-10')).toBe(2027);
    expect(assessableYears(facts, '2028-01-10')).toEqual([2026, 2027, 2028]);
  });
});
