/**
 * A notice for the board or a meeting is public once that was recorded; until then it is a sheet that waits (annex 1,
 * 二). Its days, and the duty of the quarter, are counted from there.
 */
import type { Facts } from '../branch/facts.js';
import type { YearNotice } from '../year/public-notice.js';
import { yearState } from '../year/state.js';
import type { Notice } from './rows.js';

export function isPublic(facts: Facts, { number, how }: Notice): boolean {
  return how === 'group' || facts.get('posting', number) !== undefined;
}

/** The member whose changed tier a yearly sheet is about; null: the notice of the whole year, or of a period. */
export function aboutMember({ kind, text }: Notice): number | null {
  if (kind !== 'yearly') return null;
  return (JSON.parse(text) as YearNotice).member ?? null;
}

/** Sheets that wait to be put up or read out, oldest first; a later one of the same takes the place of the earlier. */
export function pendingNotices(facts: Facts): readonly Notice[] {
  const waiting = facts.all('notice').filter((notice) => !isPublic(facts, notice) && isWanted(facts, notice));
  const spanOf = (notice: Notice) =>
    [notice.kind, notice.year, notice.period, aboutMember(notice) ?? ''].join('/');
  return waiting.filter(
    (notice) => !waiting.some((other) => other.number > notice.number && spanOf(other) === spanOf(notice)),
  );
}

/** The year may have gone back to the meeting since its sheet was made. */
function isWanted(facts: Facts, notice: Notice): boolean {
  if (notice.kind === 'periodic') return true;
  return yearState(facts, notice.year).stage === (aboutMember(notice) === null ? 'passed' : 'noticed');
}

/** Sheets of a year, the whole and those of members, that wait. */
export function pendingOfYear(facts: Facts, year: number): readonly Notice[] {
  return pendingNotices(facts).filter((notice) => notice.kind === 'yearly' && notice.year === year);
}
