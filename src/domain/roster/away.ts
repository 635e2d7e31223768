import type { CivilDate } from '../period/civil.js';
import { firstDayOf, lastDayOf, type Month } from '../period/months.js';
import type { AwaySpan, Person } from './rows.js';

/** 流动党员: who is elsewhere for a time owes the branch no organisational life meanwhile. */

/** The span that has not ended. */
export function awayNow({ away = [] }: Person): AwaySpan | undefined {
  const last = away.at(-1);
  return last?.until === null ? last : undefined;
}

export function isAwayOn({ away = [] }: Person, day: CivilDate): boolean {
  return away.some(({ from, until }) => from <= day && (until === null || day < until));
}

/** From its first day to its last. */
export function isAwayIn({ away = [] }: Person, month: Month): boolean {
  return away.some(
    ({ from, until }) => from <= firstDayOf(month) && (until === null || until > lastDayOf(month)),
  );
}
