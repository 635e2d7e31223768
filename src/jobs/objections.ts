import { remindOfObjection } from '../app/objections/remind.js';
import { addDays, dateOf, type CivilDate } from '../domain/period/civil.js';
import { addWorkingDays, nextWorkingDay, type WorkingDays } from '../domain/period/working-days.js';
import type { ObjectionMatter } from '../domain/rulings/rows.js';
import type { Push } from './job.js';

/**
 * Objections that wait for an answer (SPEC §3): after five working days, and then every five again, each in the
 * morning. The digest of each day lists them as well.
 */
const reminders: Push = (from, to, { facts, rulebook, workingDays }) => {
  const every = rulebook.objections.reminderWorkingDays;
  const { digestTime } = rulebook.pushes;
  return facts
    .open()
    .filter((matter): matter is ObjectionMatter => matter.kind === 'objection')
    .flatMap(({ number, openedAt }) =>
      daysFrom(workingDays, dateOf(openedAt), every, dateOf(to))
        .map((day, index) => ({ day, due: `${day}T${digestTime}:00`, waited: every * (index + 1) }))
        .filter(({ due }) => due > from && due <= to)
        .map(({ day, due, waited }) => ({
          kind: 'objection-reminder' as const,
          subject: String(number),
          due,
          worthUntil: `${nextWorkingDay(workingDays, addDays(day, 1))}T${digestTime}:00`,
          intent: remindOfObjection.intent({ number, workingDays: waited }),
        })),
    );
};

export const objectionPushes: readonly Push[] = [reminders];

/** Days found so far, by first day and step: asked for at every commit while an objection is open. */
const known = new WeakMap<WorkingDays, Map<string, CivilDate[]>>();

/** Every `every`th working day after `first`, up to `last`. */
function daysFrom(days: WorkingDays, first: CivilDate, every: number, last: CivilDate): readonly CivilDate[] {
  const cached = known.get(days) ?? new Map<string, CivilDate[]>();
  known.set(days, cached);
  const found = cached.get(`${first}/${every}`) ?? [];
  cached.set(`${first}/${every}`, found);
  for (let day = found.at(-1) ?? first; day < last; day = found.at(-1) ?? last)
    found.push(addWorkingDays(days, day, every));
  return found.filter((day) => day <= last);
}
