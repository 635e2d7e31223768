/**
 * Arrears of half a year and more that were refused after 教育 (annex 1, 一票否决, third ground; SPEC §2, veto).
 * Months that nobody kept neither count nor end anything; paying a month takes it out of the arrears.
 */
import type { Facts } from '../branch/facts.js';
import type { CivilDate } from '../period/civil.js';
import { firstDayOf, type Month } from '../period/months.js';
import type { Person } from '../roster/rows.js';
import { keptMonths, owes, paymentFor } from './register.js';

/** Months in a row that are still unpaid, oldest first; at least one. */
export type UnpaidRun = readonly [Month, ...Month[]];

/** Every run of unpaid months up to `until`, oldest first. A later payment does not make up for an older month. */
export function unpaidRuns(facts: Facts, person: Person, until: Month): readonly UnpaidRun[] {
  const runs: [Month, ...Month[]][] = [];
  let current: [Month, ...Month[]] | undefined;
  for (const month of keptMonths(facts)) {
    if (month > until) break;
    if (!owes(person, month) || paymentFor(facts, person.id, month) !== undefined) {
      current = undefined;
      continue;
    }
    if (current === undefined) runs.push((current = [month]));
    else current.push(month);
  }
  return runs;
}

/** What a veto needs beside the months: the first education since the run began, and a refusal on or after its day. */
export interface Steps {
  readonly education: CivilDate | null;
  readonly refusal: CivilDate | null;
}

export function stepsSince(facts: Facts, person: number, since: Month): Steps {
  const days = (kind: 'education' | 'refusal', from: CivilDate) =>
    facts
      .of('duesStep', person)
      .filter((step) => step.kind === kind && step.cancelled !== true && step.on >= from)
      .map(({ on }) => on)
      .sort();
  const education = days('education', firstDayOf(since))[0] ?? null;
  const refusal = education === null ? null : (days('refusal', education)[0] ?? null);
  return { education, refusal };
}
