import type { Fraction } from './schema/values.js';
import type { Rulebook } from './schema.js';

/** The shapes that the plain data of a rulebook consists of. */

/** An entry of a list that is found by its number or its id: an item, a grade, a category. */
type Entry = { readonly number: number } | { readonly id: string };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isEntry(value: unknown): value is Entry {
  return isRecord(value) && (typeof value['number'] === 'number' || typeof value['id'] === 'string');
}

function isEntryList(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.every(isEntry);
}

function keyOf(entry: Entry): string | number {
  return 'number' in entry ? entry.number : entry.id;
}

export function isFraction(value: unknown): value is Fraction {
  return (
    isRecord(value) && typeof value['numerator'] === 'number' && typeof value['denominator'] === 'number'
  );
}

/** The order of the keys of an object means nothing, that of a list does. */
function isSameData(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isSameData(value, other[index]));
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => isSameData(one[key], other[key]));
  }
  return one === other;
}

/** What one rulebook has otherwise than another, place by place; lists are compared by number or id, not by order. */

/** Keys from the top; an entry of a list by its number or id: `['items', 13, 'grades', 'city', 'points']`. */
export type Place = readonly (string | number)[];

export type RulebookDifference =
  | { readonly how: 'added' | 'removed'; readonly at: Place; readonly entry: Entry }
  | { readonly how: 'changed'; readonly at: Place; readonly before: unknown; readonly after: unknown };

/** Version, title and what it supersedes say which rulebook it is, not how points are kept. */
const names: readonly string[] = ['version', 'title', 'supersedes'];

/** What else people call a thing changes no rule. */
const spoken = 'aliases';

/** In the order of the schema. Empty: both keep points in the same way, under any title. */
export function differences(before: Rulebook, after: Rulebook): readonly RulebookDifference[] {
  return ofRecords(before, after, []).filter(({ at }) => !names.includes(String(at[0])));
}

/** Whether nothing at all differs: one version, one content. */
export function isSameRulebook(one: Rulebook, other: Rulebook): boolean {
  return ofRecords(one, other, []).length === 0;
}

function ofValues(before: unknown, after: unknown, at: Place): readonly RulebookDifference[] {
  if (isSameData(before, after)) return [];
  if (isEntryList(before) && isEntryList(after)) return ofLists(before, after, at);
  if (isRecord(before) && isRecord(after) && !isFraction(before)) return ofRecords(before, after, at);
  return [{ how: 'changed', at, before, after }];
}

function ofRecords(before: object, after: object, at: Place): readonly RulebookDifference[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const young = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...young.keys()])]
    .filter((key) => key !== spoken)
    .flatMap((key) => ofValues(old.get(key), young.get(key), [...at, key]));
}

function ofLists(
  before: readonly Entry[],
  after: readonly Entry[],
  at: Place,
): readonly RulebookDifference[] {
  const kept = before.flatMap((old): readonly RulebookDifference[] => {
    const key = keyOf(old);
    const young = after.find((entry) => keyOf(entry) === key);
    return young === undefined
      ? [{ how: 'removed', at: [...at, key], entry: old }]
      : ofRecords(old, young, [...at, key]);
  });
  const added = after
    .filter((entry) => !before.some((old) => keyOf(old) === keyOf(entry)))
    .map((entry): RulebookDifference => ({ how: 'added', at: [...at, keyOf(entry)], entry }));
  return [...kept, ...added];
}
