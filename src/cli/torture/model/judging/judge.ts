import type { Act, Line } from '../acts.js';
import { judgeAttendance } from './attendance.js';
import { judgeYear } from './year.js';
import {
  isArchived,
  isOverruled,
  isComplete,
  matterOf,
  personOf,
  standing,
  yearOfMatter,
  type Book,
  type Matter,
  type Person,
} from '../book.js';
import { dateOf, later } from '../calendar.js';
import { reverse, settle } from '../attendance.js';
import { openMatter } from '../open.js';

/** What a line must lead to: the book is changed, or it is not. Everything comes from SPEC §1 to §3. */
export function judge(book: Book, { who, act }: Pick<Line, 'who' | 'act'>, now: string): boolean {
  const actor = personOf(book, who);
  switch (act.do) {
    case 'propose':
    case 'claim':
      return propose(book, actor, act, now);
    case 'witness':
    case 'material':
    case 'statement':
    case 'withdraw':
      return prove(book, actor, act, now);
    case 'confirm':
      return act.numbers.map((number) => confirm(book, actor, number, act.heard, now)).some(Boolean);
    case 'reject':
      return reject(book, actor, act.number, now);
    case 'correct':
      return correct(book, actor, act.number, now);
    case 'object':
      return object(book, actor, act.number, now);
    case 'answer':
      return answer(book, actor, act.number, act.upheld, now);
    case 'announce':
    case 'leave':
    case 'giveUp':
    case 'roll':
    case 'close':
    case 'cancel':
    case 'signIn':
      return judgeAttendance(book, actor, act, now);
    case 'dues':
    case 'hold':
    case 'publish':
    case 'year':
      return judgeYear(book, actor, act, now);
    case 'say':
      return false;
  }
}

const isOfficer = ({ offices }: Person): boolean =>
  offices.includes('secretary') || offices.includes('deputy');
const mayRecord = (person: Person): boolean => isOfficer(person) || person.offices.includes('recorder');

function mayWitness(book: Book, matter: Pick<Matter, 'subject' | 'proposer'>, person: Person): boolean {
  const isInvolved = person.id === matter.subject || person.id === matter.proposer;
  return (
    !isInvolved &&
    !person.offices.includes('recorder') &&
    person.kind !== 'superior' &&
    book.people.includes(person)
  );
}

function propose(
  book: Book,
  actor: Person,
  act: Extract<Act, { do: 'propose' | 'claim' }>,
  now: string,
): boolean {
  const isClaim = act.do === 'claim';
  const subject = isClaim ? actor : personOf(book, act.subject);
  const side = isClaim ? 'bonus' : act.side;
  const named = isClaim ? [] : act.witnesses;
  if (isClaim ? actor.kind !== 'member' : !mayRecord(actor) || subject === actor) return false;
  if (!subject.scored || new Set(named).size !== named.length) return false;
  const about = { subject: subject.id, proposer: actor.id };
  if (!named.every((id) => mayWitness(book, about, personOf(book, id)))) return false;
  const { number: item, points } = act.item;
  openMatter(book, now, { kind: side, ...about, item, points, deedOn: dateOf(now), named });
  return true;
}

function prove(
  book: Book,
  actor: Person,
  act: Extract<Act, { do: 'witness' | 'material' | 'statement' | 'withdraw' }>,
  now: string,
): boolean {
  const matter = matterOf(book, act.number);
  if (matter?.state !== 'open') return false;
  const isPoints = matter.kind === 'bonus' || matter.kind === 'deduction';
  switch (act.do) {
    case 'witness': {
      const isAsked = matter.kind === 'bonus' || matter.named.includes(actor.id);
      if (!isPoints || !isAsked || !mayWitness(book, matter, actor) || matter.witnesses.has(actor.id))
        return false;
      matter.witnesses.add(actor.id);
      break;
    }
    case 'material':
      if (!isPoints || !(mayRecord(actor) || actor.id === matter.proposer || actor.id === matter.subject))
        return false;
      matter.materials += 1;
      break;
    case 'statement':
      if (matter.kind !== 'deduction' || matter.subject !== actor.id || !isComplete(matter)) return false;
      matter.answered = true;
      return true;
    case 'withdraw':
      if (matter.kind === 'leave' || matter.proposer !== actor.id || matter.drafted) return false;
      matter.state = 'withdrawn';
      return true;
  }
  if (matter.kind === 'deduction' && isComplete(matter)) matter.toldAt ??= now;
  return true;
}

