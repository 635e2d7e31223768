import { describe, expect, it } from 'vitest';
import { emptyFacts } from '../../src/domain/branch/facts.js';
import { put } from '../../src/domain/branch/rows.js';
import { rulebookOfYear } from '../../src/domain/rulebook/adopted.js';
import { differences } from '../../src/domain/rulebook/differences.js';
import { settingOf } from '../../src/domain/rulebook/readings.js';
import { settingNames, settings, type SettingValue } from '../../src/domain/rulebook/settings.js';
import { accepted } from './variant.js';

const nothing = emptyFacts({
  id: 'b1',
  name: '支部',
  createdAt: '2026-01-01T00:00:00',
  entryCount: 0,
  head: '',
});
const row = (no: number, setting: (typeof settingNames)[number], value: SettingValue) =>
  put('reading', { no, setting, value, matter: no, adoptedAt: '2026-11-23T09:00:00' });

describe('GIVEN a reading that was settled in chat', () => {
  const rulebook = accepted();

  it.each(settingNames)(
    'THEN %s alone is read otherwise, in every year, until it is settled again',
    (setting) => {
      const [, other] = settings[setting];
      const facts = nothing.with([row(1, setting, other)]);
      for (const year of [2025, 2026, 2027]) {
        const read = rulebookOfYear(facts, rulebook, year);
        expect(settingOf(read, setting)).toBe(other);
        expect(differences(rulebook, read)).toHaveLength(1);
      }
      expect(settings[setting]).toContain(other);
      const back = facts.with([row(2, setting, settings[setting][0])]);
      expect(differences(rulebook, rulebookOfYear(back, rulebook, 2026))).toEqual([]);
    },
  );

  it('THEN one object stands for what was settled, so that moments are computed once', () => {
    const facts = nothing.with([row(1, 'digest', 'off')]);
    const read = rulebookOfYear(facts, rulebook, 2026);
    expect(rulebookOfYear(facts.with([row(2, 'digest', 'off')]), rulebook, 2026)).toBe(read);
    expect(rulebookOfYear(nothing, rulebook, 2026)).toBe(rulebook);
  });
});
