import type { ProposalInput } from '../../app/points/propose.js';
import { dateWord } from './date-words.js';
import { gradeOf, itemWord, timesOf } from './items.js';
import { memberNames, personNames } from './names.js';
import { reasonText } from './plain.js';

/** The words of a bonus and of a deduction: names before the item number, keywords at the end. */
export const pointsWords = {
  members: memberNames,
  item: itemWord,
  grade: gradeOf('item').optional(),
  times: timesOf('item', 'grade').optional(),
  reason: reasonText,
};
export const pointsKeywords = { 证明: personNames, 日期: dateWord('past') };

interface PointsValues {
  readonly members: readonly number[];
  readonly item: number;
  readonly grade: string | null | undefined;
  readonly times: number | undefined;
  readonly reason: { readonly text: string; readonly gluedWitness: boolean };
  readonly 证明?: readonly number[];
  readonly 日期?: string;
}

/** A deed without a date was done today. */
export function proposalOf(side: ProposalInput['side'], values: PointsValues, today: string): ProposalInput {
  const { members, item, grade, times, reason } = values;
  return {
    side,
    members: [...members],
    item,
    grade: grade ?? null,
    times: times ?? 1,
    reason: reason.text,
    gluedWitness: reason.gluedWitness,
    witnesses: [...(values.证明 ?? [])],
    deedOn: values.日期 ?? today,
  };
}
