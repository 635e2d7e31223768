import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { proxyEntriesAt } from '../../domain/rulings/proxy.js';
import type { Matter } from '../../domain/rulings/rows.js';
import type { ProxyNote } from './card.js';

/** What the recorder entered in this matter for people without an account: the ruler is to know (SPEC §3, `/代`). */
export function proxiesOf(facts: Facts, matter: Matter): readonly ProxyNote[] {
  return said(facts, matter).flatMap(([person, at]) => {
    const entries = proxyEntriesAt(facts, person, at, kindOf(matter));
    const entry = entries.length > 1 ? (entries[earlierAt(facts, matter)] ?? entries.at(-1)) : entries[0];
    if (entry === undefined) return [];
    return [{ person: refById(facts, person), by: refById(facts, entry.enteredBy), how: entry.how }];
  });
}

/** Leaves that were entered for one person within one instant are told apart by their order. */
function earlierAt(facts: Facts, { kind, subject, openedAt, number }: Matter): number {
  const alike = facts
    .all('matter')
    .filter((other) => other.kind === kind && other.subject === subject && other.openedAt === openedAt);
  return alike.filter((other) => other.number < number).length;
}

/** Who entered this leave for the person whom it concerns; undefined: he asked himself. */
export function leaveEnteredBy(facts: Facts, matter: Matter): number | undefined {
  if (matter.kind !== 'leave') return undefined;
  return proxyEntriesAt(facts, matter.subject, matter.openedAt, kindOf(matter))[0]?.enteredBy;
}

const askLeave = 'attendance.askLeave';
const bearWitness = 'points.witness';

/** Which entries belong to a matter of this kind. The use cases themselves import this file, so they are named. */
function kindOf({ kind }: Matter): (useCase: string) => boolean {
  if (kind === 'leave') return (name) => name === askLeave;
  if (kind === 'bonus' || kind === 'deduction') return (name) => name === bearWitness;
  return (name) => name !== askLeave && name !== bearWitness;
}

/** Who said something in the matter, and when. */
function said(facts: Facts, matter: Matter): readonly (readonly [person: number, at: string | null])[] {
  switch (matter.kind) {
    case 'leave':
      return [[matter.subject, matter.openedAt]];
    case 'exemption':
      return [[matter.subject, matter.consentedAt]];
    case 'bonus':
    case 'deduction':
      return facts.of('witness', matter.number).map((witness) => [witness.person, witness.confirmedAt]);
    case 'binding':
    case 'correction':
    case 'veto':
    case 'objection':
    case 'rulebook':
    case 'formerYear':
      return [];
  }
}
