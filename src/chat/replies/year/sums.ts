import type { Sums } from '../../../domain/points/score.js';
import type { View } from '../../../app/ports/voice.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { personTitle } from '../../../words/persons.js';
import { overBase, overCap } from '../../../words/scores.js';

export interface PersonSums extends Sums {
  readonly person: PersonRef;
}

/**
 * 张三 基础100 加8 减0 合计108分, the same in every publication and year-end paper, with what a limit
 * leaves out, so that anybody can add it up.
 *
 * @param scoring of the year that the sums are of
 */
export function sumsText(line: PersonSums, { rulebook }: View, { bonusCap }: Rulebook['scoring']): string {
  const { person, base, bonus, deductions, uncounted, vetoed, total } = line;
  const over = bonusCap !== null && bonus > bonusCap ? `（${overCap(bonus - bonusCap)}）` : '';
  const past = uncounted > 0 ? `（${overBase(uncounted)}）` : '';
  return `${personTitle(person, rulebook)} 基础${base} 加${bonus}${over} 减${deductions}${past} 合计${total}分${vetoed ? '（一票否决）' : ''}`;
}
