/** What the clock owes a branch (SPEC §4), and what it may have done: drafts, publications, previews, digests. */
import { openMatter } from './open.js';
import { holderOf, type Book } from './book.js';
import {
  dateOf,
  isWorkingDay,
  lastDayOf,
  monthAfter,
  monthOf,
  nextWorkingDay,
  quarterOf,
  yearOf,
  type Quarter,
} from './calendar.js';

/** Quarters that ended after the founding and whose publication fell due by now, oldest first. */
export function quartersDue(book: Book, now: string): readonly Quarter[] {
  const first = yearOf(book.founded);
  const all: Quarter[] = [];
  for (let year = first; year <= yearOf(now); year += 1)
    for (let quarter = 1; quarter <= 4; quarter += 1) all.push(quarterOf(year, quarter));
  return all.filter(({ end, publishAt }) => end >= dateOf(book.founded) && publishAt <= now);
}

/** The month whose unpaid dues were drafted by now at the latest: on the fifth, or the next working day, at 09:00. */
export function duesMonthsDrafted(book: Book, now: string): readonly string[] {
  const months: string[] = [];
  for (let month = monthOf(book.founded); month < monthOf(now); month = monthAfter(month, 1)) {
    const fifth = `${monthAfter(month, 1)}-05`;
    // At nine; after a free day as soon as the quiet hours end.
    const due = isWorkingDay(fifth) ? `${fifth}T09:00:00` : `${nextWorkingDay(fifth)}T08:30:00`;
    if (due <= now) months.push(month);
  }
  return months;
}

/** Members who are scored and had not paid when the drafts of the month were due; none in a month without payments. */
export function owing(book: Book, month: string): readonly number[] {
  if (![...book.dues].some((paid) => paid.endsWith(`/${month}`))) return [];
  return book.people
    .filter(({ id, scored }) => scored && !book.dues.has(`${id}/${month}`))
    .map(({ id }) => id);
}

/** The clock drafted item 17 for a month: complete at once, as the register is its material. */
export function draftDues(book: Book, month: string, now: string): void {
  for (const subject of owing(book, month))
    openMatter(book, now, {
      ...{ kind: 'deduction', subject, proposer: holderOf(book, 'recorder').id, item: 17, points: -3 },
      ...{ deedOn: lastDayOf(month), drafted: true, duesMonth: month, materials: 1, toldAt: now },
    });
}
