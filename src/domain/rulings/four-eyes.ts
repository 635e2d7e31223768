import type { Facts } from '../branch/facts.js';
import { holders, holds, isHere, officesOf, rulingOffices, superiors } from '../branch/people.js';
import type { Barred } from '../matters/kind.js';
import { rulesOf } from '../matters/kinds.js';
import type { Person } from '../roster/rows.js';
import type { Matter } from './rows.js';

/** Who rules on a matter: officers of the branch, else the superior committee (SPEC §1, four eyes). */
type Rulers =
  | { readonly by: 'branch'; readonly persons: readonly Person[] }
  | { readonly by: 'superior'; readonly persons: readonly Person[] };

/**
 * The one place that decides who may rule on a matter. Undefined: this person may.
 *
 * The ruler is secretary or deputy at this moment, and neither subject, proposer nor witness; a
 * correction is ruled by one who neither proposed it nor made the ruling it corrects; an objection is answered by
 * one who neither proposed nor ruled what it is about (annex 1, 支部评定, 上级审核 and 年度公示; SPEC §1 and §3).
 */
export function barredFrom(facts: Facts, matter: Matter, ruler: Person): Barred | undefined {
  if (ruler.kind === 'superior') {
    if (mayRuleInBranch(facts, matter).length > 0) return 'branchMayRule';
    return barredByPart(facts, matter, ruler);
  }
  const officer = rulingOffices.some((office) => holds(facts, ruler.id, office));
  if (!officer || !isHere(ruler)) return 'notOfficer';
  if (isForSuperior(facts, matter)) return 'superiorOnly';
  return (
    barredByPart(facts, matter, ruler) ??
    (appointedAfter(facts, matter, ruler) ? 'appointedAfter' : undefined)
  );
}

/** The secretary comes first. */
export function rulersOf(facts: Facts, matter: Matter): Rulers {
  const persons = mayRuleInBranch(facts, matter);
  if (persons.length > 0) return { by: 'branch', persons };
  const above = superiors(facts).filter((person) => barredByPart(facts, matter, person) === undefined);
  return { by: 'superior', persons: above };
}

function mayRuleInBranch(facts: Facts, matter: Matter): readonly Person[] {
  if (isForSuperior(facts, matter)) return [];
  const officers = rulingOffices.flatMap((office) => holders(facts, office));
  const each = [...new Map(officers.map((officer) => [officer.id, officer])).values()];
  return each.filter(
    (officer) =>
      barredByPart(facts, matter, officer) === undefined && !appointedAfter(facts, matter, officer),
  );
}

function barredByPart(facts: Facts, matter: Matter, ruler: Person): Barred | undefined {
  if (matter.subject === ruler.id && rulesOf(matter).hasNoSubject !== true) return 'subject';
  if (matter.proposer === ruler.id) return 'proposer';
  if (facts.get('witness', matter.number, ruler.id) !== undefined) return 'witness';
  return rulesOf(matter).barredFrom?.(facts, matter, ruler);
}

/** Matters that the branch itself may not decide. */
export function isForSuperior(facts: Facts, matter: Matter): boolean {
  return rulesOf(matter).isForSuperior?.(facts, matter) ?? false;
}

/** Of what hangs on a matter of the secretary as well: else an appointment would undo what was ruled above. */
function appointedAfter(facts: Facts, matter: Matter, ruler: Person): boolean {
  const behind = facts.get('matter', rulesOf(matter).hangsOn?.(matter) ?? 0);
  if (behind !== undefined && behind.kind !== 'objection' && appointedAfter(facts, behind, ruler))
    return true;
  if (!wasSecretary(facts, matter)) return false;
  const offices = officesOf(facts, ruler.id).filter(
    (held) => held.office === 'secretary' || held.office === 'deputySecretary',
  );
  return offices.every((held) => held.office === 'deputySecretary' && held.id > matter.appointments);
}

/** Whether the matter is about a person who was secretary when it was opened. */
function wasSecretary(facts: Facts, { subject, openedAt, appointments }: Matter): boolean {
  return facts
    .of('office', subject)
    .some(
      (held) =>
        held.office === 'secretary' &&
        held.id <= appointments &&
        (held.until === null || held.until >= openedAt),
    );
}
