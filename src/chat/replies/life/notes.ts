/** Examples and practices of the reports. */
import type { ReportNoteLine } from '../../../app/life/report-facts.js';
import type { View } from '../../../app/ports/voice.js';
import type { WhyNoExample } from '../../../domain/reports/known.js';
import { spacedDate } from '../../../words/dates.js';
import { itemTitle } from '../points/items.js';
import { personTitle } from '../../../words/persons.js';

/** 第1条 事例 #12 张三同志 第8项“公益活动”(11月23日 周一):带动身边人 */
export function noteText({ number, kind, card, text, told }: ReportNoteLine, view: View): string {
  if (kind === 'practice' || card === null) return `第${number}条 做法：${text}`;
  const { subject, deedOn } = card;
  const head = `第${number}条 事例 #${card.number} ${personTitle(subject, view.rulebook)}同志 ${itemTitle(card, view)}（${spacedDate(deedOn, view.today)}）`;
  return `${head}：${text}${told ? '' : '（这笔加分已更正，报告里不写）'}`;
}

export function keptNoteText(line: ReportNoteLine, view: View): string {
  const { number, year, card } = line;
  return [
    `已记下，写入${year}年的报告。`,
    noteText(line, view),
    ...(card === null ? [] : [`请注意：报告会写出${personTitle(card.subject, view.rulebook)}同志的姓名。`]),
    `撤下请发送“/报告 删 ${number}”。`,
  ].join('\n');
}

export function notesText(year: number, lines: readonly ReportNoteLine[], view: View): string {
  if (lines.length === 0)
    return `${year}年的报告还没有事例和特色做法。书记可以发送“/报告 事例 编号 说明”选一笔已认定的加分，或“/报告 做法 文字”。`;
  return [
    `${year}年报告的事例和特色做法${lines.length}条：`,
    ...lines.map((line) => noteText(line, view)),
    '撤下请发送“/报告 删 条号”。',
  ].join('\n');
}

export const noExampleTexts: { readonly [W in WhyNoExample]: (number: number) => string } = {
  unknown: (number) => `没有 #${number}，请核对编号。`,
  notConfirmedBonus: (number) => `#${number} 不是已认定的加分，不能作事例。`,
  shielded: (number) => `#${number} 所在的项目公示时只列分数，为保护当事人，不作事例。`,
  left: (number) => `#${number} 的当事人不在考核的党员之列，不作事例。`,
};
