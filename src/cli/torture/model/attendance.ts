/** Item 16 as SPEC §2 reads it: absence from what was required costs 3, the third personal leave of a year and each later one 2. */
import { isArchived, matterOf, standing, type Activity, type Book, type Matter } from './book.js';
import { dateOf, yearOf } from './calendar.js';
import { openMatter } from './open.js';

const freeLeaves = 2;

interface Wanted {
  readonly activity: Activity;
  readonly line: 'absence' | 'leave';
}

export function leaveOf(book: Book, activity: number, person: number): Matter | undefined {
  return book.matters.find(
    (matter) =>
      matter.kind === 'leave' &&
      matter.activity === activity &&
      matter.subject === person &&
      (matter.state === 'open' || matter.state === 'confirmed'),
  );
}

function wantedLines(book: Book, person: number, year: number): readonly Wanted[] {
  const missed = book.activities
    .filter(({ state, at, required, due, present }) => {
      return (
        state === 'closed' && yearOf(at) === year && required && due.includes(person) && !present.has(person)
      );
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id - b.id));
  const leaves = missed.filter(({ id }) => {
    const leave = leaveOf(book, id, person);
    return leave?.state === 'confirmed' && leave.leaveCounts;
  });
  const absences = missed.filter(
    ({ id, absent }) => absent.has(person) && leaveOf(book, id, person) === undefined,
  );
  return [
    ...absences.map((activity) => ({ activity, line: 'absence' as const })),
    ...leaves.slice(freeLeaves).map((activity) => ({ activity, line: 'leave' as const })),
  ];
}

/**
 * Brings the item-16 matters of a member into line with the register. `granted`: the leave whose ruling may take back
 * an entry of its own activity.
 */
export function settle(book: Book, person: number, year: number, now: string, granted: Matter | null): void {
  // What is archived changes only by a ruling from above.
  if (isArchived(book, year)) return;
  const wanted = wantedLines(book, person, year);
  const isWanted = ({ activity, line }: Matter) =>
    wanted.some((one) => one.activity.id === activity && one.line === line);
  const drafted = book.matters.filter(
    ({ subject, line, deedOn, state }) =>
      subject === person && line !== null && yearOf(deedOn) === year && state !== 'closed',
  );
  for (const old of drafted.filter((one) => !isWanted(one))) {
    const waits = leaveOf(book, old.activity ?? 0, person)?.state === 'open';
    if (waits) continue;
    if (old.state === 'open') old.state = 'closed';
    const posted = standing(book, old.number);
    if (posted !== undefined && granted !== null && granted.activity === old.activity)
      reverse(book, posted, granted.number, now);
  }
  if (book.people.find(({ id }) => id === person)?.scored !== true) return;
  for (const { activity, line } of wanted) {
    const known = drafted.some(
      (old) =>
        old.activity === activity.id &&
        old.line === line &&
        old.state !== 'closed' &&
        !takenBackByLeave(book, old),
    );
    if (known) continue;
    openMatter(book, now, {
      ...{ kind: 'deduction', subject: person, proposer: activity.closedBy ?? 0, item: 16 },
      ...{ points: line === 'absence' ? -3 : -2, deedOn: dateOf(activity.at) },
      ...{ activity: activity.id, line, drafted: true, materials: 1, toldAt: now },
    });
  }
}

function takenBackByLeave(book: Book, old: Matter): boolean {
  const reversal = book.entries.find(({ reverses }) => reverses?.matter === old.number);
  return reversal !== undefined && matterOf(book, reversal.matter)?.kind === 'leave';
}

export function reverse(book: Book, entry: Book['entries'][number], by: number, now: string): void {
  book.entries.push({ ...entry, points: 0 - entry.points, matter: by, reverses: entry, ruledAt: now });
}
