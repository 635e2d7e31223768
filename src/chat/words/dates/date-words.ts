import { word, type Word, type WordInput, type WordResult } from '../../define.js';
import { fullDate, fullDateTime } from '../../../words/dates.js';
import type { DateReading, DateTimeReading, Direction } from './reading.js';
import { longestDateTimePrefix, readDate } from './text.js';

/** A day; all words up to the next keyword or the end must belong to it. */
export function dateWord(direction: Direction): Word<string> {
  return word('日期', (input) => {
    const text = textBetween(input, input.end);
    if (text === '') return { kind: 'absent' };
    return answer(input, readDate(text, input.context.today, direction), text, input.end);
  });
}

/** A day and time with other words behind it. */
export const comingTime: Word<string> = word('日期时间', (input) => {
  const texts = input.tokens.slice(input.at, input.end).map((token) => token.text);
  if (texts.length === 0) return { kind: 'absent' };
  const { reading, used } = longestDateTimePrefix(texts, input.context.now, 'coming');
  const next = input.at + Math.max(1, used);
  return answer(input, reading, textBetween(input, next), next);
});

/** A past day with other words behind it: as many words as make one. */
export const pastDayFirst: Word<string> = word('日期', (input) => {
  const { at, end, context } = input;
  if (at >= end) return { kind: 'absent' };
  for (let next = Math.min(end, at + 3); next > at; next -= 1) {
    const text = textBetween(input, next);
    const reading = readDate(text, context.today, 'past');
    if (reading.kind !== 'notADate') return answer(input, reading, text, next);
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

function answer(
  input: WordInput,
  reading: DateReading | DateTimeReading,
  text: string,
  next: number,
): WordResult<string> {
  const { line, tokens, at, context } = input;
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
      return { kind: 'problem', problem: { code: 'timeMissing', date: reading.date } };
    case 'ask': {
      const before = line.text.slice(0, tokens[at]?.start ?? 0);
      const after = line.text.slice(tokens[next - 1]?.end ?? line.text.length);
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
