import type { Facts } from '../branch/facts.js';
import { monthOf, yearOf, type CivilDate } from '../period/civil.js';
import { isArchived } from './archived.js';
import { entriesOf } from './table/score.js';

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
  const [inHand] = [...begunYears(facts, last), ...unfinishedYears(facts, today)];
  if (inHand !== undefined) return inHand;
  if (founded <= last || isArchived(facts, last)) return null;
  const early = monthOf(today) <= lastMonthForTheYearBefore;
  const mayTakeUp = early ? hadMembers(facts, last) : hasEntries(facts, last);
  return mayTakeUp ? last : null;
}

/**
 * Every year that has ended since the branch is kept here, or was begun, and is not archived, oldest first: what must not
 * be forgotten (annex 1, 考核流程).
 */
export function unfinishedYears(facts: Facts, today: CivilDate): readonly number[] {
  const last = yearOf(today) - 1;
  const founded = yearOf(facts.branch.createdAt);
  const ended = Array.from({ length: Math.max(0, last - founded + 1) }, (_, index) => founded + index);
  const years = new Set([...begunYears(facts, last), ...ended]);
  return [...years].filter((year) => !isArchived(facts, year)).sort((one, other) => one - other);
}

/** Years with a step of the procedure that are not archived, up to `last`, oldest first. */
function begunYears(facts: Facts, last: number): readonly number[] {
  return facts
    .all('yearStep')
    .map(({ year }) => year)
    .filter((year) => year <= last && !isArchived(facts, year))
    .sort((one, other) => one - other);
}

function hasEntries(facts: Facts, year: number): boolean {
  return facts.all('person').some(({ id }) => entriesOf(facts, id, year).length > 0);
}

function hadMembers(facts: Facts, year: number): boolean {
  return facts.all('person').some(({ kind, joinedOn }) => kind === 'member' && yearOf(joinedOn) <= year);
}

/** The last archived year; undefined before the first. */
export function lastArchived(facts: Facts): number | undefined {
  const years = facts.all('yearStep').filter(({ data }) => data.step === 'archive');
  return years.length === 0 ? undefined : Math.max(...years.map(({ year }) => year));
}