/** Four eyes (SPEC §1): 上级 only where nobody in the branch may. */
export function mayRule(book: Book, matter: Matter, person: Person): boolean {
  const isFree = (one: Person): boolean => {
    const target = matter.about === null ? undefined : matterOf(book, matter.about);
    const isPart = one.id === matter.subject || one.id === matter.proposer;
    const isWitness = matter.witnesses.has(one.id) || matter.named.includes(one.id);
    const hadPart =
      target?.ruler === one.id ||
      target?.witnesses.has(one.id) === true ||
      target?.named.includes(one.id) === true ||
      (matter.kind === 'objection' && target?.proposer === one.id);
    return !isPart && !isWitness && !hadPart && !isOverruled(book, matter, one.id);
  };
  const inBranch = book.people.filter((one) => isOfficer(one) && isFree(one));
  if (person.kind === 'superior') return inBranch.length === 0 && isFree(person);
  return inBranch.includes(person);
}

function confirm(book: Book, actor: Person, number: number, heard: boolean, now: string): boolean {
  const matter = matterOf(book, number);
  if (matter?.state !== 'open' || !mayRule(book, matter, actor) || matter.kind === 'objection') return false;
  if (!isComplete(matter)) return false;
  const isHeard = heard || matter.answered || (matter.toldAt !== null && now >= later(matter.toldAt, 86_400));
  if (matter.kind === 'deduction' && !isHeard) return false;
  matter.state = 'confirmed';
  matter.ruler = actor.id;
  switch (matter.kind) {
    case 'bonus':
    case 'deduction': {
      const { subject: member, points, kind: side, deedOn, item } = matter;
      const year = Number(deedOn.slice(0, 4));
      const reverses = null;
      book.entries.push({
        member,
        year,
        points,
        side,
        item: item ?? 0,
        matter: number,
        reverses,
        ruledAt: now,
      });
      return true;
    }
    case 'leave': {
      const activity = book.activities.find(({ id }) => id === matter.activity);
      if (activity?.state === 'closed')
        settle(book, matter.subject, Number(activity.at.slice(0, 4)), now, matter);
      return true;
    }
    case 'correction': {
      const posted = standing(book, matter.about ?? 0);
      if (posted === undefined) return true;
      reverse(book, posted, number, now);
      closeHanging(book, posted.matter);
      return true;
    }
  }
}

/** Closing a matter closes what hangs on it. */
function closeHanging(book: Book, about: number): void {
  for (const other of book.matters)
    if (other.about === about && other.state === 'open') other.state = 'closed';
}

function reject(book: Book, actor: Person, number: number, now: string): boolean {
  const matter = matterOf(book, number);
  if (matter?.state !== 'open' || !mayRule(book, matter, actor)) return false;
  matter.state = 'rejected';
  matter.ruler = actor.id;
  const activity = book.activities.find(({ id }) => id === matter.activity);
  if (matter.kind === 'leave' && activity?.state === 'closed')
    settle(book, matter.subject, Number(activity.at.slice(0, 4)), now, null);
  return true;
}

function correct(book: Book, actor: Person, number: number, now: string): boolean {
  const target = matterOf(book, number);
  if (!mayRecord(actor) || target?.state !== 'confirmed' || standing(book, number) === undefined)
    return false;
  const waits = book.matters.some(
    ({ kind, about, state }) => kind === 'correction' && about === number && state === 'open',
  );
  if (waits || isArchived(book, yearOfMatter(book, target) ?? 0)) return false;
  const { subject, deedOn } = target;
  openMatter(book, now, { kind: 'correction', subject, proposer: actor.id, about: number, deedOn });
  return true;
}

/** One's own matter, or a bonus that may be shown: one objection of one person to one thing. */
function object(book: Book, actor: Person, number: number, now: string): boolean {
  const target = matterOf(book, number);
  if (target?.state !== 'confirmed' || standing(book, number) === undefined) return false;
  if (isArchived(book, yearOfMatter(book, target) ?? 0)) return false;
  const mine = book.matters.some(
    ({ kind, about, proposer, state }) =>
      kind === 'objection' &&
      about === number &&
      proposer === actor.id &&
      state !== 'withdrawn' &&
      state !== 'closed',
  );
  if (mine) return false;
  const { subject, deedOn } = target;
  openMatter(book, now, { kind: 'objection', subject, proposer: actor.id, about: number, deedOn });
  return true;
}

function answer(book: Book, actor: Person, number: number, upheld: boolean, now: string): boolean {
  const matter = matterOf(book, number);
  if (matter?.kind !== 'objection' || matter.state !== 'open' || !mayRule(book, matter, actor)) return false;
  matter.state = upheld ? 'confirmed' : 'rejected';
  matter.ruler = actor.id;
  const posted = standing(book, matter.about ?? 0);
  if (!upheld || posted === undefined) return true;
  reverse(book, posted, number, now);
  closeHanging(book, posted.matter);
  return true;
}
