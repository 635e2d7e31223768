/** The shapes that the plain data of a rulebook consists of. */
import type { Fraction } from './schema/values.js';

/** An entry of a list that is found by its number or its id: an item, a grade, a category. */
export type Entry = { readonly number: number } | { readonly id: string };

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isEntry(value: unknown): value is Entry {
  return isRecord(value) && (typeof value['number'] === 'number' || typeof value['id'] === 'string');
}

export function isEntryList(value: unknown): value is readonly Entry[] {
  return Array.isArray(value) && value.every(isEntry);
}

export function keyOf(entry: Entry): string | number {
  return 'number' in entry ? entry.number : entry.id;
}

export function isFraction(value: unknown): value is Fraction {
  return (
    isRecord(value) && typeof value['numerator'] === 'number' && typeof value['denominator'] === 'number'
  );
}

/** The order of the keys of an object means nothing, that of a list does. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => isSameData(value, other[index]));
  if (isRecord(one) && isRecord(other)) {
    const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...keys].every((key) => isSameData(one[key], other[key]));
  }
  return one === other;
}
