import type { ProposalInput } from '../../../app/points/refusals.js';
import { monthNamedIn } from '../dates/span.js';
import { deedDay } from '../dates/date-words.js';
import { gradeOf, itemWord, reasonAfter, timesOf } from './items.js';
import { memberNames, personNames } from '../people/names.js';
import type { Reason } from '../reason.js';

/** The words of a bonus and of a deduction: names before the item number, keywords at the end. */
export const claimWords = {
  item: itemWord,
  grade: gradeOf('item').optional(),
  times: timesOf('item', 'grade').optional(),
  reason: reasonAfter('item', 'grade', 'times'),
};
export const pointsWords = { members: memberNames, ...claimWords };
export const pointsKeywords = { 证明: personNames, 日期: deedDay };

interface ClaimValues {
  readonly item: number;
  readonly grade: string | null | undefined;
  readonly times: number | undefined;
  readonly reason: Reason;
  readonly 证明?: readonly number[];
  readonly 日期?: string;
}

/** A deed without a date was done today. */
export function claimOf(values: ClaimValues, today: string): Omit<ProposalInput, 'side' | 'members'> {
  const { item, grade, times, reason } = values;
  const month = monthNamedIn(reason.text, today);
  return {
    item,
    grade: grade ?? null,
    times: times ?? 1,
    reason: reason.text,
    gluedWitness: reason.gluedWitness,
    writtenDocument: reason.writtenDocument,
    ...(month === undefined ? {} : { month }),
    ...(reason.otherDay === undefined ? {} : { otherDay: reason.otherDay }),
    witnesses: [...(values.证明 ?? [])],
    deedOn: values.日期 ?? today,
  };
}

export function proposalOf(
  side: ProposalInput['side'],
  values: ClaimValues & { readonly members: readonly number[] },
  today: string,
): ProposalInput {
  return { ...claimOf(values, today), side, members: [...values.members] };
}
