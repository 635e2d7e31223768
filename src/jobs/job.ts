import type { JobKind, JobRun } from '../app/ports/health.js';
import type { MessageKey } from '../app/ports/store.js';
import type { Intent } from '../app/use-case.js';
import type { Facts } from '../domain/branch/facts.js';
import { addDays, dateOf, type CivilDate, type CivilTime } from '../domain/period/civil.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

/** A message from the clock: what is to be done at an instant, once. */
export interface Job {
  readonly kind: JobKind;
  /** What it is about (activity, period), where there may be several at one instant. */
  readonly subject: string | null;
  readonly due: CivilTime;
  /** From then on it is settled without a word; null: always worth doing late. */
  readonly worthUntil: CivilTime | null;
  readonly intent: Intent;
}

/** What a job is computed from. */
export interface Known {
  readonly facts: Facts;
  readonly rulebook: Rulebook;
  readonly workingDays: WorkingDays;
}

/**
 * The jobs of one kind that fall due in (from, to], oldest first. Pure; and whatever a job hangs on must lie before
 * its due time (a matter opened, an activity called), so that nothing becomes due in the past.
 */
export type Push = (from: CivilTime, to: CivilTime, known: Known) => readonly Job[];

const kinds: ReadonlySet<string> = new Set<JobKind>([
  'remind-day',
  'remind-hours',
  'digest',
  'hold-reminder',
  'preview',
  'publication',
  'dues-reminder',
  'dues-missing',
  'dues-draft',
  'dues-ladder',
  'absence-ladder',
  'progress',
  'frequency',
  'half-year',
  'year-start',
  'report-due',
  'notice-end',
  'objection-reminder',
  'care-visits',
  'export-reminder',
]);

/** `remind-day/7@2026-11-27T15:00:00`: the claim of a run is the inbox row of this message (STYLE, "A job is a message from the clock"). */
export function messageOf({ kind, subject, due }: Job): MessageKey {
  const name = subject === null ? kind : `${kind}/${subject}`;
  return { channel: 'clock', messageId: `${name}@${due}` };
}

/** The run that a claim stands for; undefined for what no push of this version made. */
export function runOf(messageId: string): JobRun | undefined {
  const [name = '', due = ''] = messageId.split('@');
  const [kind = ''] = name.split('/');
  return kinds.has(kind) && due !== '' ? { kind: kind as JobKind, due } : undefined;
}

/** Working days whose `time` (`HH:MM`) lies in (from, to]. */
export function workingDaysAt(
  time: string,
  from: CivilTime,
  to: CivilTime,
  days: WorkingDays,
): readonly CivilDate[] {
  const found: CivilDate[] = [];
  for (let day = dateOf(from); day <= dateOf(to); day = addDays(day, 1)) {
    const at = `${day}T${time}:00`;
    if (at > from && at <= to && days.isWorkingDay(day)) found.push(day);
  }
  return found;
}
