import type { Facts } from '../branch/facts.js';
import { dayOf, type CivilDate } from '../period/civil.js';
import { firstDayOf, monthAfter, monthIn, type Month } from '../period/months.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { Person } from '../roster/rows.js';
import { isHere } from '../branch/people.js';
import { belongsAllOf } from '../roster/spans.js';
import type { DuesPayment } from './rows.js';

/**
 * Arrears of half a year and more that were refused after 教育 (annex 1, 一票否决, third ground; SPEC §2, veto): months
 * owed count, in a row or not. Months no one kept do not; paying a month takes it out, and a later payment does not make
 * up for an older month. Oldest first.
 */
export function monthsOwed(facts: Facts, person: Person, until: Month): readonly Month[] {
  return keptMonths(facts).filter(
    (month) =>
      month <= until &&
      belongsAllOf(facts, person, month) &&
      paymentFor(facts, person.id, month) === undefined,
  );
}

/** What a veto needs beside the months: the first education since the arrears began, and a refusal on or after its day. */
interface Steps {
  readonly education: CivilDate | null;
  readonly refusal: CivilDate | null;
}

export function stepsSince(facts: Facts, person: number, since: Month): Steps {
  const days = (kind: 'education' | 'refusal', from: CivilDate) =>
    facts
      .of('duesStep', person)
      .filter((step) => step.kind === kind && step.cancelled !== true && step.on >= from)
      .map(({ on }) => on)
      .sort();
  const education = days('education', firstDayOf(since))[0] ?? null;
  const refusal = education === null ? null : (days('refusal', education)[0] ?? null);
  return { education, refusal };
}

/** The last month that is late for certain: a month is until its draft day in the next has passed. */
export function lastLateMonth({
  today,
  rulebook,
}: {
  readonly today: CivilDate;
  readonly rulebook: Pick<Rulebook, 'dues'>;
}): Month {
  const passed = dayOf(today) > rulebook.dues.draftDay;
  return monthAfter(monthIn(today), passed ? -1 : -2);
}

/** The register of dues: who paid which month, who owes one (items 4 and 17 of the form). */

/** Valid payments of one member, by month. */
export function paymentsOf(facts: Facts, person: number): readonly DuesPayment[] {
  return facts
    .of('dues', person)
    .filter(({ cancelled }) => cancelled !== true)
    .sort((one, other) => (one.month < other.month ? -1 : 1));
}

export function paymentFor(facts: Facts, person: number, month: Month): DuesPayment | undefined {
  const payment = facts.get('dues', person, month);
  return payment?.cancelled === true ? undefined : payment;
}

/**
 * Months with at least one payment, in order. The others were not kept here, so no one is late for them (SPEC §3,
 * dues).
 */
export function keptMonths(facts: Facts): readonly Month[] {
  const months = facts
    .all('dues')
    .filter(({ cancelled }) => cancelled !== true)
    .map(({ month }) => month);
  return [...new Set(months)].sort();
}

/** Whether a missing payment of the month costs points: it was kept, and not all of it before the branch began. */
export function isDraftedFor(facts: Facts, month: Month): boolean {
  return month >= monthIn(facts.branch.createdAt) && keptMonths(facts).includes(month);
}

/** Who could pay for a month here: every member, also retired, exempt and probationary ones. */
export function mayPayFor(person: Person, month: Month): boolean {
  return isHere(person) && couldPayFor(person, month);
}

/** Also who has left since: the months up to their last are paid here, however late. */
export function couldPayFor({ kind, joinedOn, leftOn }: Person, month: Month): boolean {
  return kind === 'member' && monthIn(joinedOn) <= month && (leftOn === null || month <= monthIn(leftOn));
}

/** Who owes the month and has not paid it, gone since or not, in the order of the roster; of the dead nothing is asked. */
export function missingFor(facts: Facts, month: Month): readonly Person[] {
  return facts
    .all('person')
    .filter((person) => person.leftHow !== 'deceased' && belongsAllOf(facts, person, month))
    .filter((person) => paymentFor(facts, person.id, month) === undefined);
}
