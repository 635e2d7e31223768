/** Days, months, quarters and years in a sentence. */
import { yearOf } from '../../../domain/period/civil.js';
import { readMonth, readQuarter } from '../../words/dates/span.js';
import { readDate, readDateTime } from '../../words/dates/text.js';
import type { Filling } from '../match.js';
import { said, type Finder } from './place.js';

const longestDate = 16;
const yearName = /^(?:(20\d\d)年?|今年|本年|去年|上年)(?:度)?/u;
const money = /^(\d{1,5}(?:\.\d{1,2})?)(?:元|块钱|块|[。.]?$)/u;

/** How a day, month or quarter begins. */
const begins = /^[\d一二三四五六七八九十今明后昨前大本这下上去周星礼第元国]/u;

/** The longest beginning of the text that `read` understands. */
function longest(text: string, at: number, read: (piece: string) => string | undefined): readonly Filling[] {
  if (!begins.test(text.charAt(at))) return [];
  for (let end = Math.min(text.length, at + longestDate); end > at; end -= 1) {
    const piece = text.slice(at, end);
    const written = piece.trim() === piece ? read(piece) : undefined;
    if (written !== undefined) return said(written, end);
  }
  return [];
}

export const pastDay: Finder = ({ text, at, context: { today } }) =>
  longest(text, at, (piece) => {
    const reading = readDate(piece, today, 'past');
    return reading.kind === 'read' && reading.value <= today ? shortDay(reading.value, today) : undefined;
  }).map((found) => ({
    ...found,
    end: found.end + (partOfDay.exec(text.slice(found.end))?.[0].length ?? 0),
  }));

/** 昨天下午: the register keeps days. */
const partOfDay = /^的?(?:早上|早晨|上午|中午|下午|傍晚|晚上)/u;

export const comingInstant: Finder = ({ text, at, context: { now, today } }) =>
  longest(text, at, (piece) => {
    const reading = readDateTime(piece, now, 'coming');
    if (reading.kind !== 'read') return undefined;
    return writtenInstant(reading.value, today);
  });

/** 9月18日15:00 */
export function writtenInstant(instant: string, today: string): string {
  return `${shortDay(instant.slice(0, 10), today)}${Number(instant.slice(11, 13))}:${instant.slice(14, 16)}`;
}

export const month: Finder = ({ text, at, context: { today } }) =>
  longest(text, at, (piece) => {
    const reading = readMonth(piece.replace(/份$/u, ''), today);
    return reading.kind === 'read' ? reading.value : undefined;
  });

/** Where no month is said, whoever enters dues means this one or the last. */
export const recentMonths: Finder = ({ at, context: { today } }) =>
  ['上个月', '这个月'].flatMap((written) => {
    const reading = readMonth(written, today);
    // Nothing was said for it: 我党费交清了吗 asks, and is read so.
    return reading.kind === 'read' ? [{ written: reading.value, end: at, free: 2 }] : [];
  });

/** 50块; at the end 50 alone. */
export const amount: Finder = ({ text, at }) => {
  const found = money.exec(text.slice(at));
  return found === null
    ? []
    : [
        {
          written: '',
          end: at + found[0].length,
          free: 0,
          adds: found[1] ?? '',
        },
      ];
};

export const year: Finder = ({ text, at, context: { today } }) => {
  const found = yearName.exec(text.slice(at));
  if (found === null) return [];
  const last = /^(?:去|上)/u.test(found[0]);
  const number = found[1] ?? String(yearOf(today) - (last ? 1 : 0));
  return said(number, at + found[0].length);
};

export const quarter: Finder = ({ text, at, context: { today } }) =>
  longest(text, at, (piece) =>
    readQuarter(piece, today, 'begun').kind === 'read' && /季/u.test(piece)
      ? piece.replace(/^第/u, '')
      : undefined,
  );

export const span: Finder = (place) => [...quarter(place), ...year(place)];

function shortDay(date: string, today: string): string {
  const day = `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${date.slice(0, 4)}年${day}`;
}
