import { put, type Change } from '../../domain/branch/rows.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import type { Matter, PointsMatter } from '../../domain/rulings/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { standingEntries, weakerDeeds } from '../../domain/points/deeds.js';
import { evidenceIds } from '../../domain/points/evidence.js';
import { pointsCard } from '../matters/points.js';
import { scoreOf } from '../../domain/year/score.js';
import { toPerson, type Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { approveLeave } from '../attendance/approve-leave.js';
import { bindAccount } from '../roster/bind-account.js';
import { takeOverYear } from '../imports/take-over.js';
import { exempt } from '../roster/exempt.js';
import { adoptRulebook } from '../rulebook/adopt.js';
import { uphold } from '../objections/uphold.js';
import { certifyVeto } from '../veto/certify.js';
import { closeHanging } from '../matters/close-hanging.js';
import { reverse } from './reverse.js';
import { reversals } from '../points/reversals.js';
import type { Effect } from '../matters/kind.js';

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
    case 'exemption':
      return exempt(context, matter);
    case 'veto':
      return certifyVeto(context, matter);
    case 'objection':
      return uphold(context, matter);
    case 'rulebook':
      return adoptRulebook(context, matter);
    case 'formerYear':
      return takeOverYear(context, matter);
  }
}

/**
 * Posts the entry. The stronger grade of a deed replaces the weaker one: what that one posted is reversed
 * in the same ruling, and what still waits is closed (SPEC §2, grades).
 */
function post(context: ActorContext, matter: PointsMatter, meetingOn: string | null): Effect {
  const { facts, place } = context;
  const rulebook = context.rulebookOf(yearOf(matter.deedOn));
  const weaker = weakerDeeds(facts, rulebook, matter);
  const posted = [put('entry', entryOf(context, matter))];
  const replaced = replace({ ...context, facts: facts.with(posted) }, weaker, matter.number);
  const changes = [...posted, ...replaced.changes];
  const after = facts.with(changes);
  const card = pointsCard(after, matter);
  const { total } = scoreOf(after, rulebook, matter.subject, yearOf(matter.deedOn));
  const wantsMeeting = -matter.points >= rulebook.hearing.meetingDateFrom && meetingOn === null;
  const heard = matter.kind === 'bonus' && place === 'group';
  const toSubject: readonly Reply[] = heard
    ? []
    : [toPerson(matter.subject, 'rulings.confirmedToSubject', { card: keepPrivate(card), total })];
  const { number } = matter;
  const replaces = weaker.map((other) => other.number);
  return {
    changes,
    result: { kind: 'confirmed', number, card, total, wantsMeeting, replaces },
    replies: [...toSubject, ...replaced.replies],
  };
}

function replace(
  context: ActorContext,
  weaker: readonly PointsMatter[],
  by: number,
): { readonly changes: readonly Change[]; readonly replies: readonly Reply[] } {
  const { facts } = context;
  const entries = weaker.flatMap((matter) => standingEntries(facts, matter));
  const waiting = weaker.filter(({ state }) => state === 'open');
  // What asks to look again at something that is reversed here has nothing left to do.
  const hanging = weaker.map(({ number }) => closeHanging(facts, number));
  return {
    changes: [
      ...reversals(context, entries, by),
      ...waiting.map((other) => put('matter', { ...other, state: 'closed' })),
      ...hanging.flatMap(({ changes }) => changes),
    ],
    replies: hanging.flatMap(({ replies }) => replies),
  };
}

/** The store gives the entry its place in the hash chain when it posts it. */
function entryOf({ facts, rulebookOf, actor, now }: ActorContext, matter: PointsMatter): LedgerEntry {
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
    rulebook: rulebookOf(yearOf(deedOn)).version,
    reverses: null,
    evidence: evidenceIds(facts, matter.number),
    previousHash: '',
    hash: '',
  };
}
