import type { Facts } from '../branch/facts.js';
import { holders, holds, isHere, officesOf, superiors } from '../branch/people.js';
import type { Person } from '../roster/rows.js';
import type { Matter } from './rows.js';

export type Barred =
  | 'notOfficer'
  | 'subject'
  | 'proposer'
  | 'witness'
  | 'madeTheRuling'
  /** Of a bonus that an objection had registered anew: he had rejected it. */
  | 'ruledBefore'
  /** Of an objection: he ruled, proposed or posted what it is about. */
  | 'ruledIt'
  | 'proposedIt'
  | 'postedIt'
  /** The table of a former year holds his own result. */
  | 'inTheTable'
  /** A deputy appointed after a matter about the secretary was opened. */
  | 'appointedAfter'
  /** 上级 rules only when nobody in the branch may. */
  | 'branchMayRule'
  /** Only 上级 rules: a 补正 of an archived year, an objection to the notice of a year or to a veto. */
  | 'superiorOnly';

/** Who rules on a matter: officers of the branch, else the superior committee (SPEC §1, four eyes). */
export type Rulers =
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
  const officer = holds(facts, ruler.id, 'secretary') || holds(facts, ruler.id, 'deputySecretary');
  if (!officer || !isHere(ruler)) return 'notOfficer';
  if (isForSuperior(facts, matter)) return 'superiorOnly';
  return (
    barredByPart(facts, matter, ruler) ??
    (appointedAfter(facts, matter, ruler) ? 'appointedAfter' : undefined)
  );
}

/** The secretary stands first. */
export function rulersOf(facts: Facts, matter: Matter): Rulers {
  const persons = mayRuleInBranch(facts, matter);
  if (persons.length > 0) return { by: 'branch', persons };
  const above = superiors(facts).filter((person) => barredByPart(facts, matter, person) === undefined);
  return { by: 'superior', persons: above };
}

function mayRuleInBranch(facts: Facts, matter: Matter): readonly Person[] {
  if (isForSuperior(facts, matter)) return [];
  const officers = [...holders(facts, 'secretary'), ...holders(facts, 'deputySecretary')];
  const each = [...new Map(officers.map((officer) => [officer.id, officer])).values()];
  return each.filter(
    (officer) =>
      barredByPart(facts, matter, officer) === undefined && !appointedAfter(facts, matter, officer),
  );
}

function barredByPart(facts: Facts, matter: Matter, ruler: Person): Barred | undefined {
  if (matter.subject === ruler.id) return 'subject';
  if (matter.proposer === ruler.id) return 'proposer';
  if (facts.get('witness', matter.number, ruler.id) !== undefined) return 'witness';
  return barredByOrigin(facts, matter, ruler);
}

/** What the matter asks to look at again is not looked at by who made it. */
function barredByOrigin(facts: Facts, matter: Matter, ruler: Person): Barred | undefined {
  const ruledBy = (number: number | undefined) =>
    number !== undefined && facts.get('ruling', number)?.ruler === ruler.id;
  switch (matter.kind) {
    case 'bonus':
    case 'deduction':
      return ruledBy(matter.redoes) ? 'ruledBefore' : undefined;
    case 'correction':
      return ruledBy(matter.corrects) ? 'madeTheRuling' : undefined;
    case 'objection':
      if (matter.about.to === 'notice')
        return facts.get('notice', matter.about.number)?.postedBy === ruler.id ? 'postedIt' : undefined;
      if (ruledBy(matter.about.number)) return 'ruledIt';
      return facts.get('matter', matter.about.number)?.proposer === ruler.id ? 'proposedIt' : undefined;
    case 'formerYear':
      return matter.lines.some(({ person }) => person === ruler.id) ? 'inTheTable' : undefined;
    case 'leave':
    case 'binding':
    case 'exemption':
    case 'veto':
    case 'rulebook':
      return undefined;
  }
}

/**
 * Matters that the branch itself may not decide (annex 1, 年度公示: objections go to 机关党委; SPEC §3, 补正). A veto was
 * voted by the meeting: no single officer of the branch sets it aside.
 */
function isForSuperior(facts: Facts, matter: Matter): boolean {
  if (matter.kind === 'correction') return matter.supplement === true;
  if (matter.kind !== 'objection') return false;
  if (matter.about.to === 'matter') return facts.get('matter', matter.about.number)?.kind === 'veto';
  return facts.get('notice', matter.about.number)?.kind === 'yearly';
}

function appointedAfter(facts: Facts, matter: Matter, ruler: Person): boolean {
  if (!wasSecretary(facts, matter)) return false;
  const offices = officesOf(facts, ruler.id).filter(
    (held) => held.office === 'secretary' || held.office === 'deputySecretary',
  );
  return offices.every((held) => held.office === 'deputySecretary' && held.id > matter.appointments);
}

/** Whether the matter is about somebody who was secretary when it was opened. */
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
