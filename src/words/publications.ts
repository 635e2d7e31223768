/** Publications: their heads, what was ruled in the period, where an objection goes, and the mark of the ledger. */
import type { Period } from '../domain/notice/period.js';
import type { PublishedEntry, PublishedLine } from '../domain/notice/publication.js';
import { itemName, signed } from './items.js';
import { periodTitle } from './periods.js';

/** 公示第3号 */
export function noticeNumber(number: number): string {
  return `公示第${number}号`;
}

/** 公示第3号：2026年三季度积分 */
export function publicationTitle(number: number, period: Period): string {
  return `${noticeNumber(number)}：${periodTitle(period)}积分`;
}

/** 公示第4号：2026年度党员考核结果（更正后） */
export function yearNoticeTitle(
  number: number,
  { year, changed }: { readonly year: number; readonly changed: boolean },
): string {
  return `${noticeNumber(number)}：${year}年度党员考核结果${changed ? '（更正后）' : ''}`;
}

export const orderTitles = { roster: '按名册顺序', surnameStrokes: '按姓氏笔画顺序' } as const;

export function objectionHint(number: number, kind: 'periodic' | 'yearly'): string {
  return kind === 'periodic'
    ? `如有异议，请私下发送“/异议 公示${number} 理由”，不公开是谁提出的。`
    : `如有异议，请在公示期内私聊机器人发送“/异议 公示${number} 理由”，由上级受理，不公开提出人。`;
}

/** 12笔，校验码0a1b2c3d4e5f: what anybody can compare with a later ledger */
export function ledgerMark({
  entryCount,
  head,
}: {
  readonly entryCount: number;
  readonly head: string;
}): string {
  return `${entryCount}笔，校验码${head.slice(0, 12)}`;
}

/** 本季：第8项“公益活动”+3、…; 更正：…: what was ruled in the period, a note for each kind. Shielded items are points only. */
export function entryNotes(
  { entries }: PublishedLine,
  { frequency }: Pick<Period, 'frequency'>,
): readonly string[] {
  const note = (label: string, earlierYear: boolean, reversal: boolean) => {
    const of = entries.filter((entry) => entry.earlierYear === earlierYear && entry.reversal === reversal);
    return of.length === 0 ? [] : [`${label}：${of.map(entryTitle).join('、')}`];
  };
  return [
    ...note(frequency === 'monthly' ? '本月' : '本季', false, false),
    ...note('更正', false, true),
    ...note('上年补记', true, false),
    ...note('上年更正', true, true),
  ];
}

function entryTitle({ item, points }: PublishedEntry): string {
  return `${item === null ? '' : itemName(item.number, item.title)}${signed(points)}`;
}
