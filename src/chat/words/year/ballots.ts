import { word, type Word } from '../../define.js';
import { ballotTiers, openAppraisal, type Ballot } from '../../../domain/appraisal/ballots.js';
import { refOf } from '../../../domain/branch/people.js';
import { personTitle } from '../../../words/persons.js';
import { findPerson } from '../people/names.js';

/**
 * 姓名 等次, the whole rest of the line. What is wrong with it is said without a word of it: no answer repeats a choice,
 * not even a misspelt one (issue 3, part 6).
 */
export const ballotWord: Word<Ballot> = word(
  '姓名 等次',
  ({ context, line, tokens, at, end }) => {
    const [who, choice, ...more] = tokens.slice(at, end);
    if (who === undefined) return { kind: 'absent' };
    // The words are those of the year that is judged, as the group was told when it began.
    const year = openAppraisal(context.facts)?.year;
    const { tiers } = (year === undefined ? context.rulebook : context.rulebookOf(year)).assessment;
    const found = findPerson(context, who.text, 'member');
    const problem = (wrong: 'name' | 'tier', lines: readonly string[] = []) => ({
      kind: 'problem' as const,
      problem: { code: 'ballot' as const, wrong, tiers: ballotTiers.map((tier) => tiers[tier]), lines },
    });
    if (found.kind === 'none') return problem('name');
    if (found.kind === 'many') {
      const titles = found.persons.map((person) =>
        personTitle(refOf(context.facts, person), context.rulebook),
      );
      return problem(
        'name',
        titles.map((title) => `/${line.name} ${title} 等次`),
      );
    }
    const tier = ballotTiers.find((one) => tiers[one] === choice?.text);
    if (tier === undefined || more.length > 0) return problem('tier');
    return { kind: 'taken', value: { person: found.person.id, tier }, next: end };
  },
  ({ assessment: { tiers } }) => [tiers.qualified, ...Object.values(tiers)],
);
