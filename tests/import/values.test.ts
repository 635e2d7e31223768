import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDay, readPoints, readSum, readTimes, readTotal, textOf } from '../../src/cli/import/values.js';
import { textCell, type Cell } from '../../src/cli/sheets/sheet.js';
import type { RulebookItem } from '../../src/domain/rulebook/schema.js';

const today = '2026-11-23';
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const wide = (text: string) =>
  text.replace(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

describe('days', () => {
  test('every way of writing a day reads as that day', () => {
    fc.assert(
      fc.property(day, fc.boolean(), (date, isWide) => {
        const [year = '', month = '', number = ''] = date.split('-');
        const [m, d] = [Number(month), Number(number)];
        const forms = [
          `${year}-${month}-${number}`,
          `${year}/${m}/${d}`,
          `${year}.${month}.${number}`,
          `${year}年${m}月${d}日`,
        ];
        for (const form of forms) {
          const cell = textCell(isWide ? wide(form) : form);
          expect(readDay(cell, today, undefined)).toEqual({ ok: true, value: date });
        }
        const serial = Math.round(Date.parse(date) / 86_400_000) + 25_569;
        expect(readDay({ kind: 'number', number: serial, serial }, today, undefined)).toEqual({
          ok: true,
          value: date,
        });
        for (const form of [`${m}月${d}日`, `${m}月${d}号`, `${m}/${d}`, `${m}-${d}`])
          expect(readDay(textCell(form), today, Number(year))).toEqual({ ok: true, value: date });
      }),
    );
  });

  test('without a year and a title it is the latest past one, never a day to come', () => {
    fc.assert(
      fc.property(day, (date) => {
        const [, month, number] = date.split('-');
        const read = readDay(textCell(`${Number(month)}月${Number(number)}日`), today, undefined);
        if (!read.ok) {
          expect(`${month}-${number}`).toBe('02-29');
          return;
        }
        expect(read.value.slice(5)).toBe(`${month}-${number}`);
        expect(read.value <= today && read.value > '2025-11-23').toBe(true);
      }),
    );
  });

  test.each(['11.2', '11.20', '2026', '2026-11', '13月1日', '2月30日', '昨天', '2026-11-24', ''])(
    'what is no day, or not yet: %s',
    (text) => {
      expect(readDay(textCell(text), today, undefined).ok).toBe(false);
    },
  );

  test('any text at all is read or refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = readDay(textCell(text), today, 2026);
        if (read.ok) expect(read.value).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
        else expect(read.wrong).not.toBe('');
      }),
    );
  });
});

describe('points', () => {
  const cell = (text: string): Cell => textCell(text);
  test('every way of writing points reads as those points', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_999 }), fc.boolean(), (points, isWide) => {
        const as = (text: string) => cell(isWide ? wide(text) : text);
        for (const form of [`${points}`, `+${points}`, `${points}分`, `加${points}分`, `${points}.0`])
          expect(readPoints(as(form), 'bonus')).toEqual({ ok: true, value: points });
        for (const form of [`${points}`, `-${points}`, `−${points}`, `扣${points}分`, `减${points}`])
          expect(readPoints(as(form), 'deduction')).toEqual({ ok: true, value: -points });
        expect(readPoints(as(`-${points}`), 'bonus')).toEqual({ ok: true, value: -points });
        expect(readTotal(as(`${points}分`))).toEqual({ ok: true, value: points });
        expect(readTotal(as(`-${points}`)).ok).toBe(false);
      }),
    );
  });

  test('a sum of named deeds is their sum', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 8 }), (points) => {
        const text = points.map((each) => `第8项公益活动+${each}`).join('、');
        expect(readSum(cell(text), '加分')).toEqual({
          ok: true,
          value: points.reduce((sum, one) => sum + one),
        });
      }),
    );
  });

  test.each(['', '无', '0', '—', '/', '0分'])('nothing: “%s”', (text) => {
    expect(readSum(cell(text), '加分')).toEqual({ ok: true, value: 0 });
  });

  test.each(['若干', '1.5', '+3-2', '+3×2', '3和5', '12345', '+3.5'])('what is no sum: %s', (text) => {
    expect(readSum(cell(text), '加分').ok).toBe(false);
  });

  test('×N only where the grade counts each', () => {
    const item = {
      number: 19,
      title: '信访秩序',
      grades: [
        { id: 'kin', perCount: true },
        { id: 'self', perCount: false },
      ],
    } as unknown as RulebookItem;
    expect(readTimes(cell('20'), item, 'kin')).toEqual({ ok: true, value: 20 });
    expect(readTimes(cell('21'), item, 'kin').ok).toBe(false);
    expect(readTimes(cell('0'), item, 'kin').ok).toBe(false);
    expect(readTimes(cell('1'), item, 'self')).toEqual({ ok: true, value: 1 });
    expect(readTimes(cell('2'), item, 'self').ok).toBe(false);
  });
});

test('text of people is one line without invisible characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(textOf({ kind: 'text', text })).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u);
    }),
  );
});
