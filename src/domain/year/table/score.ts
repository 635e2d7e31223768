import { rulebookOfYear } from '../../rulebook/adopted.js';
import type { Facts } from '../../branch/facts.js';
import { indexBy } from '../../branch/index-by.js';
import type { LedgerEntry } from '../../points/rows.js';
import { computeScore, type Score } from '../../points/score.js';
import type { Rulebook } from '../../rulebook/schema.js';
import { certifiedVeto } from '../../veto/matter.js';
import type { YearRecord } from '../rows.js';

/**
 * A member's score of a year: always computed from the entries (SPEC §1); of a year before the bot, from the sums of its
 * table and what a 补正 added since. The only place where it is.
 *
 * @param rulebook of that year
 */
export function yearScore(facts: Facts, { scoring }: Rulebook, member: number, year: number): Score {
  const entries = entriesOf(facts, member, year);
  const record = importedRecord(facts, member, year);
  if (record === undefined)
    return computeScore(entries, scoring, certifiedVeto(facts, member, year) !== undefined);
  const { bonus, deductions, vetoed } = record;
  const sums = [
    { side: 'bonus', points: bonus },
    { side: 'deduction', points: -deductions },
  ] as const;
  return computeScore([...sums, ...entries], scoring, vetoed);
}

/** The member's line in the table of a year before the bot. */
export function importedRecord(facts: Facts, member: number, year: number): YearRecord | undefined {
  const record = facts.get('yearRecord', year, member);
  return record?.imported === undefined ? undefined : record;
}

/** Whether the result of a year was taken over from its table: of such a year nothing else is kept here. */
export function isTakenOver(facts: Facts, year: number): boolean {
  return facts.of('yearRecord', year).some(({ imported }) => imported !== undefined);
}

export function entriesOf(facts: Facts, member: number, year: number): readonly LedgerEntry[] {
  return ofYear(facts.of('entry', member), year);
}

const ofYear = indexBy(
  (_entry: LedgerEntry): _entry is LedgerEntry => true,
  ({ year }) => year,
);

/** @param rulebook of the moment: the one of that year is found */
export function scoreOf(facts: Facts, rulebook: Rulebook, member: number, year: number): Score {
  return yearScore(facts, rulebookOfYear(facts, rulebook, year), member, year);
}
