import { put, type LedgerEntry, type Matter, type PointsMatter } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { evidenceIds } from '../../domain/rulings/evidence.js';
import { pointsCard } from '../points/cards.js';
import { scoreOf } from '../points/standing.js';
import { toPerson, type ActorContext, type Reply } from '../use-case.js';
import { approveLeave } from '../attendance/approve-leave.js';
import { bindAccount } from '../roster/bind-account.js';
import { reverse } from './reverse.js';
import type { Effect } from './effect.js';

/** What a confirming ruling brings about. `context.facts` already holds the ruling. */
export function carryOut(context: ActorContext, matter: Matter, meetingOn: string | null): Effect {
  switch (matter.kind) {
    case 'bonus':
    case 'deduction':
      return post(context, matter, meetingOn);
    case 'leave':
      return approveLeave(context, matter);
    case 'binding':
      return bindAccount(context, matter);
    case 'correction':
      return reverse(context, matter);
  }
}

/** Posts the entry. The group hears of a bonus; of a deduction only that #N is decided. */
function post(context: ActorContext, matter: PointsMatter, meetingOn: string | null): Effect {
  const { facts, rulebook, place } = context;
  const changes = [put('entry', entryOf(context, matter))];
  const after = facts.with(changes);
  const card = pointsCard(after, matter);
  const { total } = scoreOf(after, rulebook, matter.subject, yearOf(matter.deedOn));
  const { number } = matter;
  const quiet = matter.kind === 'deduction' && place === 'group';
  const wantsMeeting = -matter.points >= rulebook.hearing.meetingDateFrom && meetingOn === null;
  const heard = matter.kind === 'bonus' && place === 'group';
  const toSubject: readonly Reply[] = heard
    ? []
    : [toPerson(matter.subject, 'rulings.confirmedToSubject', { card: keepPrivate(card), total })];
  return {
    changes,
    result: quiet
      ? { kind: 'confirmedQuietly', number }
      : { kind: 'confirmed', number, card, total, wantsMeeting },
    replies: toSubject,
  };
}

/** The store gives the entry its place in the hash chain when it posts it. */
function entryOf({ facts, rulebook, actor, now }: ActorContext, matter: PointsMatter): LedgerEntry {
  const { item, grade, times, points, deedOn } = matter;
  return {
    seq: facts.next('entry'),
    member: matter.subject,
    year: yearOf(deedOn),
    deedOn,
    item,
    grade,
    times,
    side: matter.kind,
    points,
    matter: matter.number,
    ruler: actor.id,
    ruledAt: now,
    rulebook: rulebook.version,
    reverses: null,
    evidence: evidenceIds(facts, matter.number),
    previousHash: '',
    hash: '',
  };
}
