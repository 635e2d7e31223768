/** When an activity is called to mind in the group (SPEC §4), and whether anybody is left to remind. */
import type { Facts } from '../branch/facts.js';
import { isHere, personOf } from '../branch/people.js';
import type { Activity } from '../attendance/rows.js';
import { addDays, addMinutes, dateOf, type CivilTime } from '../period/civil.js';
import type { Rulebook } from '../rulebook/schema.js';

export type ReminderMoment = 'day' | 'hours';

interface Reminder {
  readonly moment: ReminderMoment;
  readonly due: CivilTime;
}

/**
 * The day before at the same time of day, and two hours before, on any day of the week. What would come before
 * the allowed hours comes the evening before the activity instead, what would come after them at their end; where
 * both fall on one instant there is one. None for what lay behind when the activity was called or moved.
 */
export function remindersOf(activity: Activity, rulebook: Rulebook): readonly Reminder[] {
  if (activity.state !== 'announced') return [];
  const { daysBefore, hoursBefore, second, eveningBefore } = rulebook.pushes.reminders;
  const { from, to } = rulebook.pushes.allowedHours;
  const time = activity.at.slice(11, 16);
  const day = addDays(dateOf(activity.at), -daysBefore);
  const byDay = `${day}T${time < from ? eveningBefore : earlier(time, to)}:00`;
  const hours = addMinutes(activity.at, -60 * hoursBefore);
  const hoursTime = hours.slice(11, 16);
  const byHours =
    hoursTime < from
      ? `${addDays(dateOf(hours), -1)}T${eveningBefore}:00`
      : `${dateOf(hours)}T${earlier(hoursTime, to)}:00`;
  const both: readonly Reminder[] = [
    { moment: 'day', due: byDay },
    ...(byHours === byDay || !second ? [] : [{ moment: 'hours', due: byHours } as const]),
  ];
  return both.filter(({ due }) => due > activity.calledAt);
}

function earlier(one: string, other: string): string {
  return one < other ? one : other;
}

/** False when everybody who is due is on approved leave. */
export function anybodyToRemind(facts: Facts, activity: Activity): boolean {
  const onLeave = (person: number) =>
    facts
      .of('matter', person)
      .some((one) => one.kind === 'leave' && one.activity === activity.id && one.state === 'confirmed');
  return facts
    .of('attendance', activity.id)
    .some(({ due, person }) => due && isHere(personOf(facts, person)) && !onLeave(person));
}
