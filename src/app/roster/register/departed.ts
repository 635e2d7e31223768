import type { Facts } from '../../../domain/branch/facts.js';
import { isHere, refOf } from '../../../domain/branch/people.js';
import { yearOf } from '../../../domain/period/civil.js';
import { keepPrivate } from '../../../domain/private.js';
import type { Person } from '../../../domain/roster/rows.js';
import { daysOf, type Span } from '../../../domain/notice/period.js';
import { seesOthers } from './readers.js';
import { withRemark, type PrivateReply } from '../../reply.js';
import { refuseQuietly, type ActorContext, type Outcome } from '../../use-case.js';

/** The year meant when none is named: for leavers, never one in which they were not here. */
export function lastYearOf({ leftOn }: Person, usual: number): number {
  return leftOn === null ? usual : Math.min(usual, yearOf(leftOn));
}

/** A refusal if they left before the year or quarter began. The group does not hear who has left. */
export function goneThen(facts: Facts, subject: Person, span: Span): Outcome | null {
  const { leftOn } = subject;
  if (leftOn === null || leftOn >= daysOf(span).first) return null;
  const { year, quarter } = span;
  return refuseQuietly('roster.goneThen', {
    person: refOf(facts, subject),
    year,
    quarter,
    last: yearOf(leftOn),
  });
}

/**
 * What may be said of a member, and that they have left, and when. A shared name means the person who is here; those
 * who may read about the other learn how to name them.
 * @param named whether the line named them
 */
export function withDeparture(
  { facts, actor }: ActorContext,
  reply: PrivateReply,
  subject: Person,
  named: boolean,
): PrivateReply {
  const { leftOn, leftHow } = subject;
  if (leftOn !== null) {
    const how = keepPrivate(leftHow);
    return withRemark(reply, 'roster.departed', { person: refOf(facts, subject), on: leftOn, how });
  }
  const others = named && seesOthers(facts, actor) ? departedNamesakes(facts, subject) : [];
  if (others.length === 0) return reply;
  const persons = keepPrivate(others.map((other) => refOf(facts, other)));
  return withRemark(reply, 'roster.namesakesLeft', { persons });
}

function departedNamesakes(facts: Facts, { name }: Person): readonly Person[] {
  return facts
    .all('person')
    .filter((person) => person.kind === 'member' && person.name === name && !isHere(person));
}
