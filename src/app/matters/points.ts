import type { Facts } from '../../domain/branch/facts.js';
import { hasSignedIn } from '../../domain/attendance/roll-call.js';
import { othersNamed, refById } from '../../domain/branch/people.js';
import { paymentFor } from '../../domain/dues/register.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import type { Looking } from './kind.js';
import { subjectKnows } from '../../domain/matters/kinds.js';
import { pointsMatters } from '../../domain/points/deeds.js';
import type { LedgerEntry } from '../../domain/points/rows.js';
import type { Matter, PointsMatter } from '../../domain/rulings/rows.js';
import { rulebookOfYear } from '../../domain/rulebook/adopted.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Occasion, PointsCard } from './card.js';

/** What may be said wherever the kind may be named; no reason, no proof. */
export function pointsCard(facts: Facts, matter: PointsMatter): PointsCard {
  const { number, item, grade, times, points, deedOn } = matter;
  return { number, item, grade, times, points, deedOn, subject: refById(facts, matter.subject) };
}

/**
 * Bonuses and deductions of a member that wait: who takes them out of scoring has to see what would count no more. Only
 * what the member knows of as well, who may read the same card.
 */
export function openPointsCards({ facts, rulebook }: Looking, subject: number): readonly PointsCard[] {
  return pointsMatters(facts, subject)
    .filter((matter) => matter.state === 'open' && subjectKnows(facts, rulebook, matter))
    .map((matter) => pointsCard(facts, matter));
}

/** From what a register drafted the matter, and what it holds against the member; null: by hand. */
export function occasionOf(facts: Facts, rulebook: Rulebook, matter: PointsMatter): Occasion | null {
  if (matter.drafted && matter.duesMonth !== undefined) {
    const payment = paymentFor(facts, matter.subject, matter.duesMonth);
    const paidOn = payment === undefined ? null : dateOf(payment.recordedAt);
    return { line: 'dues', month: matter.duesMonth, paidOn };
  }
  const activity = matter.activity === null ? undefined : facts.get('activity', matter.activity);
  if (activity === undefined) return null;
  const { item, grade } = rulebookOfYear(facts, rulebook, yearOf(matter.deedOn)).attendance.leave;
  const leave = matter.item === item && matter.grade === grade;
  const row = facts.get('attendance', activity.id, matter.subject);
  const signedIn = row?.presence === 'absent' && hasSignedIn(row);
  return { kind: activity.kind, at: activity.at, line: leave ? 'leave' : 'absence', signedIn };
}

/**
 * 人弄错了，应是王芳: whose deduction it ought to have been is nothing for the first one to read, neither in `/明细` nor on
 * the form that they sign.
 */
export function isAboutOthers(facts: Facts, ruled: Matter | undefined): boolean {
  return ruled?.kind === 'correction' && othersNamed(facts, ruled.subject, ruled.reason).length > 0;
}

/** Why an entry was posted. Null: a register drafted it, or an objection or the register of an activity took it back. */
export function entryReason(facts: Facts, { matter }: Pick<LedgerEntry, 'matter'>): string | null {
  const ruled = facts.get('matter', matter);
  if (ruled === undefined || ruled.drafted) return null;
  return ruled.kind === 'bonus' || ruled.kind === 'deduction' || ruled.kind === 'correction'
    ? ruled.reason
    : null;
}

/** What people handed in; the occasion already names the register. */
export function materialTexts(facts: Facts, matter: number): readonly string[] {
  return facts
    .of('material', matter)
    .filter(({ type }) => type !== 'register')
    .map(({ text }) => text);
}

/** A leave or a correction of the register for the same activity is ruled first. */
export function besidesOf(facts: Facts, { subject, activity }: PointsMatter): readonly number[] {
  if (activity === null) return [];
  return facts
    .of('matter', subject)
    .filter((other) => other.kind === 'leave' || other.kind === 'attendance')
    .filter((other) => other.state === 'open' && other.activity === activity)
    .map(({ number }) => number);
}
