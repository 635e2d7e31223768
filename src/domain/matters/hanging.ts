import type { Facts } from '../branch/facts.js';
import type { CorrectionMatter, Matter, ObjectionMatter } from '../rulings/rows.js';

/** A matter that asks to look at another one again. */
export type HangingMatter = CorrectionMatter | ObjectionMatter;

/**
 * Open matters that have nothing left to ask for once `number` no longer counts: corrections of it and objections to
 * it (SPEC §1: closing a matter closes what hangs on it).
 */
export function hangingOn(facts: Facts, number: number): readonly HangingMatter[] {
  const matter = facts.get('matter', number);
  if (matter === undefined) return [];
  // What is about a matter has its subject.
  return facts
    .of('matter', matter.subject)
    .filter((other): other is HangingMatter => other.state === 'open' && isAbout(other, number));
}

function isAbout(matter: Matter, number: number): boolean {
  if (matter.kind === 'correction') return matter.corrects === number;
  return matter.kind === 'objection' && matter.about.to === 'matter' && matter.about.number === number;
}
