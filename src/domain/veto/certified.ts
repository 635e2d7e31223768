import type { Facts } from '../branch/facts.js';
import { yearOf } from '../period/civil.js';
import type { VetoMatter } from '../rulings/rows.js';

/** The certified veto of a member in a year: only that overrides the score (annex 1, 一票否决). */
export function certifiedVeto(facts: Facts, member: number, year: number): VetoMatter | undefined {
  return facts
    .of('matter', member)
    .filter((matter): matter is VetoMatter => matter.kind === 'veto')
    .find((matter) => matter.state === 'confirmed' && yearOf(matter.deedOn) === year);
}
