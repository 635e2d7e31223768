/** What the clock did to a branch, taken into its book: only what was owed, and not later than it was owed. */
import type { Book } from '../model/book.js';
import { addDays, dateOf, lastDayOf } from '../model/calendar.js';
import { draftDues, duesMonthsDrafted, owing, quartersDue } from '../model/clockwork.js';
import type { Report } from '../report.js';
import type { House } from './house.js';
import { newMatters, publicationsOf } from './read.js';

type Clockwork = Pick<House, 'now' | 'ask'>;

/** Days after which nothing may still be owed, over the longest holidays. */
const latest = 12;

export function followClock({
  books,
  house,
  report,
}: {
  readonly books: readonly Book[];
  readonly house: Clockwork;
  readonly report: Report;
}): void {
  for (const book of books) {
    const say = (text: string): void => void report.violations.push(`${house.now} ${book.branch} ${text}`);
    followDrafts(book, house, say);
    followPublications(book, house, say);
  }
}

const drafted = new WeakMap<Book, Set<string>>();

function followDrafts(book: Book, house: Clockwork, say: (text: string) => void): void {
  const done = drafted.get(book) ?? new Set<string>();
  drafted.set(book, done);
  const due = duesMonthsDrafted(book, house.now).filter((month) => !done.has(month));
  if (due.length === 0) return;
  const found = newMatters(house.ask, book.branch, book.matters.length);
  let known = 0;
  for (const month of due) {
    const expected = owing(book, month);
    const of = found.filter(({ item, deedOn }) => item === 17 && deedOn === lastDayOf(month));
    const isLate = house.now > addDays(lastDayOf(month), 5 + latest);
    if (of.length === 0 && expected.length > 0 && !isLate) continue;
    done.add(month);
    if (of.map(({ subject }) => subject).join() !== expected.join())
      say(
        `dues of ${month}: expected ${expected.join()}, drafted ${of.map(({ subject }) => subject).join()}`,
      );
    draftDues(book, month, of[0]?.openedAt ?? house.now);
    known += of.length;
  }
  if (found.length !== known) say(`${found.length - known} matters that nobody opened`);
}

function followPublications(book: Book, house: Clockwork, say: (text: string) => void): void {
  const owed = quartersDue(book, house.now).filter(
    ({ year, quarter }) => !book.published.has(`${year}-${quarter}`),
  );
  if (owed.length === 0) return;
  const out = new Set(publicationsOf(house.ask, book.branch).map(({ year, period }) => `${year}-${period}`));
  for (const { year, quarter, publishAt } of owed) {
    const name = `${year}-${quarter}`;
    const isHeld = book.held.has(name);
    if (out.has(name)) {
      if (isHeld) say(`${name} was published though it is held`);
      book.published.add(name);
    } else if (!isHeld && dateOf(house.now) > addDays(dateOf(publishAt), latest)) {
      say(`${name} was not published`);
      book.published.add(name);
    }
  }
}
