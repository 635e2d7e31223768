/** The register of dues: who paid which month, who owes one (items 4 and 17 of the form). */
import type { Facts } from '../branch/facts.js';
import { isHere } from '../branch/people.js';
import { firstDayOf, lastDayOf, monthIn, type Month } from '../period/months.js';
import type { Person } from '../roster/rows.js';
import type { DuesPayment } from './rows.js';

/** Payments that stand, of one member, by month. */
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

/** Months with at least one payment, in order. The others were not kept here: nobody is late for them (SPEC §3, dues). */
export function keptMonths(facts: Facts): readonly Month[] {
  const months = facts
    .all('dues')
    .filter(({ cancelled }) => cancelled !== true)
    .map(({ month }) => month);
  return [...new Set(months)].sort();
}

/** Who could pay for a month here: every member, also retired, exempt and probationary ones. */
export function mayPayFor(person: Person, month: Month): boolean {
  return person.kind === 'member' && isHere(person) && monthIn(person.joinedOn) <= month;
}

/** Who owes a month to this branch: who belonged to it from its first day to its last. */
export function owes(person: Person, month: Month): boolean {
  const { kind, joinedOn, leftOn } = person;
  return kind === 'member' && joinedOn <= firstDayOf(month) && (leftOn === null || leftOn > lastDayOf(month));
}

/** Members here who owe the month and have not paid it, in the order of the roster. */
export function missingFor(facts: Facts, month: Month): readonly Person[] {
  return facts
    .all('person')
    .filter((person) => isHere(person) && owes(person, month))
    .filter((person) => paymentFor(facts, person.id, month) === undefined);
}
