/** Names from the rulebook: items with their grades, veto grounds, tiers; and points with their sign. */
import type { VetoCounts } from '../domain/veto/matter.js';
import type { LedgerEntry } from '../domain/points/rows.js';
import { monthAfter, monthSpans } from '../domain/period/months.js';
import { findItem } from '../domain/rulebook/items.js';
import type { Rulebook, TierId } from '../domain/rulebook/schema.js';
import { monthsSpan, monthsTitle } from './periods.js';

/** 第8项“公益活动” */
export function itemName(item: number, title: string): string {
  return `第${item}项“${title}”`;
}

/** 第13项“受表彰”(市级), with ×2 where it counts more than once */
export function itemTitle(
  { item, grade, times }: Pick<LedgerEntry, 'item' | 'grade' | 'times'>,
  rulebook: Rulebook,
): string {
  const known = findItem(rulebook, item);
  const label = known?.grades.find(({ id }) => id === grade)?.label;
  return `${itemName(item, known?.title ?? '')}${label === undefined ? '' : `（${label}）`}${times > 1 ? `×${times}` : ''}`;
}

/** 公益活动; nothing where publications show only points */
export function publicTitle(rulebook: Rulebook, number: number): string {
  const item = findItem(rulebook, number);
  return item?.publish === 'full' ? item.title : '';
}

/** +3, −20, 0: a hyphen is no minus, and a line may end after it. */
export function signed(points: number): string {
  if (points === 0) return '0';
  return `${points < 0 ? '−' : '+'}${Math.abs(points)}`;
}

/** 合格 */
export function tierTitle(tier: TierId, { assessment }: Pick<Rulebook, 'assessment'>): string {
  return assessment.tiers[tier];
}

/** 第2款“长期不参加组织生活” */
export function groundTitle(number: number, { veto }: Pick<Rulebook, 'veto'>): string {
  return `第${number}款“${veto.grounds.find((ground) => ground.number === number)?.title ?? ''}”`;
}

/** 第3款指没有理由欠交党费达半年，教育后仍不肯交。 What the ground asks for, so that nobody votes on its title. */
export function groundMeaning(number: number, { veto }: Pick<Rulebook, 'veto'>): string {
  return `第${number}款指${veto.grounds.find((ground) => ground.number === number)?.explanation ?? ''}`;
}

/** 2026年积分为0，等次为不合格: what a certified veto makes of a year */
export function vetoedYear(
  year: number,
  counts: VetoCounts,
  rulebook: Pick<Rulebook, 'assessment' | 'veto'>,
): string {
  if (counts === 'notAssessed') return `不参加${year}年考核，只留记录`;
  if (counts === 'notRated') return `${year}年积分为0（预备党员不评等次，转正时请支部大会研究）`;
  return `${year}年积分为0，等次为${tierTitle(rulebook.veto.tier, rulebook)}`;
}

/** Why a register drafted a veto: 2026年1月至6月连续没有参加组织生活, 2026年1月至3月、5月至7月没有交纳党费，经教育仍不交 */
export function registerReason(
  ground: number,
  run: { readonly since: string; readonly last: string; readonly months?: readonly string[] | undefined },
  { veto }: Pick<Rulebook, 'veto'>,
): string {
  const months = run.months ?? [];
  const isInRow = monthSpans(months).length < 2;
  const span = isInRow ? `${monthsSpan(run)}连续` : monthsTitle(months);
  if (ground === veto.duesLadder.ground) return `${span}没有交纳党费，经教育仍不交`;
  // A span of more months than the ground needs has some in it that do not count.
  const isLonger = monthAfter(run.since, veto.absenceLadder.draftAtMonths - 1) < run.last;
  return `${span}没有参加组织生活${isLonger ? '（不计准假和没有活动的月份）' : ''}`;
}

/** The outcome of an improvement, as the rulebook names it. */
export function outcomeTitle(outcome: string | null, { followUp }: Pick<Rulebook, 'followUp'>): string {
  return followUp.improvements.find(({ id }) => id === outcome)?.label ?? '';
}
