import type { PushKind } from '../app/ports/health.js';
import { addDays, addMinutes, dateOf, type CivilTime } from '../domain/period/civil.js';
import { nextWorkingDay } from '../domain/period/working-days.js';
import { messageOf, type Job, type Known, type Push } from './push.js';
import { closeReminders, dayReminders, hoursReminders } from './pushes/activities.js';
import { careVisits } from './pushes/care.js';
import { duesDrafts, duesLadder, duesReminders, duesReviews, missingDues } from './pushes/dues.js';
import { absenceLadder, frequency, halfYear, progress, reportReminders } from './pushes/life.js';
import { digests, importsTold, objectionReminders, witnessReminders } from './pushes/matters.js';
import { holdReminders, postingReminders, previews, publications } from './pushes/notices.js';
import { exportReminders } from './pushes/papers.js';
import { transferReceipts } from './pushes/roster.js';
import { elections, probations } from './pushes/terms.js';
import { disposalTerms, noticeEnds, openYears, yearStart } from './pushes/year.js';

export const pushes: { readonly [K in PushKind]: Push<K> } = {
  'remind-day': dayReminders,
  'remind-hours': hoursReminders,
  digest: digests,
  'objection-reminder': objectionReminders,
  'witness-reminder': witnessReminders,
  'import-told': importsTold,
  preview: previews,
  publication: publications,
  'hold-reminder': holdReminders,
  'posting-reminder': postingReminders,
  'dues-reminder': duesReminders,
  'dues-missing': missingDues,
  'dues-draft': duesDrafts,
  'dues-ladder': duesLadder,
  'dues-review': duesReviews,
  frequency,
  progress,
  'half-year': halfYear,
  'report-due': reportReminders,
  'absence-ladder': absenceLadder,
  'export-reminder': exportReminders,
  'care-visits': careVisits,
  'year-start': yearStart,
  'year-open': openYears,
  'close-reminder': closeReminders,
  probation: probations,
  election: elections,
  'notice-end': noticeEnds,
  'disposal-term': disposalTerms,
  'transfer-receipt': transferReceipts,
};
const everyPush: readonly Push[] = Object.values(pushes);
/** The daily list goes by whether anything is open at all, which lines change all the time; it is asked each time. */
export const askedEachTime: readonly Push[] = [digests];
export const keptPushes = everyPush.filter((push) => !askedEachTime.includes(push));

/** Days to look ahead for the next job: past the end of a quarter. */
const horizon = 124;

/** Everything that falls due in (from, to] in one branch, by due time, then by name. */
export function due(from: CivilTime, to: CivilTime, known: Known, among = everyPush): readonly Job[] {
  if (to <= from) return [];
  return among.flatMap((push) => [...push.jobs(from, to, known)]).sort(inOrder);
}

function inOrder(one: Job, other: Job): number {
  if (one.due !== other.due) return one.due < other.due ? -1 : 1;
  return messageOf(one).messageId < messageOf(other).messageId ? -1 : 1;
}

/** When the clock next has work, and the first instant at which something falls due: until then this stays so. */
export interface Next {
  readonly at: CivilTime;
  readonly until: CivilTime;
}

/**
 * When the clock next has work after `now`: a job that falls due on a free day waits, so a later one may run first.
 * Undefined when there is none within the horizon. Commits ask, so only the first job of each push counts (none
 * runs before an earlier one of its kind), and the search ends at the best so far.
 */
export function nextWork(
  now: CivilTime,
  known: Known,
  among = everyPush,
  within?: CivilTime,
): Next | undefined {
  let best: Next | undefined;
  let end = within ?? daysAfter(now, horizon);
  for (const push of among) {
    const job = firstOf(push.jobs(now, end, known));
    if (job === undefined) continue;
    const at = readyAt(job, job.due, known);
    best = { at: earlier(at, best?.at), until: earlier(job.due, best?.until) };
    if (best.at < end) end = best.at;
  }
  return best;
}

function earlier(one: CivilTime, other: CivilTime | undefined): CivilTime {
  return other !== undefined && other < one ? other : one;
}

/** The next job of each kind, soonest first. */
export function comingJobs(now: CivilTime, known: Known): readonly Job[] {
  const end = daysAfter(now, horizon);
  return everyPush.flatMap((push) => firstOf(push.jobs(now, end, known)) ?? []).sort(inOrder);
}

function firstOf(jobs: Iterable<Job>): Job | undefined {
  for (const job of jobs) return job;
  return undefined;
}

function daysAfter(instant: CivilTime, days: number): CivilTime {
  return `${addDays(dateOf(instant), days)}T${instant.slice(11)}`;
}

/** Just passed, its due time is a fit hour; an older job might be caught up at any hour. */
const graceMinutes = 15;

/**
 * When this job, due by `now`, may run: a job caught up at night or on a free day waits for the allowed hours of a
 * working day, unless its push goes on any day.
 */
export function readyAt(job: Job, now: CivilTime, { rulebook, workingDays }: Known): CivilTime {
  const { from, to } = rulebook.pushes.allowedHours;
  const time = now.slice(11, 16);
  const today = dateOf(now);
  if (pushes[job.kind].anyDay) {
    if (now <= addMinutes(job.due, graceMinutes) || (time >= from && time <= to)) return job.due;
    return `${time < from ? today : addDays(today, 1)}T${from}:00`;
  }
  if (!workingDays.isWorkingDay(today) || time > to)
    return `${nextWorkingDay(workingDays, addDays(today, 1))}T${from}:00`;
  return time < from ? `${today}T${from}:00` : job.due;
}
