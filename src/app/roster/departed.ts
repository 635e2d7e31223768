import type { Facts } from '../../domain/branch/facts.js';
import { isHere, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import type { Person } from '../../domain/roster/rows.js';
import { daysOf, type Span } from '../../domain/notice/period.js';
import { seesOthers } from './readers.js';
import { withRemark, type PrivateReply } from '../reply.js';
import { refuseQuietly, type ActorContext, type Outcome } from '../use-case.js';

/** The year that is meant without a word: of somebody who has left not one in which he was not here. */
export function lastYearOf({ leftOn }: Person, usual: number): number {
  return leftOn === null ? usual : Math.min(usual, yearOf(leftOn));
}

/** A refusal when he had left before a year or quarter began. The group does not hear who is gone. */
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
 * What is told about a member, with what must not be overlooked: that he has left, and when. Of two of one name the one
 * who is here is meant; then whoever may read about the other is told how to name him.
 *
 * @param named whether he was named in the line
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
