/** Reads months (of dues) and quarters (of publications). */
import { addMonths, monthOf, yearOf } from '../../../domain/period/civil.js';
import type { CivilDate } from '../../../domain/period/civil.js';
import {
  previousQuarter,
  quarterOf,
  type Quarter,
  type QuarterNumber,
} from '../../../domain/period/months.js';
import { matchForm } from './grammar.js';
import type { Slots } from './grammar.js';
import type { MonthReading, QuarterReading } from './reading.js';
import { tokenize } from './tokens.js';

const monthForms = ['Y年M月', 'Y年M份', 'Y-M', 'Y/M', 'Y.M', 'JM月', 'JM份', 'M月', 'M份', 'L'];
const quarterForms = ['Y年第Q季', 'Y年Q季', 'Y第Q季', 'YQ季', 'J第Q季', 'JQ季', '第Q季', 'Q季', '本', '上'];

/**
 * A month as `YYYY-MM`. Without a year it is this year's when it has begun; a later one may as well be
 * last year's (dues are paid ahead and behind) and is asked about.
 */
export function readMonth(text: string, today: CivilDate): MonthReading {
  const found = wholeForm(monthForms, text)?.found;
  if (found === undefined) return { kind: 'notADate' };
  const { L, M, J } = found;
  if (L !== undefined) return { kind: 'read', value: addMonths(today, L).slice(0, 7) };
  if (M === undefined || M < 1 || M > 12) return { kind: 'notADate' };
  const thisYear = yearOf(today);
  const year = found.Y ?? (J === undefined ? undefined : thisYear + J);
  if (year !== undefined) return { kind: 'read', value: monthOfYear(year, M) };
  if (M <= monthOf(today)) return { kind: 'read', value: monthOfYear(thisYear, M) };
  return { kind: 'ask', candidates: [monthOfYear(thisYear, M), monthOfYear(thisYear - 1, M)] };
}

const namedMonth =
  /(?:\d{4}[-年]|[去上今]年)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?!\d|[一二三四五六七八九十]+[日号])|\d{4}-\d{2}(?![-\d])|上个?月/gu;

/** The only month that a text names, the latest such; undefined where it names none or several. */
export function monthNamedIn(text: string, today: CivilDate): string | undefined {
  const named = [...text.matchAll(namedMonth)];
  const [only] = named;
  if (only === undefined || named.length > 1) return undefined;
  const reading = readMonth(only[0].replace('个', ''), today);
  switch (reading.kind) {
    case 'read':
      return reading.value;
    case 'ask':
      return reading.candidates.at(-1);
    case 'notADate':
      return undefined;
  }
}

/**
 * A quarter. Without a year it is this year's, the fourth until March last year's; with `begun` the latest such quarter
 * that has begun.
 */
export function readQuarter(
  text: string,
  today: CivilDate,
  meant: 'thisYear' | 'begun' = 'thisYear',
): QuarterReading {
  const match = wholeForm(quarterForms, text);
  if (match === undefined) return { kind: 'notADate' };
  const current = quarterOf(today);
  if (match.form === '本') return { kind: 'read', value: current };
  if (match.form === '上') return { kind: 'read', value: previousQuarter(current) };
  return { kind: 'read', value: quarterNamed(match.found, current, meant) };
}

function quarterNamed({ Y, J, Q }: Slots, current: Quarter, meant: 'thisYear' | 'begun'): Quarter {
  const quarter = Q as QuarterNumber;
  if (Y !== undefined) return { year: Y, quarter };
  if (J !== undefined) return { year: current.year + J, quarter };
  const isLastYears = meant === 'begun' ? quarter > current.quarter : current.quarter === 1 && quarter === 4;
  return { year: isLastYears ? current.year - 1 : current.year, quarter };
}

function wholeForm(forms: readonly string[], text: string): { form: string; found: Slots } | undefined {
  const tokens = tokenize(text);
  if (tokens === undefined) return undefined;
  for (const form of forms) {
    const match = matchForm(form, tokens, 0);
    if (match?.next === tokens.length) return { form, found: match.found };
  }
  return undefined;
}

function monthOfYear(year: number, month: number): string {
  return `${String(year)}-${String(month).padStart(2, '0')}`;
}
