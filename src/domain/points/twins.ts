import type { Facts } from '../branch/facts.js';
import type { Matter, PointsMatter } from '../rulings/rows.js';
import { pointsMatters, standingEntries } from './deeds.js';

/** What became of an earlier deduction for the same thing: whoever rules on it again has to know. */
export interface SpentTwin {
  readonly number: number;
  /** Refused; set aside by an objection; taken back by a correction. */
  readonly how: 'rejected' | 'objected' | 'corrected';
}

/**
 * Earlier deductions of the same member and item, with the same day or the same reason, that were refused or taken back.
 * What a stronger grade replaced, or a register drafted, is not among them; of one that waits again, its stronger grade is.
 */
export function spentTwins(facts: Facts, matter: PointsMatter): readonly SpentTwin[] {
  if (matter.kind !== 'deduction' || matter.drafted) return [];
  const waitsAgain = matter.waitsAgainSince !== undefined;
  return pointsMatters(facts, matter.subject)
    .filter((other) => (other.number < matter.number || waitsAgain) && isTwin(other, matter))
    .flatMap((other) => {
      const how = endOf(facts, other);
      return how === undefined ? [] : [{ number: other.number, how }];
    });
}

/** Whether this person made a ruling on the same thing that an objection has set aside. */
export function wasOverruled(facts: Facts, matter: PointsMatter, ruler: number): boolean {
  return spentTwins(facts, matter).some(
    ({ number, how }) => how === 'objected' && facts.get('ruling', number)?.ruler === ruler,
  );
}

function isTwin(other: PointsMatter, matter: PointsMatter): boolean {
  if (other.kind !== 'deduction' || other.drafted || other.item !== matter.item) return false;
  return other.deedOn === matter.deedOn || other.reason === matter.reason;
}

function endOf(facts: Facts, other: PointsMatter): SpentTwin['how'] | undefined {
  if (other.state === 'rejected') return 'rejected';
  if (other.state !== 'confirmed' || standingEntries(facts, other).length > 0) return undefined;
  switch (reversing(facts, other)?.kind) {
    case 'objection':
      return 'objected';
    case 'correction':
      return 'corrected';
    case undefined:
    case 'bonus':
    case 'deduction':
    case 'leave':
    case 'attendance':
    case 'binding':
    case 'exemption':
    case 'status':
    case 'veto':
    case 'rulebook':
    case 'reading':
    case 'formerYear':
      return undefined;
  }
}

/** The matter whose ruling took back, at last, what this one posted. */
export function reversing(facts: Facts, { number, subject }: Matter): Matter | undefined {
  const entries = facts.of('entry', subject);
  const own = new Set(entries.filter(({ matter }) => matter === number).map(({ seq }) => seq));
  const taken = entries.filter(({ reverses }) => reverses !== null && own.has(reverses)).at(-1);
  return taken === undefined ? undefined : facts.get('matter', taken.matter);
}
