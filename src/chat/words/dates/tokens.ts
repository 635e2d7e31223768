/**
 * Cuts a written date into its words and numbers. One character without a place in this lexicon and
 * there are no tokens at all: nothing is skipped.
 */
import type { Weekday } from '../../../domain/period/civil.js';

export type DayPart = 'dawn' | 'morning' | 'forenoon' | 'noon' | 'afternoon' | 'dusk' | 'evening';

export type Token =
  | { readonly kind: 'number'; readonly value: number; readonly width: number; readonly digits: boolean }
  /** A unit or punctuation mark, in one spelling: 号 is 日, 时 is 点. */
  | { readonly kind: 'mark'; readonly mark: string }
  /** 明天: days from today. */
  | { readonly kind: 'day'; readonly days: number }
  /** 下周五: weeks from this one; without `weeks` only the weekday is named. */
  | { readonly kind: 'week'; readonly weekday: Weekday; readonly weeks?: number }
  /** 去年: years from this one. */
  | { readonly kind: 'year'; readonly years: number }
  /** 下个月: months from this one. */
  | { readonly kind: 'month'; readonly months: number }
  | { readonly kind: 'part'; readonly part: DayPart };

const dayParts: Readonly<Record<string, DayPart>> = {
  凌晨: 'dawn',
  清晨: 'morning',
  早晨: 'morning',
  早上: 'morning',
  早: 'morning',
  上午: 'forenoon',
  中午: 'noon',
  下午: 'afternoon',
  午后: 'afternoon',
  傍晚: 'dusk',
  晚上: 'evening',
  晚间: 'evening',
  晚: 'evening',
};

/** Longer spellings first. Each has a single sign in the forms of date-grammar: 整 for 点钟, 份 for 月份. */
const marks: Readonly<Record<string, string>> = {
  本季度: '本',
  上个季度: '上',
  上季度: '上',
  季度: '季',
  第: '第',
  年: '年',
  月份: '份',
  月: '月',
  日: '日',
  号: '日',
  点钟: '整',
  点整: '整',
  时整: '整',
  点: '点',
  时: '点',
  分: '分',
  半: '半',
  刻: '刻',
  '(': '(',
  ')': ')',
};

interface Entry {
  readonly spelling: RegExp;
  read(match: RegExpExecArray): Token | undefined;
}

/** Tried in this order, so longer words come before their own beginnings. */
const lexicon: readonly Entry[] = [
  {
    // A digit right after 周5 would make 周11月 a Monday.
    spelling: /^(?:(上上|下下|上|本|这|下)个?)?(?:周|星期|礼拜)(?:([一二三四五六日天])|([1-7])(?!\d))/,
    read: ([, week, name = '', digit]) => weekWord(week, digit ?? name),
  },
  each({ 大前天: -3, 前天: -2, 昨天: -1, 昨日: -1, 今天: 0, 今日: 0 }, (days) => ({ kind: 'day', days })),
  each({ 明天: 1, 明日: 1, 后天: 2, 大后天: 3 }, (days) => ({ kind: 'day', days })),
  // 今晚, 明早: the short day word counts only before these two.
  { spelling: /^[昨今明](?=[早晚])/, read: ([day]) => ({ kind: 'day', days: '昨今明'.indexOf(day) - 1 }) },
  each({ 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1, 后年: 2 }, (years) => ({ kind: 'year', years })),
  each({ 上个月: -1, 上月: -1, 这个月: 0, 这月: 0, 本月: 0, 下个月: 1, 下月: 1 }, (months) => ({
    kind: 'month',
    months,
  })),
  each(dayParts, (part) => ({ kind: 'part', part })),
  each(marks, (mark) => ({ kind: 'mark', mark })),
  { spelling: /^[-/.:](?=\d)/, read: ([mark]) => ({ kind: 'mark', mark }) },
  {
    spelling: /^\d+/,
    read: ([text]) => ({ kind: 'number', value: Number(text), width: text.length, digits: true }),
  },
  { spelling: /^两(?=[点时])/, read: () => ({ kind: 'number', value: 2, width: 1, digits: false }) },
  { spelling: /^[〇零一二三四五六七八九十]+/, read: ([text]) => spelledNumber(text) },
];

