import { word, type Word, type WordInput, type WordResult } from '../../define.js';
import { addDays, dateOf, yearOf } from '../../../domain/period/civil.js';
import { fullDate, fullDateTime } from '../../../words/dates.js';
import type { DateReading, DateTimeReading, Direction } from './reading.js';
import { cutToken } from '../line.js';
import { longestDateTimePrefix, readDate, readDateTime } from './text.js';

/** A day; all words up to the next keyword or the end must belong to it. */
export function dateWord(direction: Direction): Word<string> {
  return word('日期', (input) => {
    const text = textBetween(input, input.end);
    if (text === '') return { kind: 'absent' };
    const reading = readDate(text, input.context.today, direction);
    return direction === 'past'
      ? answerPast(input, reading, text, input.end)
      : answer(input, reading, text, input.end);
  });
}

/** A day that would be last year's although this year's is near: it is asked about, nothing is noted a year back. */
function answerPast(input: WordInput, reading: DateReading, text: string, next: number): WordResult<string> {
  return reading.kind === 'read' && isOtherYear(reading.value, text, input.context.today)
    ? far(input, reading.value, text, next)
    : answer(input, reading, text, next);
}

function far(input: WordInput, value: string, text: string, next: number): WordResult<string> {
  const asked = answer(input, { kind: 'ask', candidates: [value] }, text, next);
  const thisYears = value < input.context.today ? ('ahead' as const) : ('past' as const);
  return asked.kind === 'problem' && asked.problem.code === 'whichDate'
    ? { kind: 'problem', problem: { ...asked.problem, thisYears } }
    : asked;
}

/** The day of a deed: the latest past one, whatever lies ahead (SPEC §2, which year). */
export const deedDay: Word<string> = word('日期', (input) => {
  const text = textBetween(input, input.end);
  if (text === '') return { kind: 'absent' };
  return answer(input, readDate(text, input.context.today, 'past'), text, input.end);
});

/** A day and time with other words behind it. */
export const comingTime: Word<string> = word(
  '日期时间',
  (input) => {
    const texts = input.tokens.slice(input.at, input.end).map((token) => token.text);
    if (texts.length === 0) return { kind: 'absent' };
    const { reading, used } = longestDateTimePrefix(texts, input.context.now, 'coming');
    const next = input.at + Math.max(1, used);
    const text = textBetween(input, next);
    return reading.kind === 'read' && isOtherYear(dateOf(reading.value), text, input.context.today)
      ? far(input, reading.value, text, next)
      : answer(input, reading, text, next);
  },
  undefined,
  (input) => {
    const lead = movedTo.exec(input.tokens[input.at]?.text ?? '')?.[0].length ?? 0;
    const token = input.tokens[input.at];
    if (token !== undefined && lead > 0 && lead < token.text.length)
      return input.tokens.with(input.at, {
        ...token,
        text: token.text.slice(lead),
        start: token.start + lead,
      });
    for (let at = input.at; at < Math.min(input.end, input.at + longestTime); at += 1) {
      const before = textBetween(input, at);
      const token = input.tokens[at];
      for (let length = (token?.text.length ?? 0) - 1; length > 0; length -= 1) {
        const text = `${before} ${token?.text.slice(0, length) ?? ''}`;
        // 3点15楼: the digits belong to the floor.
        if (storey.test(token?.text.slice(length) ?? '')) continue;
        const { kind } = readDateTime(text, input.context.now, 'coming');
        if (kind === 'read' || kind === 'ask') return cutToken(input.tokens, at, length);
      }
    }
    return undefined;
  },
);

/** The same, or null where only the place changes: a keyword follows. */
export const newTime: Word<string | null> = word<string | null>(
  comingTime.label,
  (input) => {
    const { line, tokens, at, end } = input;
    const token = tokens[at];
    if (at >= end && end < tokens.length) return { kind: 'taken', value: null, next: at };
    const read = comingTime.read(input);
    const isPlace = token !== undefined && end === tokens.length && room.test(token.text);
    if (read.kind !== 'problem' || read.problem.code !== 'notADate' || !isPlace) return read;
    const lines = [`${line.text.slice(0, token.start)}地点 ${line.text.slice(token.start)}`];
    return { kind: 'problem', problem: { code: 'extra', text: token.text, keyword: '地点', lines } };
  },
  undefined,
  comingTime.loosen,
);
const room = /[楼层室厅堂馆院场]/u;

