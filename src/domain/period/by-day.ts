import type { CivilDate } from './civil.js';

interface Dated {
  readonly id: number;
  readonly on: CivilDate;
}

/** Orders what is told by its day; of one day the last entered comes last. */
export function byDay(one: Dated, other: Dated): number {
  if (one.on === other.on) return one.id - other.id;
  return one.on < other.on ? -1 : 1;
}
