import type { Facts } from '../branch/facts.js';
import type { Matter } from './rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import { isReady } from './evidence.js';

/** Whether the group hears only the number of a matter: not whom it is about, nor what (SPEC §3, sensitive things). */
export function isQuiet(facts: Facts, matter: Matter): boolean {
  switch (matter.kind) {
    case 'deduction':
    case 'leave':
      return true;
    case 'correction': {
      const corrected = facts.get('matter', matter.corrects);
      return corrected === undefined || isQuiet(facts, corrected);
    }
    case 'bonus':
    case 'binding':
      return false;
  }
}

/** Whether its subject has been told of a matter: of a deduction he hears when its proof is complete. */
export function subjectKnows(facts: Facts, rulebook: Rulebook, matter: Matter): boolean {
  if (matter.kind === 'deduction')
    return matter.state === 'confirmed' || isReady(facts, rulebook, { ...matter, state: 'open' });
  if (matter.kind !== 'correction') return true;
  // He hears of a correction when it is ruled.
  return matter.state !== 'open';
}
