import { announcedIn } from '../../../domain/attendance/standing.js';
import { meant, refOfActivity, type Purpose } from '../../../domain/attendance/references.js';
import type { Activity } from '../../../domain/attendance/rows.js';
import type { Facts } from '../../../domain/branch/facts.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { spacedDate } from '../../../words/dates.js';
import type { WordInput } from '../../define.js';
import { dayReference } from '../../replies/attendance/activities.js';

/**
 * A line for each activity that is not closed; for minutes the last one that was, if there is no other. The day in brackets is understood when it is copied too.
 *
 * @param head what precedes the activity
 */
export function activityLines(
  { facts, rulebook, now, today }: WordInput['context'],
  head: string,
  purpose?: Purpose,
): readonly string[] {
  const announced = announcedIn(facts);
  const closed = () => meant({ facts, rulebook, now, person: null }, 'minutes', () => true);
  const open = [...(announced.length === 0 && purpose === 'minutes' ? closed() : announced)];
  return open
    .sort((one, other) => (one.at < other.at ? -1 : 1))
    .map(
      (one) => `${head} ${referenceTo(facts, one, rulebook)}（${spacedDate(one.at.slice(0, 10), today)}）`,
    );
}

/** 支部大会; with its day, time or number, as far as it takes. */
export function referenceTo(facts: Facts, activity: Activity, { activities }: Rulebook): string {
  const label = activities.kinds.find(({ id }) => id === activity.kind)?.label ?? '';
  const { by, id, at } = refOfActivity(facts, activity);
  if (by === 'kind') return label;
  return by === 'number' ? `${label}#${id}` : dayReference(label, at, by === 'time');
}
