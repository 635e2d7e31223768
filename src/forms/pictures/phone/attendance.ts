/** A member's attendance in a year, day by day. For that member only. */
import type { Activity } from '../../../domain/attendance/rows.js';
import { dueFrom, isDueAt } from '../../../domain/attendance/standing.js';
import { personOf, refOf } from '../../../domain/branch/people.js';
import {
  addDays,
  addMonths,
  dateOf,
  dayOf,
  monthOf,
  weekdayOf,
  yearOf,
  byTime,
} from '../../../domain/period/civil.js';
import type { Person } from '../../../domain/roster/rows.js';
import type { PaperInput } from '../../input.js';
import { asOfTitle } from '../../words.js';
import { standingTitles } from '../../../words/activities.js';
import { personTitle } from '../../../words/persons.js';

/** Standing at one activity. `coming`: not held yet; `guest`: came without being due. */
export type Mark = 'present' | 'guest' | 'onLeave' | 'leavePending' | 'absent' | 'unrecorded' | 'coming';

export interface AttendanceCalendar {
  readonly title: string;
  readonly subtitle: string;
  /** Attended of how many, and the standing at the rest. */
  readonly sums: readonly string[];
  /** January to December. */
  readonly months: readonly CalendarMonth[];
}

export interface CalendarMonth {
  readonly month: number;
  /** Column of the first day: 0 is Monday. */
  readonly offset: number;
  /** What was on each day from the first, mostly nothing. */
  readonly days: readonly (readonly Mark[])[];
}

/** @throws when there is no such person */
export function attendanceCalendar(
  { facts, rulebookOf, today }: PaperInput,
  member: number,
  year: number,
): AttendanceCalendar {
  const person = personOf(facts, member);
  const marks = facts
    .all('activity')
    .filter(({ state, at }) => state !== 'cancelled' && yearOf(at) === year)
    .sort(byTime)
    .flatMap((activity) => {
      const mark = markOf(facts, activity, member, today);
      return mark === null ? [] : [{ day: dateOf(activity.at), mark }];
    });
  return {
    title: `${personTitle(refOf(facts, person), rulebookOf(yearOf(today)))} ${year}年参加活动情况`,
    subtitle: asOfTitle(today, person),
    sums: marks.length === 0 ? [emptyText(person, year)] : sumsOf(marks.map(({ mark }) => mark)),
    months: monthsOf(year).map((first) => ({
      month: monthOf(first),
      offset: weekdayOf(first) - 1,
      days: daysOf(first).map((day) => marks.filter((one) => one.day === day).map(({ mark }) => mark)),
    })),
  };
}

function markOf(facts: PaperInput['facts'], activity: Activity, member: number, today: string): Mark | null {
  const row = facts.get('attendance', activity.id, member);
  if (row === undefined) return null;
  if (!activity.required || !isDueAt(facts, activity, member))
    return row.presence === 'present' ? 'guest' : null;
  const { standing } = dueFrom(facts, row);
  return standing === 'unrecorded' && dateOf(activity.at) > today ? 'coming' : standing;
}

/** An unmarked square would leave doubt whether something is missing. */
function emptyText({ joinedOn, leftOn, exempt }: Person, year: number): string {
  const isHere = yearOf(joinedOn) <= year && (leftOn === null || yearOf(leftOn) >= year);
  if (!isHere) return `${year}年不在本支部`;
  return `${year}年没有登记须本人参加的活动${exempt ? '（不列入积分考核）' : ''}`;
}

/** What has not been held yet is not owed yet. */
function sumsOf(marks: readonly Mark[]): readonly string[] {
  const count = (mark: Mark) => marks.filter((one) => one === mark).length;
  const due = marks.length - count('guest') - count('coming');
  const told = (['onLeave', 'leavePending', 'absent', 'unrecorded', 'guest', 'coming'] as const)
    .filter((mark) => count(mark) > 0)
    .map((mark) => `${mark === 'guest' ? '另参加' : standingTitles[mark]}${count(mark)}次`);
  const line = `应到${due}次，${standingTitles.present}${count('present')}次`;
  return told.length === 0 ? [line] : [line, told.join('，')];
}

function monthsOf(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => addMonths(`${year}-01-01`, index));
}

function daysOf(first: string): readonly string[] {
  const last = dayOf(addDays(addMonths(first, 1), -1));
  return Array.from({ length: last }, (_, index) => addDays(first, index));
}
