import { remindOfHold } from '../app/notices/hold.js';
import { openHolds } from '../domain/notice/holds.js';
import { addDays } from '../domain/period/civil.js';
import { nextWorkingDay } from '../domain/period/working-days.js';
import { workingDaysAt, type Push } from './job.js';

/** Each working day after a publication was held back, until it is out. */
export const holdReminders: Push = (from, to, { facts, rulebook, workingDays }) => {
  const { digestTime } = rulebook.pushes;
  return openHolds(facts).flatMap(({ year, period, heldAt }) =>
    workingDaysAt(digestTime, heldAt > from ? heldAt : from, to, workingDays).map((day) => ({
      kind: 'hold-reminder' as const,
      subject: `${year}-${period}`,
      due: `${day}T${digestTime}:00`,
      worthUntil: `${nextWorkingDay(workingDays, addDays(day, 1))}T${digestTime}:00`,
      intent: remindOfHold.intent({ year, period }),
    })),
  );
};
