import { addDays, dateOf, type CivilTime } from '../domain/period/civil.js';
import { activityReminders } from './activity-reminder.js';
import { carePushes } from './care.js';
import { digests } from './digest.js';
import { duesPushes } from './dues.js';
import { exportReminders } from './export-reminder.js';
import { holdReminders } from './hold-reminder.js';
import { messageOf, type Job, type Known, type Push } from './job.js';
import { lifePushes } from './life.js';
import { objectionPushes } from './objections.js';
import { previews } from './preview.js';
import { publications } from './publication.js';
import { ladderPushes } from './veto.js';
import { readyAt } from './quiet.js';
import { yearPushes } from './year.js';

/** A new push is a file beside this one and a line here. */
const pushes: readonly Push[] = [
  activityReminders,
  digests,
  holdReminders,
  previews,
  publications,
  ...duesPushes,
  ...lifePushes,
  ...ladderPushes,
  ...yearPushes,
  ...objectionPushes,
  ...carePushes,
  exportReminders,
];

/** How far ahead the next job is looked for, in days: near first, at last past the end of a quarter. */
const horizons = [1, 10, 124] as const;

/** Everything that falls due in (from, to] in one branch, ordered by due time, then by name. */
export function due(from: CivilTime, to: CivilTime, known: Known): readonly Job[] {
  if (to <= from) return [];
  return pushes.flatMap((push) => push(from, to, known)).sort(inOrder);
}

function inOrder(one: Job, other: Job): number {
  if (one.due !== other.due) return one.due < other.due ? -1 : 1;
  return messageOf(one).messageId < messageOf(other).messageId ? -1 : 1;
}

/**
 * When the clock has work after `now`: what falls due on a free day waits, and something later may come before it.
 * Undefined when there is none within `horizons`.
 */
export function nextInstant(now: CivilTime, known: Known): CivilTime | undefined {
  for (const days of horizons) {
    const end = daysAfter(now, days);
    const [first] = due(now, end, known)
      .map((job) => readyAt(job, job.due, known))
      .sort();
    if (first !== undefined && (first <= end || days === horizons[2])) return first;
  }
  return undefined;
}

/** The next job of each kind, soonest first. */
export function comingJobs(now: CivilTime, known: Known): readonly Job[] {
  const jobs = due(now, daysAfter(now, horizons[2]), known);
  return jobs.filter((job, index) => jobs.findIndex(({ kind }) => kind === job.kind) === index);
}

function daysAfter(instant: CivilTime, days: number): CivilTime {
  return `${addDays(dateOf(instant), days)}T${instant.slice(11)}`;
}