/** The longest date of an office, "2026年11月28日 星期六 下午 3点 30分", has fewer characters. */
const longestText = 60;

/** The words of the text, or undefined when some part of it belongs to no date. */
export function tokenize(text: string): readonly Token[] | undefined {
  if (text.length > longestText) return undefined;
  const tokens: Token[] = [];
  let rest = plainWidth(text).replace(/^ +| +$/g, '');
  while (rest !== '') {
    const gap = rest.startsWith(' ');
    if (gap) rest = rest.replace(/^ +/, '');
    const found = firstToken(rest);
    if (found === undefined || !fits(tokens.at(-1), found.token, gap)) return undefined;
    tokens.push(found.token);
    rest = rest.slice(found.length);
  }
  return tokens;
}

function firstToken(rest: string): { token: Token; length: number } | undefined {
  for (const entry of lexicon) {
    const match = entry.spelling.exec(rest);
    if (match === null) continue;
    const token = entry.read(match);
    return token === undefined ? undefined : { token, length: match[0].length };
  }
  return undefined;
}

/** 11-28 and 15:00 have no blanks: a number in digits comes right before such a mark. */
function fits(before: Token | undefined, token: Token, gap: boolean): boolean {
  if (token.kind !== 'mark' || !'-/.:'.includes(token.mark)) return true;
  return !gap && before?.kind === 'number' && before.digits;
}

/** Full-width forms and the dashes and colons that Chinese keyboards give become the plain ones. */
function plainWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\u2236/g, ':')
    .replace(/[\t\u00a0\u2002-\u200a\u3000]/g, ' ');
}

/** One entry for several spellings, tried in the order of the table. */
function each<T>(table: Readonly<Record<string, T>>, toToken: (value: T) => Token): Entry {
  const spellings = Object.keys(table).map((spelling) => spelling.replace(/[()]/, '\\$&'));
  return {
    spelling: new RegExp(`^(?:${spellings.join('|')})`),
    read: ([text]) => {
      const value = table[text];
      return value === undefined ? undefined : toToken(value);
    },
  };
}

const weekOffsets: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 本: 0, 这: 0, 下: 1, 下下: 2 };

function weekWord(week: string | undefined, day: string): Token {
  const weekday = ('一二三四五六日'.indexOf(day === '天' ? '日' : day) + 1 || Number(day)) as Weekday;
  const weeks = week === undefined ? undefined : weekOffsets[week];
  return weeks === undefined ? { kind: 'week', weekday } : { kind: 'week', weekday, weeks };
}

/** 二〇二六 digit by digit, as documents write years; otherwise up to 九十九, with 零五 for minutes. */
function spelledNumber(text: string): Token | undefined {
  const spelled = text.replaceAll('〇', '零');
  const value = /^[零一二三四五六七八九]{4}$/.test(spelled)
    ? Number(Array.from(spelled, digitOf).join(''))
    : chineseNumber(spelled);
  return value === undefined ? undefined : { kind: 'number', value, width: text.length, digits: false };
}

/** Up to 九十九, with 零五. */
export function chineseNumber(spelled: string): number | undefined {
  const single = /^零?([零一二三四五六七八九])$/.exec(spelled);
  if (single !== null) return digitOf(single[1]);
  const tens = /^([二三四五六七八九])?十([一二三四五六七八九])?$/.exec(spelled);
  if (tens === null) return undefined;
  return (tens[1] === undefined ? 1 : digitOf(tens[1])) * 10 + digitOf(tens[2]);
}

function digitOf(digit: string | undefined): number {
  return '零一二三四五六七八九'.indexOf(digit ?? '零');
}
