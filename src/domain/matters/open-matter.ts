import type { Facts } from '../branch/facts.js';
import type { MatterBase } from '../rulings/rows.js';

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
