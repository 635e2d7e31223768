import type { EntryLine } from '../../../app/points/says.js';
import type { ItemFacts, Occasion, PointsCard } from '../../../app/matters/card.js';
import type { Restored } from '../../../app/matters/results.js';
import type { View } from '../../../app/ports/voice.js';
import { yearOf } from '../../../domain/period/civil.js';
import { activityTitle } from '../attendance/activities.js';
import { monthTitle, spacedDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { viewAt } from '../views.js';
import { itemTitle as titleIn, signed } from '../../../words/items.js';
import { registerProof } from '../../../words/matters.js';

/** 第13项“受表彰”(市级), by the rulebook of the deed's year */
export function itemTitle(facts: ItemFacts & { readonly deedOn: string }, view: View): string {
  return titleIn(facts, viewAt(facts.deedOn, view).rulebook);
}

/** 张三同志 第8项“公益活动” +3分(11月23日 周一) */
export function cardLine(card: PointsCard, view: View): string {
  const { subject, deedOn } = card;
  return `${personTitle(subject, view.rulebook)}同志 ${itemTitle(card, view)} ${signed(card.points)}分（${spacedDate(deedOn, view.today)}）`;
}

const restoredAs = { counted: '恢复计分', toRule: '重新待认定', toProve: '重新待证明' } as const;

/** ，#1 恢复计分（+10分）: grades of the deed that the one taken back had replaced */
export function restoredText(restored: readonly Restored[]): string {
  return restored
    .map(({ number, points, as }) => `，#${number} ${restoredAs[as]}（${signed(points)}分）`)
    .join('');
}

/** 现103分; of another year 2025年积分现103分 */
export function standsAt(total: number, year: number, { today }: View): string {
  return year === yearOf(today) ? `现${total}分` : `${year}年积分现${total}分`;
}

/** 缺席支部大会(7月10日(周五)15:00), 2026年11月党费未交: what the register holds against the member */
export function occasionText(occasion: Occasion, view: View): string {
  if (occasion.line === 'dues') {
    const { month, paidOn } = occasion;
    return `${monthTitle(month)}党费未交${paidOn === null ? '' : `（${spacedDate(paidOn, view.today)}登记补交）`}`;
  }
  const signedIn = occasion.signedIn ? '，本人曾签到、点名改为缺席' : '';
  return `${occasion.line === 'absence' ? '缺席' : '请假'}${activityTitle(occasion, view)}${signedIn}`;
}

/** 材料:献血证.jpg、文号; for a matter that the register drafted, the activity. */
export function materialsText(
  { materials, hidden, occasion }: Pick<EntryLine, 'materials' | 'hidden' | 'occasion'>,
  view: View,
): string {
  const register = occasion === null ? [] : [`${registerProof(occasion)}，${occasionText(occasion, view)}`];
  const all = [...register, ...materials, ...(hidden === 0 ? [] : [`附件${hidden}件`])];
  return all.length > 0 ? `材料：${all.join('、')}` : '';
}
