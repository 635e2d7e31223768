import { refById } from '../../domain/branch/people.js';
import { shieldsProposer } from '../../domain/matters/kinds.js';
import { openReturn, statementsOf, supervisionOf } from '../../domain/matters/remarks.js';
import type { Matter } from '../../domain/rulings/rows.js';
import type { MatterCard } from './card.js';
import { kindOf, type Looking } from './kind.js';
import { proxiesOf } from './proxies.js';

/** The matter as the ruler sees it. */
export function matterCard(looking: Looking, matter: Matter): MatterCard {
  const { facts } = looking;
  const { number, openedAt } = matter;
  return {
    number,
    subject: refById(facts, matter.subject),
    proposer: shieldsProposer(matter) ? null : refById(facts, matter.proposer),
    openedAt,
    statements: statementsOf(facts, number),
    returned: openReturn(facts, number)?.text ?? null,
    supervision: supervisionOf(facts, number),
    proxies: proxiesOf(looking, matter),
    ...kindOf(looking, matter).card(looking, matter),
  };
}

/** The matter as its proposer and its subject see it in their own list: without the proof, which names the witnesses, and what is meant for the ruler. */
export function ownCard(looking: Looking, matter: Matter): MatterCard {
  const card = { ...matterCard(looking, matter), supervision: [] };
  return card.kind === 'bonus' || card.kind === 'deduction'
    ? { ...card, witnesses: [], materials: [], proxies: [] }
    : card;
}
