import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullDate, fullDateTime, spacedDate } from '../../../src/words/dates.js';
import { longestDateTimePrefix, readDate, readDateTime } from '../../../src/chat/words/dates/text.js';
import { readMonth, readQuarter } from '../../../src/chat/words/dates/span.js';
import { addDays, addMinutes, daysBetween, yearOf } from '../../../src/domain/period/civil.js';

const directions = fc.constantFrom('past', 'coming');
const dates = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays('1950-01-01', days));
const instants = fc
  .tuple(dates, fc.integer({ min: 0, max: 1439 }))
  .map(([date, minute]) => addMinutes(`${date}T00:00:00`, minute));

const tens = ['', '十', '二十', '三十', '四十', '五十'];
const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const inChinese = (value: number): string =>
  value === 0 ? '零' : `${tens[Math.floor(value / 10)] ?? ''}${ones[value % 10] ?? ''}`;
const wide = (text: string): string =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Every way to print a date with its year. */
const dateFormats: readonly ((date: string) => string)[] = [
  (date) => date,
  (date) => date.replaceAll('-', '/'),
  (date) => date.replaceAll('-', '.'),
  (date) => date.replaceAll('-', ''),
  (date) => wide(date),
  (date) => date.replace('-', '年').replace('-', '月') + '日',
  (date) => `${Number(date.slice(0, 4))}年${Number(date.slice(5, 7))}月${Number(date.slice(8))}号`,
  (date) => `${Number(date.slice(0, 4))} 年 ${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`,
  (date) =>
    `${Array.from(date.slice(0, 4), (digit) => ones[Number(digit)] || '〇').join('')}年` +
    `${inChinese(Number(date.slice(5, 7)))}月${inChinese(Number(date.slice(8)))}日`,
  // Seen from another century the echo carries the year.
  (date) => fullDate(date, '1800-01-01'),
  (date) => wide(fullDate(date, '1800-01-01')),
  (date) => spacedDate(date, '1800-01-01'),
];
const dateFormat = fc.constantFrom(...dateFormats);

const timeFormats: readonly ((hour: number, minute: number) => string)[] = [
  (hour, minute) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
  (hour, minute) => wide(`${hour}:${String(minute).padStart(2, '0')}`),
  (hour, minute) => `${hour < 12 ? '上午' : '下午'}${hour}点${minute}分`,
  (hour, minute) => `${hour < 12 ? '上午' : '下午'}${inChinese(hour)}点${inChinese(minute)}分`,
  (hour, minute) => ` ${hour < 12 ? '上午' : '下午'} ${hour} 时 ${String(minute).padStart(2, '0')}`,
  (hour, minute) =>
    hour > 12 && minute === 30
      ? `下午${inChinese(hour - 12)}点半`
      : `${hour < 12 ? '上午' : '下午'}${hour}点${minute}分`,
];

/** Everything that may be part of a date; anything else is junk. */
const alphabet = new Set(
  '0123456789-/.:（）年月日号点时分整钟半刻份季度第周星期礼拜上下个本这今明昨后前大去天早晨清中午傍晚间凌第〇零一二三四五六七八九十两 ',
);
const isKnown = (sign: string): boolean =>
  [...alphabet].some((known) => known === sign || wide(known) === sign) ||
  /[\t\u00a0\u2002-\u200a\u3000\u2010-\u2015\u2212\u2236]/.test(sign);
const junk = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }).filter((sign) => !isKnown(sign));

describe('whatever is printed', () => {
  it('reads back as the same day, from any day and in both directions', () => {
    fc.assert(
      fc.property(dates, dates, directions, dateFormat, (date, today, direction, print) => {
        expect(readDate(print(date), today, direction)).toEqual({ kind: 'read', value: date });
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back as the same instant', () => {
    fc.assert(
      fc.property(
        instants,
        instants,
        dateFormat,
        fc.constantFrom(...timeFormats),
        (instant, now, date, time) => {
          const [hour, minute] = [Number(instant.slice(11, 13)), Number(instant.slice(14, 16))];
          const text = `${date(instant.slice(0, 10))} ${time(hour, minute)}`;
          expect(readDateTime(text, now, 'coming'), text).toEqual({ kind: 'read', value: instant });
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('reads the echo without a year as the same day within a year', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 365 }), (today, ahead) => {
        const date = addDays(today, ahead);
        fc.pre(yearOf(date) === yearOf(today));
        expect(readDate(fullDate(date, today), today, 'coming')).toEqual({ kind: 'read', value: date });
        expect(readDate(spacedDate(today, date), date, 'past')).toEqual({ kind: 'read', value: today });
        const instant = `${date}T15:00:00`;
        const echo = fullDateTime(instant, today);
        expect(readDateTime(echo, `${today}T00:00:00`, 'coming')).toEqual({ kind: 'read', value: instant });
      }),
    );
  });

  it('reads a day without year on its own side of today, less than eight years away', () => {
    fc.assert(
      fc.property(dates, dates, directions, (date, today, direction) => {
        const reading = readDate(`${date.slice(5, 7)}月${date.slice(8)}日`, today, direction);
        if (reading.kind !== 'read') {
          expect(date.slice(5)).toBe('02-29');
          return;
        }
        const ahead = daysBetween(today, reading.value) * (direction === 'coming' ? 1 : -1);
        expect(reading.value.slice(5)).toBe(date.slice(5));
        expect(ahead).toBeGreaterThanOrEqual(0);
        expect(ahead).toBeLessThan(367);
      }),
    );
  });
});

describe('whatever is typed', () => {
  it('is not read with junk before, after or inside', () => {
    fc.assert(
      fc.property(instants, dateFormat, junk, fc.nat(), (instant, print, sign, place) => {
        const date = print(instant.slice(0, 10));
        const at = place % (date.length + 1);
        const text = date.slice(0, at) + sign + date.slice(at);
        const time = `${date} ${instant.slice(11, 16)}`;
        const timeAt = place % (time.length + 1);
        expect(readDate(text, '2026-11-23', 'past'), text).toEqual({ kind: 'notADate' });
        expect(
          readDateTime(time.slice(0, timeAt) + sign + time.slice(timeAt), '2026-11-23T09:00:00', 'coming'),
        ).toEqual({
          kind: 'notADate',
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('is never read as another day when a sign of the alphabet is appended', () => {
    fc.assert(
      fc.property(dates, dateFormat, fc.constantFrom(...alphabet), (date, print, sign) => {
        const reading = readDate(print(date) + sign, '2026-11-23', 'past');
        if (reading.kind === 'read') expect(reading.value).toBe(date);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws, and asks with at least one candidate', () => {
    const pieces = fc.constantFrom(...alphabet, '上周', '星期', '下午', '季度', '2026', '11', '29', '31');
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(anything, instants, directions, (text, now, direction) => {
        const today = now.slice(0, 10);
        const readings = [
          readDate(text, today, direction),
          readDateTime(text, now, direction),
          longestDateTimePrefix(text.split(' '), now, direction).reading,
          readMonth(text, today),
          readQuarter(text, today),
        ];
        for (const reading of readings) {
          if (reading.kind === 'ask') expect(reading.candidates.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('is refused at once when it is very long', () => {
    expect(readDate('11月28日'.repeat(2000), '2026-11-23', 'past')).toEqual({ kind: 'notADate' });
    expect(readDate('1'.repeat(10_000), '2026-11-23', 'past')).toEqual({ kind: 'notADate' });
  });
});
