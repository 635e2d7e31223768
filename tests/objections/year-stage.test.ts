import { describe, expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import type { YearStepData } from '../../src/domain/year/rows.js';
import { yearStage } from '../../src/domain/year/stage.js';
import { factsWith } from '../support/branch-facts.js';

const vote = { entitled: 8, present: 8, inFavour: 8 };
const steps: readonly (readonly [YearStepData, string])[] = [
  [{ step: 'summary', lines: [] }, 'summarised'],
  [{ step: 'tier', person: 1, tier: 'qualified', reason: null }, 'summarised'],
  [{ step: 'decision', body: 'generalMeeting', vote }, 'decided'],
  [{ step: 'audit', passed: false, remarks: '请核对' }, 'returned'],
  [{ step: 'summary', lines: [] }, 'summarised'],
  [{ step: 'decision', body: 'generalMeeting', vote }, 'decided'],
  [{ step: 'audit', passed: true, remarks: null }, 'passed'],
  [{ step: 'notice', notice: 5, until: '2027-01-25' }, 'noticed'],
  [{ step: 'memberNotice', person: 1, notice: 6, until: '2027-02-03' }, 'noticed'],
  [{ step: 'archive' }, 'archived'],
];

describe('where a year stands', () => {
  it('GIVEN its steps one after another THEN it stands where the last of them put it; another year does not move', () => {
    let facts = factsWith();
    expect(yearStage(facts, 2026)).toBe('none');
    steps.forEach(([data, stage], index) => {
      facts = facts.with([
        put('yearStep', { id: index + 1, year: 2026, at: '2027-01-10T09:00:00', by: 1, data }),
      ]);
      expect(yearStage(facts, 2026)).toBe(stage);
      expect(yearStage(facts, 2025)).toBe('none');
    });
  });
});
