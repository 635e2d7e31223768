import type { Facts } from '../branch/facts.js';
import { monthOf, yearOf, type CivilDate } from '../period/civil.js';
import { isArchived } from './archived.js';

/** Until this month a branch that has just begun may still take up the year before. */
const lastMonthForTheYearBefore = 6;

/**
 * The year that has ended and is not archived (SPEC §3, `/年度`): the oldest one that was begun, else the oldest since
 * the branch is kept here. A branch founded this year owes nothing of the year before; it may take it up where there
 * are entries of it, and without them in the first half of the year.
 */
export function yearInHand(facts: Facts, today: CivilDate): number | null {
  const last = yearOf(today) - 1;
  const founded = yearOf(facts.branch.createdAt);
  const begun = facts
    .all('yearStep')
    .map(({ year }) => year)
    .filter((year) => year <= last && !isArchived(facts, year));
  if (begun.length > 0) return Math.min(...begun);
  for (let year = founded; year <= last; year += 1) if (!isArchived(facts, year)) return year;
  if (founded <= last || isArchived(facts, last)) return null;
  const early = monthOf(today) <= lastMonthForTheYearBefore;
  const mayTakeUp = early ? hadMembers(facts, last) : hasEntries(facts, last);
  return mayTakeUp ? last : null;
}

function hasEntries(facts: Facts, year: number): boolean {
  return facts.all('entry').some((entry) => entry.year === year);
}

function hadMembers(facts: Facts, year: number): boolean {
  return facts.all('person').some(({ kind, joinedOn }) => kind === 'member' && yearOf(joinedOn) <= year);
}

/** The last archived year; undefined before the first. */
export function lastArchived(facts: Facts): number | undefined {
  const years = facts.all('yearStep').filter(({ data }) => data.step === 'archive');
  return years.length === 0 ? undefined : Math.max(...years.map(({ year }) => year));
}
