/** Publications: their heads, what was ruled in the period, where an objection goes, and the mark of the ledger. */
import type { Notice, PostedHow, Posting } from '../domain/notice/rows.js';
import type { Period } from '../domain/notice/period.js';
import type { Publication, PublishedEntry, PublishedLine } from '../domain/notice/publication.js';
import type { CivilDate } from '../domain/period/civil.js';
import type { YearNotice } from '../domain/year/public-notice.js';
import { fullDate, monthAndDay } from './dates.js';
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

const spans = { monthly: '本月', quarterly: '本季', yearly: '全年' } as const;

/** 本季：第8项“公益活动”+3、…; 更正：…: what was ruled in the period, a note for each kind. Shielded items are points only. */
export function entryNotes(
  { entries }: Pick<PublishedLine, 'entries'>,
  { frequency }: { readonly frequency: Period['frequency'] | 'yearly' },
): readonly string[] {
  const note = (label: string, earlierYear: boolean, reversal: boolean) => {
    const of = entries.filter((entry) => entry.earlierYear === earlierYear && entry.reversal === reversal);
    return of.length === 0 ? [] : [`${label}：${of.map(entryTitle).join('、')}`];
  };
  return [
    ...note(spans[frequency], false, false),
    ...note('更正', false, true),
    ...note('上年补记', true, false),
    ...note('上年更正', true, true),
  ];
}

function entryTitle({ item, points }: PublishedEntry): string {
  return `${item === null ? '' : itemName(item.number, item.title)}${signed(points)}`;
}

/** 2026年三季度积分, 2026年度党员考核结果（更正后） */
export function noticeTopic({ kind, year, text }: Pick<Notice, 'kind' | 'year' | 'text'>): string {
  if (kind === 'periodic') return `${periodTitle(JSON.parse(text) as Publication)}积分`;
  const { changed } = JSON.parse(text) as YearNotice;
  return `${year}年度党员考核结果${changed ? '（更正后）' : ''}`;
}

/** 张贴在公示栏, 在会议上宣读: what is to be done with the sheet. */
export function postingTask(how: PostedHow): string {
  return how === 'meeting' ? '在会议上宣读' : '张贴在公示栏';
}

/** 已张贴, 已宣读: the word to type. */
export function postingWord(how: PostedHow): string {
  return how === 'meeting' ? '已宣读' : '已张贴';
}

/** 于10月9日（周五）张贴在一楼公示栏, 于10月9日（周五）在支部大会宣读 */
export function postedText(
  { how, on, place }: Pick<Posting, 'how' | 'on' | 'place'>,
  today: CivilDate,
): string {
  const day = `于${fullDate(on, today)}`;
  return how === 'meeting' ? `${day}在${place}宣读` : `${day}张贴在${place}`;
}

/** /公示 已张贴 公示3 10月9日 一楼公示栏 */
export function postingExample(how: PostedHow, number: number, today: CivilDate): string {
  const place = how === 'meeting' ? '支部大会' : '一楼公示栏';
  return `/公示 ${postingWord(how)} 公示${number} ${monthAndDay(today)} ${place}`;
}
