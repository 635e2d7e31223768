import type { Book, Matter } from './book.js';

type Given = Pick<Matter, 'kind' | 'subject' | 'proposer' | 'deedOn'> & Partial<Matter>;

/** The next number of the branch; what is left out is nothing. */
export function openMatter(book: Book, now: string, given: Given): Matter {
  const matter: Matter = {
    ...{ number: book.matters.length + 1, state: 'open', openedAt: now, item: null, points: 0, named: [] },
    ...{
      witnesses: new Set<number>(),
      materials: 0,
      toldAt: null,
      answered: false,
      activity: null,
      line: null,
    },
    ...{ leaveCounts: false, about: null, drafted: false, duesMonth: null, ruler: null },
    ...given,
  };
  book.matters.push(matter);
  return matter;
}
