import { activityKinds, type Act } from '../acts.js';
import { leaveOf, settle } from '../attendance.js';
import { matterOf, type Activity, type Book, type Person } from '../book.js';
import { addDays, dateOf, later, yearOf } from '../calendar.js';
import { openMatter } from '../open.js';

type Attending = Extract<
  Act,
  { do: 'announce' | 'leave' | 'giveUp' | 'roll' | 'close' | 'cancel' | 'signIn' }
>;

export function judgeAttendance(book: Book, actor: Person, act: Attending, now: string): boolean {
  const keeps = actor.offices.includes('recorder') || actor.offices.includes('secretary');
  switch (act.do) {
    case 'announce':
      return keeps && announce(book, act.kind, act.at, now);
    case 'leave':
      return ask(book, actor, act, now);
    case 'giveUp':
      return giveUp(book, actor, act.number);
    case 'roll':
      return actor.offices.includes('recorder') && call(book, act.activity, act.except);
    case 'signIn':
      return signIn(book, actor, act.activity, now);
    case 'cancel': {
      const activity = announced(book, act.activity);
      if (!keeps || activity === undefined || activity.at <= now) return false;
      activity.state = 'cancelled';
      for (const matter of book.matters)
        if (matter.kind === 'leave' && matter.activity === activity.id && matter.state === 'open')
          matter.state = 'closed';
      return true;
    }
    case 'close': {
      const activity = announced(book, act.activity);
      if (!keeps || activity === undefined || activity.at > now) return false;
      close(book, activity, actor, now);
      return true;
    }
  }
}

const announced = (book: Book, id: number): Activity | undefined =>
  book.activities.find((one) => one.id === id && one.state === 'announced');

function announce(book: Book, label: string, at: string, now: string): boolean {
  const kind = activityKinds.find((one) => one.label === label);
  if (kind === undefined || at <= now) return false;
  const due = book.people
    .filter((one) => one.kind === 'member' && (!kind.committee || one.offices.includes('committee')))
    .map(({ id }) => id);
  const { required } = kind;
  const [present, absent] = [new Set<number>(), new Set<number>()];
  book.activities.push({
    ...{ id: book.activities.length + 1, kind: label, at, required, due, present, absent },
    ...{ state: 'announced', closedBy: null },
  });
  return true;
}

/** Ahead, or within 30 days after; personal leave counts, the other kinds do not. */
function ask(
  book: Book,
  actor: Person,
  { activity: id, kind }: Extract<Act, { do: 'leave' }>,
  now: string,
): boolean {
  const activity = book.activities.find((one) => one.id === id);
  if (activity === undefined || activity.state === 'cancelled' || !activity.due.includes(actor.id))
    return false;
  if (leaveOf(book, id, actor.id) !== undefined) return false;
  if (dateOf(now) > addDays(dateOf(activity.at), 30)) return false;
  if (activity.state === 'closed' && activity.present.has(actor.id)) return false;
  openMatter(book, now, {
    ...{ kind: 'leave', subject: actor.id, proposer: actor.id, activity: id, deedOn: dateOf(activity.at) },
    leaveCounts: kind === '事假' || kind === '',
  });
  return true;
}

function giveUp(book: Book, actor: Person, number: number): boolean {
  const matter = matterOf(book, number);
  if (matter?.kind !== 'leave' || matter.subject !== actor.id) return false;
  if (matter.state !== 'open' && matter.state !== 'confirmed') return false;
  if (announced(book, matter.activity ?? 0) === undefined) return false;
  matter.state = matter.state === 'open' ? 'withdrawn' : 'cancelled';
  return true;
}

/** 全到 除 …: approved leave outranks 缺, and who waits for an answer to a leave said that they would not come. */
function call(book: Book, id: number, except: readonly number[]): boolean {
  const activity = announced(book, id);
  if (activity === undefined || !except.every((person) => activity.due.includes(person))) return false;
  for (const person of activity.due) {
    const leave = leaveOf(book, id, person)?.state;
    if (except.includes(person)) {
      activity.present.delete(person);
      if (leave !== 'confirmed') activity.absent.add(person);
    } else if (leave === undefined || activity.present.has(person)) {
      activity.present.add(person);
      activity.absent.delete(person);
    }
  }
  return true;
}

/** From 30 minutes before to 30 minutes after the start. */
function signIn(book: Book, actor: Person, id: number, now: string): boolean {
  const activity = announced(book, id);
  if (activity === undefined || !activity.due.includes(actor.id) || activity.present.has(actor.id))
    return false;
  if (now < later(activity.at, -1800) || now.slice(0, 16) > later(activity.at, 1800).slice(0, 16))
    return false;
  activity.present.add(actor.id);
  activity.absent.delete(actor.id);
  return true;
}

function close(book: Book, activity: Activity, actor: Person, now: string): void {
  activity.state = 'closed';
  activity.closedBy = actor.id;
  for (const person of activity.due) {
    const leave = leaveOf(book, activity.id, person);
    if (leave?.state !== 'open') continue;
    if (activity.present.has(person)) leave.state = 'closed';
    else activity.absent.add(person);
  }
  for (const person of activity.due) settle(book, person, yearOf(activity.at), now, null);
}
