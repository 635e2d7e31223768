import type { PaperOrder } from '../../app/ports/papers.js';
import { personOf } from '../../domain/branch/people.js';
import { membersOfSpan } from '../../domain/roster/membership.js';
import { isIn } from '../../domain/roster/register-part.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Person } from '../../domain/roster/rows.js';
import { charactersPerLine } from '../document.js';
import type { PaperInput } from '../input.js';
import { daysOf } from '../../domain/notice/period.js';
import type { Days } from '../../domain/period/civil.js';
import { sideBySide } from '../text.js';
import { paperDay } from '../../words/dates.js';
import { yearOrQuarter } from '../../words/periods.js';
import { partTitle } from '../../words/roster.js';
import { whyNotScored } from '../../domain/branch/people.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';

export type RegisterOrder = Extract<PaperOrder, { readonly paper: 'register' }>;

/**
 * Members of the part who belonged to the branch in the period, in the order of the roster, each as they stood on its
 * last day (SPEC §2, who belongs to a year); a later departure is noted beside it.
 */
export function membersIn(input: PaperInput, order: RegisterOrder): readonly Person[] {
  const { facts } = input;
  const days = daysOf(order);
  const rulebook = input.rulebookOf(order.year);
  return membersOfSpan(facts, days)
    .map((then): Person => {
      const { leftOn, leftHow } = then.leftOn === null ? personOf(facts, then.id) : then;
      return { ...then, leftOn, leftHow };
    })
    .filter(({ leftOn }) => leftOn === null || leftOn > days.first)
    .filter((person) => order.part === null || isIn(rulebook, person, order.part));
}

/** Of those, who still belonged to it when the period ended, or belongs today. */
export function membersAtEnd(input: PaperInput, order: RegisterOrder): readonly Person[] {
  const { last } = daysUntilToday(input, order);
  return membersIn(input, order).filter(({ leftOn }) => leftOn === null || leftOn > last);
}

/** The period as far as it has come. */
export function daysUntilToday({ today }: PaperInput, order: RegisterOrder): Days {
  const { first, last } = daysOf(order);
  return { first, last: last < today ? last : today };
}

/** 党员积分台账 2026年三季度(机关党员) */
export function titleOf(input: PaperInput, name: string, { part, year, quarter }: RegisterOrder): string {
  const whom = part === null ? '' : `（${partTitle(part, input.rulebookOf(yearOf(input.today)))}）`;
  return `${name} ${yearOrQuarter({ year, quarter })}${whom}`;
}

/** A register is set no larger than this. */
const widest = { orientation: 'landscape', textSize: 10.5 } as const;

/** 机关第一党支部    截至2026年11月28日 */
export function dateline({ facts, today }: PaperInput): string {
  return sideBySide([facts.branch.name, `截至${paperDay(today)}`], charactersPerLine(widest));
}

/** Why a member is not scored; leaving takes no points away. Undefined: they are scored. */
export function unscored(rulebook: Rulebook, person: Person): 'category' | 'exempt' | undefined {
  const why = whyNotScored(rulebook, { ...person, leftOn: null });
  return why === 'category' || why === 'exempt' ? why : undefined;
}
