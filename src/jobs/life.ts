import { remindOfFrequency, remindOfReport, tellMissed } from '../app/life/frequency.js';
import { sendProgress } from '../app/life/progress.js';
import { sendHalfYear } from '../app/life/report.js';
import { addDays, addMonths, yearOf, type CivilDate, type CivilTime } from '../domain/period/civil.js';
import { firstDayOf, monthIn, monthNamed } from '../domain/period/months.js';
import { nextWorkingDay, type WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { onceAYear } from './by-year.js';
import type { Job, Push } from './job.js';

/** Half past ten: after the publication and the digest of the day, so that people read one thing at a time. */
const time = '10:30';
/** Day of the month: early enough to still call a meeting. */
const frequencyDay = 20;

const jobsOf = onceAYear((year, { rulebook, workingDays }): readonly Job[] => [
  ...monthly(year, rulebook, workingDays),
  ...reportJobs(year, rulebook),
]);

/**
 * Organisational life: progress, frequency, half-year check, report. The days hang on calendar and rulebook alone;
 * what there is to say, if anything, is found when the job runs.
 */
const calendar: Push = (from, to, known) => {
  const jobs: Job[] = [];
  // A reminder may lie in the year before its day.
  for (let year = yearOf(from); year <= yearOf(to) + 1; year += 1) jobs.push(...jobsOf(year, known));
  return jobs
    .filter(({ due }) => due > from && due <= to)
    .sort((one, other) => (one.due < other.due ? -1 : one.due > other.due ? 1 : 0));
};

export const lifePushes: readonly Push[] = [calendar];

function monthly(year: number, rulebook: Rulebook, days: WorkingDays): readonly Job[] {
  const jobs: Job[] = [];
  for (let month = 1; month <= 12; month += 1) {
    const name = monthNamed(year, month);
    const first = firstDayOf(name);
    const next = addMonths(first, 1);
    const opening = `${nextWorkingDay(days, first)}T${time}:00`;
    const last = addDays(first, -1);
    jobs.push({
      kind: 'frequency',
      subject: `missed-${monthIn(last)}`,
      due: opening,
      worthUntil: `${next}T00:00:00`,
      intent: tellMissed.intent({ last }),
    });
    const day = addDays(first, frequencyDay - 1);
    jobs.push({
      kind: 'frequency',
      subject: name,
      due: `${nextWorkingDay(days, day)}T${time}:00`,
      worthUntil: `${next}T00:00:00`,
      intent: remindOfFrequency.intent({ day }),
    });
    if (month % 3 === 1) jobs.push(progressJob(last, opening, addMonths(first, 3)));
    if (month === rulebook.reports.halfYearCheckMonth)
      jobs.push(halfYearJob(name, opening, addMonths(first, 6)));
  }
  return jobs;
}

/** Good until the next quarter's. */
function progressJob(until: CivilDate, due: CivilTime, next: CivilDate): Job {
  const intent = sendProgress.intent({ until });
  return { kind: 'progress', subject: monthIn(until), due, worthUntil: `${next}T00:00:00`, intent };
}

function halfYearJob(subject: string, due: CivilTime, end: CivilDate): Job {
  return { kind: 'half-year', subject, due, worthUntil: `${end}T00:00:00`, intent: sendHalfYear.intent({}) };
}

/** On their own days; a free day is only waited out (src/jobs/quiet.ts). */
function reportJobs(year: number, { reports }: Rulebook): readonly Job[] {
  const on = `${String(year)}-${reports.reportDue}`;
  return reports.remindDaysBefore.map((days) => ({
    kind: 'report-due' as const,
    subject: `${String(year)}-${String(days)}`,
    due: `${addDays(on, -days)}T${time}:00`,
    worthUntil: `${addDays(on, 1)}T00:00:00`,
    intent: remindOfReport.intent({ on }),
  }));
}