/** 推迟到11月27日: what leads to a new time. */
export const movedTo =
  /^(?:往后|往前)?(?:改期|改|推迟|推|提前|延期|延后|延|顺延|挪|调整|调|换|变更|定)?[到至为在成](?=[\d今明后大下这本周星礼元一二三四五六七八九十])/u;

/** Days. Without a year a day of last week would be next year's: the group would hear of it at once. */
const farOff = 300;
const yearSaid = /年|\d{4}/u;

function isOtherYear(date: string, text: string, today: string): boolean {
  if (yearOf(date) === yearOf(today) || yearSaid.test(text)) return false;
  return date < addDays(today, -farOff) || date > addDays(today, farOff);
}

const storey = /^[楼层室号栋]/u;
/** Words that a day and time has at most. */
const longestTime = 4;
/** 15:00-17:00: only the beginning is planned. */
const untilTime = /^[-~\u2013\u2014\uff5e至到]{1,2}(\d{1,2}[:：]\d\d|[上下]午\d{1,2}点半?|\d{1,2}点半?)$/u;

/** Words that it has at most, with blanks. */
const longestUntil = 3;

/** Not in the usage line, as nobody has to write it: the end of what was said to last from … to …, right behind its beginning. */
export const endTime: Word<string> = word('', ({ tokens, at, end }) => {
  // 到 下午 4点
  for (let next = at + 1; next <= Math.min(end, at + longestUntil); next += 1) {
    const text = tokens.slice(at, next).map((token) => token.text);
    const until = untilTime.exec(text.join(''))?.[1];
    if (until !== undefined) return { kind: 'taken', value: until, next };
  }
  return { kind: 'absent' };
});

/** A past day with other words behind it: as many words as make one. */
export const pastDayFirst: Word<string> = word('日期', (input) => {
  const { at, end, context } = input;
  if (at >= end) return { kind: 'absent' };
  for (let next = Math.min(end, at + 3); next > at; next -= 1) {
    const text = textBetween(input, next);
    const reading = readDate(text, context.today, 'past');
    if (reading.kind !== 'notADate') return answerPast(input, reading, text, next);
  }
  const text = textBetween(input, at + 1);
  return answer(input, readDate(text, context.today, 'past'), text, at + 1);
});

function textBetween({ line, tokens, at }: WordInput, next: number): string {
  const first = tokens[at];
  const last = tokens[next - 1];
  return first === undefined || last === undefined || next <= at
    ? ''
    : line.text.slice(first.start, last.end);
}

/** As the examples write it. */
const someTime = '15:00';

function answer(
  input: WordInput,
  reading: DateReading | DateTimeReading,
  text: string,
  next: number,
): WordResult<string> {
  const { line, tokens, at, context } = input;
  const before = line.text.slice(0, tokens[at]?.start ?? 0);
  const after = line.text.slice(tokens[next - 1]?.end ?? line.text.length);
  switch (reading.kind) {
    case 'read':
      return { kind: 'taken', value: reading.value, next };
    case 'noSuchDay': {
      const { year, month, day } = reading;
      const problem = {
        code: 'noSuchDay' as const,
        day,
        ...(year === undefined ? {} : { year }),
        ...(month === undefined ? {} : { month }),
      };
      return { kind: 'problem', problem };
    }
    case 'noSuchTime':
      return { kind: 'problem', problem: { code: 'noSuchTime', text } };
    case 'timeMissing':
      return {
        kind: 'problem',
        problem: { code: 'timeMissing', date: reading.date, example: `${before}${text}${someTime}${after}` },
      };
    case 'ask': {
      const lines = reading.candidates.map((value) => {
        const said = value.length > 10 ? fullDateTime(value, context.today) : fullDate(value, context.today);
        return `${before}${said}${after}`;
      });
      return { kind: 'problem', problem: { code: 'whichDate', text, lines } };
    }
    case 'notADate':
      return { kind: 'problem', problem: { code: 'notADate', text } };
  }
}
