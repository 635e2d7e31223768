import type { Facts } from '../branch/facts.js';
import type { Matter, MatterBase } from '../rulings/rows.js';
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

/** What every new matter begins with. `drafted`: by the registers of the bot, not by a person's claim. */
export function openMatter(
  facts: Facts,
  now: string,
  parties: { readonly subject: number; readonly proposer: number; readonly drafted?: boolean },
): MatterBase & { readonly state: 'open' } {
  const { subject, proposer, drafted = false } = parties;
  const appointments = facts.next('office') - 1;
  return {
    number: facts.next('matter'),
    state: 'open',
    subject,
    proposer,
    openedAt: now,
    appointments,
    drafted,
  };
}
