/** Days and instants as strings, counted by hand: the model has its own calendar. */
import { isWorkday } from 'chinese-days';

const day = 86_400_000;

const utc = (instant: string): number =>
  Date.parse(`${instant.slice(0, 10)}T${instant.slice(11) || '00:00:00'}Z`);

export function later(instant: string, seconds: number): string {
  return new Date(utc(instant) + seconds * 1000).toISOString().slice(0, 19);
}

export function addDays(date: string, days: number): string {
  return new Date(utc(date) + days * day).toISOString().slice(0, 10);
}

export const dateOf = (instant: string): string => instant.slice(0, 10);
export const yearOf = (instant: string): number => Number(instant.slice(0, 4));
export const monthOf = (instant: string): string => instant.slice(0, 7);

export function lastDayOf(month: string): string {
  return addDays(`${monthAfter(month, 1)}-01`, -1);
}

export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const count = year * 12 + number - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The model asks for the same days over and over, and the calendar knows no hurry. */
function kept<Result>(work: (key: string) => Result): (key: string) => Result {
  const known = new Map<string, Result>();
  return (key) => {
    const found = known.get(key) ?? work(key);
    known.set(key, found);
    return found;
  };
}

export const isWorkingDay = kept((date) => isWorkday(date));

export function nextWorkingDay(date: string): string {
  return isWorkingDay(date) ? date : nextWorkingDay(addDays(date, 1));
}

function workingDayBefore(date: string): string {
  const before = addDays(date, -1);
  return isWorkingDay(before) ? before : workingDayBefore(before);
}

export interface Quarter {
  readonly year: number;
  /** 1 … 4 */
  readonly quarter: number;
  /** Its last day. */
  readonly end: string;
  /** First working day after it at 09:00, and the private preview the working day before at 15:00 (SPEC §2). */
  readonly publishAt: string;
  readonly previewAt: string;
}

const quarters = kept((name): Quarter => {
  const [year = 0, quarter = 0] = name.split('/').map(Number);
  const end = lastDayOf(`${year}-${String(quarter * 3).padStart(2, '0')}`);
  const on = nextWorkingDay(addDays(end, 1));
  return { year, quarter, end, publishAt: `${on}T09:00:00`, previewAt: `${workingDayBefore(on)}T15:00:00` };
});

export function quarterOf(year: number, quarter: number): Quarter {
  return quarters(`${year}/${quarter}`);
}

/** `11月28日15:00`, as people type it; the year where it is not the one of `now`. */
export function typed(instant: string, now: string): string {
  const [year = '', month = '', date = ''] = dateOf(instant).split('-');
  const days = `${Number(month)}月${Number(date)}日`;
  return `${year === now.slice(0, 4) ? '' : `${year}年`}${days}${instant.slice(11, 16)}`;
}
