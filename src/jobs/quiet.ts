import { addDays, addMinutes, dateOf, type CivilTime } from '../domain/period/civil.js';
import { nextWorkingDay } from '../domain/period/working-days.js';
import type { Job, Known } from './job.js';

/** A due time that has only just passed was chosen well; what is older may have been caught up at any hour. */
const graceMinutes = 15;

/**
 * When this job, due by `now`, may run: what is caught up at night or on a free day waits for the allowed hours.
 * Activity reminders go on any day of the week; so does what answers an import, as the reply to a line would.
 */
export function readyAt(job: Job, now: CivilTime, { rulebook, workingDays }: Known): CivilTime {
  const { from, to } = rulebook.pushes.allowedHours;
  const time = now.slice(11, 16);
  const today = dateOf(now);
  if (goesAnyDay(job)) {
    if (now <= addMinutes(job.due, graceMinutes) || (time >= from && time <= to)) return job.due;
    return `${time < from ? today : addDays(today, 1)}T${from}:00`;
  }
  if (!workingDays.isWorkingDay(today) || time > to)
    return `${nextWorkingDay(workingDays, addDays(today, 1))}T${from}:00`;
  return time < from ? `${today}T${from}:00` : job.due;
}

export function goesAnyDay({ kind }: Pick<Job, 'kind'>): boolean {
  return kind === 'remind-day' || kind === 'remind-hours' || kind === 'import-told';
}
