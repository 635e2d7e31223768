import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import { proxyEntriesAt } from '../../domain/rulings/proxy.js';
import type { Matter } from '../../domain/rulings/rows.js';
import type { ProxyNote, MatterCard } from './card.js';
import { kindOf, type Looking } from './kind.js';
import { isAboutOthers } from './points.js';
import { shieldsProposer } from '../../domain/matters/kinds.js';
import { openReturn, statementsIn, supervisionOf, takenBackBy } from '../../domain/matters/remarks.js';

/** What the recorder entered in this matter for people without an account: the ruler is to know (SPEC §3, `/代`). */
function proxiesOf(looking: Looking, matter: Matter): readonly ProxyNote[] {
  const { facts } = looking;
  const { said = [] } = kindOf(looking, matter);
  return said.flatMap((one) =>
    one.of(facts, matter).flatMap(([person, at]) => {
      const entries = proxyEntriesAt(facts, person, at, one.by);
      const entry = entries.length > 1 ? (entries[earlierAt(facts, matter)] ?? entries.at(-1)) : entries[0];
      if (entry === undefined) return [];
      return [{ person: refById(facts, person), by: refById(facts, entry.enteredBy), how: entry.how }];
    }),
  );
}

/** Order tells apart leaves entered for one person at the same instant. */
function earlierAt(facts: Facts, { kind, subject, openedAt, number }: Matter): number {
  const alike = facts
    .of('matter', subject)
    .filter((other) => other.kind === kind && other.openedAt === openedAt);
  return alike.filter((other) => other.number < number).length;
}

/** The matter as the ruler sees it. */
export function matterCard(looking: Looking, matter: Matter): MatterCard {
  const { facts } = looking;
  const { number, openedAt } = matter;
  return {
    number,
    subject: refById(facts, matter.subject),
    proposer: shieldsProposer(matter) ? null : refById(facts, matter.proposer),
    openedAt,
    statements: statementsIn(facts, number).map(({ text }) => text),
    returned: openReturn(facts, number)?.text ?? null,
    tookBack: takenBackBy(facts, number).map((id) => refById(facts, id)),
    supervision: supervisionOf(facts, number),
    proxies: proxiesOf(looking, matter),
    ...kindOf(looking, matter).card(looking, matter),
  };
}

/**
 * The matter as its proposer and its subject see it: without the proof, which names the witnesses, and what is meant for
 * the ruler; the subject also without a reason that names others.
 */
export function ownCard(looking: Looking, matter: Matter, reader: number): MatterCard {
  const card = { ...matterCard(looking, matter), supervision: [], tookBack: [] };
  if (card.kind === 'correction')
    return reader === matter.subject && isAboutOthers(looking.facts, matter)
      ? { ...card, reason: null }
      : card;
  return card.kind === 'bonus' || card.kind === 'deduction'
    ? { ...card, witnesses: [], materials: [], proxies: [] }
    : card;
}
