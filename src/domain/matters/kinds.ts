import type { Facts } from '../branch/facts.js';
import type { Matter } from '../rulings/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import { isReady } from '../points/evidence.js';

/** Whether the group hears only the number of a matter: not whom it is about, nor what (SPEC §3, sensitive things). */
export function isQuiet(facts: Facts, matter: Matter): boolean {
  switch (matter.kind) {
    case 'deduction':
    case 'leave':
    case 'exemption':
    case 'veto':
    case 'objection':
      return true;
    case 'correction': {
      const corrected = facts.get('matter', matter.corrects);
      return corrected === undefined || isQuiet(facts, corrected);
    }
    case 'bonus':
    case 'binding':
    case 'rulebook':
    case 'formerYear':
      return false;
  }
}

/** Whether its subject has been told of a matter: of a deduction he hears when its proof is complete. */
export function subjectKnows(facts: Facts, rulebook: Rulebook, matter: Matter): boolean {
  if (matter.kind === 'deduction')
    return matter.state === 'confirmed' || isReady(facts, rulebook, { ...matter, state: 'open' });
  // He hears of a correction, and of an objection to something of his, when it is ruled.
  return (matter.kind !== 'correction' && matter.kind !== 'objection') || matter.state !== 'open';
}
