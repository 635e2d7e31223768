/** The book beside the rows of the database: what differs, in words. */
import { isArchived, scoreOf, type Book } from './book.js';

export interface Rows {
  readonly matters: readonly {
    readonly number: number;
    readonly kind: string;
    readonly state: string;
    readonly subject: number;
    readonly proposer: number;
    readonly item: number | null;
    readonly points: number | null;
    readonly openedAt: string;
  }[];
  readonly entries: readonly {
    readonly member: number;
    readonly year: number;
    readonly points: number;
    readonly matter: number;
  }[];
  readonly rulings: readonly { readonly matter: number; readonly ruler: number }[];
  readonly activities: readonly { readonly id: number; readonly kind: string; readonly state: string }[];
  readonly presences: readonly {
    readonly activity: number;
    readonly person: number;
    readonly presence: string;
  }[];
  readonly dues: readonly { readonly person: number; readonly month: string }[];
  readonly records: readonly { readonly year: number; readonly person: number; readonly total: number }[];
}

export function compare(book: Book, rows: Rows): readonly string[] {
  const differing: string[] = [];
  const same = (what: string, expected: readonly string[], found: readonly string[]): void => {
    const [want, have] = [[...expected].sort(), [...found].sort()];
    if (want.join('\n') === have.join('\n')) return;
    const missing = want.filter((line) => !have.includes(line)).slice(0, 6);
    const wrong = have.filter((line) => !want.includes(line)).slice(0, 6);
    differing.push(
      `${what}: expected ${missing.join(' | ') || 'no more'}; found ${wrong.join(' | ') || 'nothing else'}`,
    );
  };
  same(
    'matters',
    book.matters.map(
      (m) =>
        `#${m.number} ${m.kind} ${m.state} of ${m.subject} by ${m.proposer} ${m.item ?? '-'} ${m.points}`,
    ),
    rows.matters.map(
      (m) =>
        `#${m.number} ${m.kind} ${m.state} of ${m.subject} by ${m.proposer} ${m.item ?? '-'} ${m.points ?? 0}`,
    ),
  );
  same(
    'entries',
    book.entries.map((e) => `#${e.matter} ${e.year} ${e.member} ${e.points}`),
    rows.entries.map((e) => `#${e.matter} ${e.year} ${e.member} ${e.points}`),
  );
  same(
    'rulings',
    book.matters.flatMap(({ number, ruler }) => (ruler === null ? [] : [`#${number} by ${ruler}`])),
    rows.rulings.map(({ matter, ruler }) => `#${matter} by ${ruler}`),
  );
  same(
    'activities',
    book.activities.map(({ id, kind, state }) => `${id} ${kind} ${state}`),
    rows.activities.map(({ id, kind, state }) => `${id} ${labels[kind] ?? kind} ${state}`),
  );
  const closed = new Set(book.activities.filter(({ state }) => state === 'closed').map(({ id }) => id));
  same(
    'attendance',
    book.activities
      .filter(({ id }) => closed.has(id))
      .flatMap(({ id, present, absent }) => [
        ...[...present].map((person) => `${id} ${person} present`),
        ...[...absent].map((person) => `${id} ${person} absent`),
      ]),
    rows.presences
      .filter(({ activity, presence }) => closed.has(activity) && presence !== 'unrecorded')
      .map(({ activity, person, presence }) => `${activity} ${person} ${presence}`),
  );
  same(
    'dues',
    [...book.dues],
    rows.dues.map(({ person, month }) => `${person}/${month}`),
  );
  same(
    'archived years',
    [...book.years.keys()]
      .filter((year) => isArchived(book, year))
      .flatMap((year) =>
        book.people
          .filter(({ scored }) => scored)
          .map(({ id }) => `${year} ${id} ${scoreOf(book, id, year).total}`),
      ),
    rows.records.map(({ year, person, total }) => `${year} ${person} ${total}`),
  );
  return differing;
}

const labels: Readonly<Record<string, string>> = {
  generalMeeting: '支部大会',
  committeeMeeting: '支委会',
  lecture: '党课',
  themedPartyDay: '主题党日',
  organizationalLifeMeeting: '组织生活会',
  publicService: '公益',
};
