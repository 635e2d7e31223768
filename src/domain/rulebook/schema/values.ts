/**
 * The small values a rulebook is made of. A value that is a string in YAML but means something else
 * (a time, a share) is checked here once, so that nothing behind the parser has to doubt it.
 */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** What a string should look like; used to explain errors in a bad file. */
export type Format = 'clockTime' | 'monthDay' | 'fraction' | 'version' | 'plainText' | 'word' | 'id';

/** A share of a body, kept exact: a third of 20 people must not depend on rounding of 0.333. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

function formatted(format: Format, accepts: (text: string) => boolean, schema = z.string().min(1)) {
  return schema.refine(accepts, { params: { format } });
}

const isMonthDay = (text: string): boolean => {
  const parts = /^(\d\d)-(\d\d)$/.exec(text);
  if (parts === null) return false;
  // 2025 is no leap year: a date that comes every year must exist in every year.
  const month = Number(parts[1]);
  const day = Number(parts[2]);
  if (month < 1 || month > 12) return false;
  return day >= 1 && day <= Temporal.PlainYearMonth.from({ year: 2025, month }).daysInMonth;
};

/** `HH:MM` in Asia/Shanghai. */
export const clockTime = formatted('clockTime', (text) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text));

/** `MM-DD`, a day of every year. */
export const monthDay = formatted('monthDay', isMonthDay);

/** Names a version in every ledger entry, so it has no blanks and stays short. */
export const versionName = formatted('version', (text) => /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/.test(text));

/** What code calls a thing. */
export const id = formatted('id', (text) => /^[a-z][A-Za-z0-9]*$/.test(text));

/**
 * One line for people: no control characters (they would break a spreadsheet cell or a chat line), no blanks around.
 * Marks are read full-width, so that a rulebook that a branch recorded with half-width ones is still the same.
 */
export const plainText = (maximum: number) =>
  formatted(
    'plainText',
    (text) => !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) && text === text.trim(),
    z.string().min(1).max(maximum),
  ).overwrite(withWideMarks);

/** `,:;()?!` beside Chinese as GB/T 15834 writes them; each is 0xFEE0 further on. */
function withWideMarks(text: string): string {
  const beside =
    /(?<=[\p{Script=Han}\u201d\u300b\uff09])[,:;()?!] ?|[,:;()?!](?=[\p{Script=Han}\u201c\u300a])/gu;
  return text.replace(beside, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));
}

/** A label that is typed as a word of a command: letters only, two or more, so that a prefix of it can be asked for. */
export const word = formatted('word', (text) => /^\p{L}+$/u.test(text), z.string().min(2).max(12));

/** Other words for the same thing, as people type them. */
export const aliases = z.array(word).default([]);

/** Points are stored positive; the sign comes from the side of the item. */
export const points = z.int().positive().max(1000);

export const wholeNumber = z.int().nonnegative().max(10_000);
export const positiveNumber = z.int().positive().max(10_000);

/** A day that every month has. */
export const dayOfMonth = z.int().positive().max(28);

/** `numerator/denominator`, more than nothing and at most the whole; 0.1 is refused with the right form, not as "no text". */
export const fraction = z
  .unknown()
  .refine(
    (value) => {
      const { numerator, denominator } = toFraction(value);
      return numerator > 0 && numerator <= denominator;
    },
    { params: { format: 'fraction' satisfies Format }, abort: true },
  )
  .transform(toFraction);

function toFraction(value: unknown): Fraction {
  const parts = /^(\d{1,4})\/(\d{1,4})$/.exec(typeof value === 'string' ? value : '');
  return { numerator: Number(parts?.[1] ?? 0), denominator: Number(parts?.[2] ?? 0) };
}
