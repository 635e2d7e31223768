import { execFileSync } from 'node:child_process';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { festivalDay } from '../../src/domain/rulebook/festivals.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { careVisits } from '../../src/jobs/pushes/care.js';
import { messageOf } from '../../src/jobs/push.js';
import { lunarCalendar } from '../../src/jobs/lunar-calendar.js';
import { chineseWorkingDays } from '../../src/jobs/working-days.js';
import { factsWith } from '../support/branch/branch-facts.js';
import { parseEdited } from '../rulebook/variant.js';

let rulebook: Rulebook;
beforeAll(async () => {
  ({ rulebook } = await loadRulebook('rulebooks/2018.yaml'));
});

const workingDays = chineseWorkingDays();
const names = (from: string, to: string, changed: Rulebook = rulebook) =>
  [...careVisits.jobs(from, to, { facts: factsWith(), rulebook: changed, workingDays })].map(
    (job) => messageOf(job).messageId,
  );

describe('the lunar festivals', () => {
  it.each([
    ['springFestival', 2025, '2025-01-29'],
    ['springFestival', 2026, '2026-02-17'],
    ['springFestival', 2027, '2027-02-06'],
    ['springFestival', 2028, '2028-01-26'],
    ['springFestival', 2030, '2030-02-03'],
    ['springFestival', 2033, '2033-01-31'],
    ['springFestival', 2034, '2034-02-19'],
    ['springFestival', 2035, '2035-02-08'],
    ['doubleNinth', 2025, '2025-10-29'],
    ['doubleNinth', 2026, '2026-10-18'],
    ['doubleNinth', 2027, '2027-10-08'],
    ['doubleNinth', 2033, '2033-10-01'],
    ['midAutumn', 2026, '2026-09-25'],
    ['dragonBoat', 2026, '2026-06-19'],
  ] as const)('GIVEN %s %i THEN it is %s', (festival, year, day) => {
    expect(lunarCalendar.dayOf(festival, year)).toBe(day);
  });

  it('GIVEN every year of the table THEN chinese-days at Greenwich says the same', () => {
    const code = `const { getSolarDateFromLunar } = require('chinese-days');
      for (let year = 2024; year <= 2060; year += 1)
        console.log(['01-01', '05-05', '08-15', '09-09'].map((day) => getSolarDateFromLunar(year + '-' + day).date).join());`;
    const said = execFileSync(process.execPath, ['-e', code], { env: { ...process.env, TZ: 'UTC' } });
    const own = Array.from({ length: 37 }, (_, index) =>
      (['springFestival', 'dragonBoat', 'midAutumn', 'doubleNinth'] as const)
        .map((festival) => lunarCalendar.dayOf(festival, 2024 + index))
        .join(),
    );
    expect(said.toString().trim().split('\n')).toEqual(own);
  });

  it('GIVEN a year outside the table THEN nothing is guessed; a solar festival has every year', () => {
    expect(festivalDay('重阳', 2061, lunarCalendar)).toBeUndefined();
    expect(festivalDay('七一', 2061, lunarCalendar)).toBe('2061-07-01');
  });
});

describe('the reminder of visits', () => {
  it('GIVEN 2026 THEN seven days before; where that is a Sunday, on the working day before it', () => {
    expect(names('2026-01-01T00:00:00', '2026-12-31T23:59:59')).toEqual([
      'care-visits/2026-02-17@2026-02-10T09:00:00',
      'care-visits/2026-07-01@2026-06-24T09:00:00',
      'care-visits/2026-10-18@2026-10-10T09:00:00',
    ]);
  });

  it('GIVEN the span around an instant THEN its beginning is out and its end in', () => {
    expect(names('2026-02-10T08:59:59', '2026-02-10T09:00:00')).toHaveLength(1);
    expect(names('2026-02-10T09:00:00', '2026-02-11T09:00:00')).toEqual([]);
  });

  it('GIVEN New Year is named THEN its reminder lies in the year before', () => {
    const changed = { ...rulebook, care: { visitsBefore: ['元旦' as const], daysBefore: 7 } };
    expect(names('2026-12-20T00:00:00', '2026-12-31T00:00:00', changed)).toEqual([
      'care-visits/2027-01-01@2026-12-25T09:00:00',
    ]);
  });

  it('GIVEN a festival that nobody knows THEN the file is refused', () => {
    const parsed = parseEdited([
      ['care', 'visitsBefore'],
      ['春节', '腊八'],
    ]);
    expect(parsed.ok ? [] : parsed.problems.map(({ path, reason }) => [path, reason.code])).toEqual([
      ['care.visitsBefore[1]', 'notAllowed'],
    ]);
  });
});
