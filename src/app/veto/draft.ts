import type { Facts } from '../../domain/branch/facts.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { openMatter } from '../../domain/rulings/open-matter.js';
import type { VetoMatter } from '../../domain/rulings/rows.js';

/**
 * A veto that one of the two ladders drafts (SPEC §2, veto): a matter like any other, which then goes its way through
 * hearing, vote and certification.
 *
 * @param input `since` is the first month (`YYYY-MM`) of the run of months; one run is drafted once
 */
export function draftVeto(
  facts: Facts,
  now: string,
  input: Pick<VetoMatter, 'subject' | 'proposer' | 'ground' | 'deedOn' | 'reason'> & {
    readonly since: string;
  },
): { readonly matter: VetoMatter; readonly changes: readonly Change[] } {
  const { subject, proposer, ground, deedOn, reason, since } = input;
  const matter: VetoMatter = {
    ...openMatter(facts, now, { subject, proposer, drafted: true }),
    kind: 'veto',
    ground,
    deedOn,
    reason,
    hearing: null,
    vote: null,
    since,
  };
  return { matter, changes: [put('matter', matter)] };
}
