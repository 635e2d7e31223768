import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { computeScore } from '../../src/domain/points/score.js';
import { parseRulebook } from '../../src/domain/rulebook/adopted.js';
import { pathText } from '../../src/domain/rulebook/problems.js';
import { accepted, editedYaml, itemOf, parseEdited } from './variant.js';

type Key = string | number;

/** Every place of the file, parts before what they hold. */
function places(value: unknown, at: Key[] = []): { at: Key[]; value: unknown }[] {
  const entries: [Key, unknown][] = Array.isArray(value)
    ? value.map((entry, index) => [index, entry])
    : typeof value === 'object' && value !== null
      ? Object.entries(value)
      : [];
  return [{ at, value }, ...entries.flatMap(([key, entry]) => places(entry, [...at, key]))];
}

const shipped = parse(editedYaml()) as object;
const all = places(shipped);

/** Keys that may be left out, because leaving them out is the plain case. */
const optional = new Set([
  'aliases',
  'hours',
  'points',
  'grades',
  'perCount',
  'sources',
  'publish',
  'sameDeed',
  'parts',
  'offices',
  'audience',
  'frequency',
  'actions',
  'bonusItem',
  'exportReminder',
  'counting',
  'termYears',
  'studyHours',
  'appraisal',
  'held',
  'reportYears',
  'offered',
  'second',
  'digest',
  'how',
  'limits',
]);

describe('GIVEN the shipped rulebook', () => {
  it('WHEN any key is left out THEN it is the one that is missing', () => {
    const required = all.filter(
      ({ at }) => typeof at.at(-1) === 'string' && !optional.has(String(at.at(-1))),
    );
    expect(required.length).toBeGreaterThan(200);
    for (const { at } of required) {
      const data = structuredClone(shipped);
      removeAt(data, at);
      const parsed = parseRulebook(data);
      expect(parsed.ok ? [] : parsed.problems.map(({ path, reason }) => [path, reason.code])).toEqual([
        [pathText(at), 'missing'],
      ]);
    }
  });

  it('WHEN any part has a key too many THEN that key is named', () => {
    const parts = all.filter(
      ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
    );
    for (const { at } of parts) {
      const data = structuredClone(shipped);
      Object.assign(reach(data, at), { unheardOf: 1 });
      const parsed = parseRulebook(data);
      expect(parsed.ok ? [] : parsed.problems.map(({ path, reason }) => [path, reason.code])).toEqual([
        [pathText([...at, 'unheardOf']), 'unknownKey'],
      ]);
    }
  });

  it('WHEN a place holds anything at all THEN it is accepted or named, and nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all.filter(({ at }) => at.length > 0)),
        fc.anything(),
        ({ at }, value) => {
          const data = structuredClone(shipped);
          putAt(data, at, value);
          const parsed = parseRulebook(data);
          if (!parsed.ok) expect(parsed.problems.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
    fc.assert(fc.property(fc.anything(), (data) => !parseRulebook(data).ok));
  });
});

describe('GIVEN another branch with a base of 80, a cap of 20 and monthly publication', () => {
  const other = accepted(
    [['version'], '2026-second'],
    [['supersedes'], '2018-19'],
    [['scoring', 'basePoints'], 80],
    [['scoring', 'bonusCap'], 20],
    [['baseItems', 0, 'points'], 10],
    [['baseItems', 3, 'points'], 20],
    [['assessment', 'unqualifiedAtMost'], 56],
    [['assessment', 'noAwardsBelow'], 72],
    [['assessment', 'outstandingFrom'], 90],
    [['publication', 'frequency'], 'monthly'],
    [['categories', 6, 'scored'], true],
    [['items', 1, 'title'], '志愿服务'],
    [['items', 1, 'points'], 4],
    [['leave', 'freePersonalLeaves'], 3],
  );

  it('THEN it is a rulebook, and the score follows it', () => {
    expect(other.publication.frequency).toBe('monthly');
    expect(itemOf(other, 8)).toMatchObject({ title: '志愿服务', points: 4 });
    const entries = [
      { side: 'bonus', points: 30 },
      { side: 'deduction', points: -90 },
    ] as const;
    expect(computeScore(entries, other.scoring, false)).toMatchObject({ base: 80, uncounted: 10, total: 20 });
  });

  it('THEN the top tier may lie at the highest score that can be reached, and not above', () => {
    const edits = [
      [['scoring', 'bonusCap'], 8],
      [['assessment', 'outstandingFrom'], 108],
    ] as const;
    expect(parseEdited(...edits).ok).toBe(true);
    expect(parseEdited(...edits, [['assessment', 'outstandingFrom'], 109]).ok).toBe(false);
  });
});

function reach(data: object, at: readonly Key[]): object {
  return at.reduce<object>((part, key) => Reflect.get(part, key) as object, data);
}

function removeAt(data: object, at: readonly Key[]): void {
  Reflect.deleteProperty(reach(data, at.slice(0, -1)), at.at(-1) ?? '');
}

function putAt(data: object, at: readonly Key[], value: unknown): void {
  Reflect.set(reach(data, at.slice(0, -1)), at.at(-1) ?? '', value);
}
