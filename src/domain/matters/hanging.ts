import type { Facts } from '../branch/facts.js';
import type { Matter } from '../rulings/rows.js';
import { rulesOf } from './kinds.js';

/**
 * Open matters that have nothing left to ask for once `number` no longer counts: corrections of it and objections to
 * it (SPEC §1: closing a matter closes what hangs on it).
 */
export function hangingOn(facts: Facts, number: number): readonly Matter[] {
  const matter = facts.get('matter', number);
  if (matter === undefined) return [];
  // What is about a matter has its subject.
  return facts
    .of('matter', matter.subject)
    .filter((other) => other.state === 'open' && rulesOf(other).hangsOn?.(other) === number);
}
