import type { ActivityRef } from '../../../domain/attendance/references.js';
import type { View } from '../../../app/ports/voice.js';
import { fullDateTime } from '../../../words/dates.js';
import { viewAt } from '../views.js';
import { kindTitle } from '../../../words/activities.js';

type Named = Pick<ActivityRef, 'kind' | 'at'> & Partial<ActivityRef>;

/** 支部大会（11月28日（周六）15:00）; 支部大会#12（…） where two of a kind are held at one hour. */
export function activityTitle({ kind, at, id, by }: Named, view: View): string {
  const number = by === 'number' && id !== undefined ? `#${id}` : '';
  return `${kindTitle(kind, viewAt(at, view).rulebook)}${number}（${fullDateTime(at, view.today)}）`;
}

/** 支部大会@11-28, as commands understand it; with the clock time where two of a kind share the day. */
export function dayReference(label: string, at: string, withTime: boolean): string {
  return `${label}@${at.slice(5, 10)}${withTime ? `-${at.slice(11, 16)}` : ''}`;
}

/** What to type for an activity: its kind, with no more than it takes. */
export function activityWords(activity: ActivityRef, view: View): string {
  return activity.by === 'kind' ? labelOf(activity, view) : datedWords(activity, view);
}

/** The same, with its day at least. */
export function datedWords(activity: ActivityRef, view: View): string {
  return activity.by === 'number'
    ? numberWords(activity, view)
    : dayReference(labelOf(activity, view), activity.at, activity.by === 'time');
}

/** 支部大会#12 */
export function numberWords(activity: Pick<ActivityRef, 'id' | 'kind' | 'at'>, view: View): string {
  return `${labelOf(activity, view)}#${activity.id}`;
}

function labelOf({ kind, at }: Pick<ActivityRef, 'kind' | 'at'>, view: View): string {
  return kindTitle(kind, viewAt(at, view).rulebook);
}
