/** What one rulebook has otherwise than another, place by place; lists are compared by number or id, not by order. */
import { isEntryList, isFraction, isRecord, isSameData, keyOf, type Entry } from './plain.js';
import type { Rulebook } from './schema.js';

/** Keys from the top; an entry of a list by its number or id: `['items', 13, 'grades', 'city', 'points']`. */
export type Place = readonly (string | number)[];

export type RulebookDifference =
  | { readonly how: 'added' | 'removed'; readonly at: Place; readonly entry: Entry }
  | { readonly how: 'changed'; readonly at: Place; readonly before: unknown; readonly after: unknown };

/** Version, title and what it supersedes say which rulebook it is, not how points are kept. */
const names: readonly string[] = ['version', 'title', 'supersedes'];

/** In the order of the schema. Empty: both keep points in the same way, whatever they are called. */
export function differences(before: Rulebook, after: Rulebook): readonly RulebookDifference[] {
  return ofRecords(before, after, []).filter(({ at }) => !names.includes(String(at[0])));
}

/** Whether nothing at all differs: a version stands for one content. */
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
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key) =>
    ofValues(old.get(key), young.get(key), [...at, key]),
  );
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
