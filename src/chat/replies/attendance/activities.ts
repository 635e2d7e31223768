import type { ActivityRef } from '../../../domain/attendance/references.js';
import type { View } from '../../../app/ports/voice.js';
import { fullDateTime } from '../../../words/dates.js';
import { viewAt } from '../views.js';
import { kindTitle } from '../../../words/activities.js';

/** 支部大会(11月28日(周六)15:00) */
export function activityTitle({ kind, at }: Pick<ActivityRef, 'kind' | 'at'>, view: View): string {
  return `${kindTitle(kind, viewAt(at, view).rulebook)}（${fullDateTime(at, view.today)}）`;
}

/** 支部大会@11-28, as commands understand it; with the clock time where two of a kind share the day. */
export function dayReference(label: string, at: string, withTime: boolean): string {
  return `${label}@${at.slice(5, 10)}${withTime ? `-${at.slice(11, 16)}` : ''}`;
}

/** What to type for an activity: its kind, with the day and the time where there are several. */
export function activityWords({ kind, at, withDay, withTime }: ActivityRef, view: View): string {
  const label = kindTitle(kind, viewAt(at, view).rulebook);
  return withDay ? dayReference(label, at, withTime) : label;
}
