import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import { toPerson, type Reply } from '../reply.js';
import { officersFor, vetoCard } from './cards.js';
import type { MonthsFacts } from './says.js';

/**
 * A veto that one of the two ladders drafts (SPEC §2, veto): a matter like any other, which then goes its way through
 * hearing, vote and certification.
 *
 * @param input `since` and `last` are the first and last month (`YYYY-MM`) of the run of months; one run is drafted once
 */
export function draftVeto(
  facts: Facts,
  now: string,
  input: Pick<VetoMatter, 'subject' | 'proposer' | 'ground' | 'deedOn' | 'reason'> & {
    readonly since: string;
    readonly last: string;
  },
): { readonly matter: VetoMatter; readonly changes: readonly Change[] } {
  const { subject, proposer, ground, deedOn, reason, since, last } = input;
  const matter: VetoMatter = {
    ...openMatter(facts, now, { subject, proposer, drafted: true }),
    kind: 'veto',
    ground,
    deedOn,
    reason,
    hearing: null,
    vote: null,
    since,
    last,
  };
  return { matter, changes: [put('matter', matter)] };
}

/** The subject hears the facts; the officers hear what comes next. */
export function announceDraft(facts: Facts, matter: VetoMatter, months: MonthsFacts): readonly Reply[] {
  const card = keepPrivate(vetoCard(facts, matter));
  return [
    toPerson(matter.subject, 'veto.openedToSubject', { card }),
    ...officersFor(facts, matter.subject).map((id) =>
      toPerson(id, 'veto.draftedToOfficer', { card, months: keepPrivate(months) }),
    ),
  ];
}

/** What the register writes as the reason: the ground in the words of the rulebook, and the months. */
export function spanOf(rulebook: Rulebook, ground: number, since: string, last: string): string {
  const known = rulebook.veto.grounds.find(({ number }) => number === ground);
  return `${known?.title ?? ''} ${since === last ? since : `${since}—${last}`}`;
}
