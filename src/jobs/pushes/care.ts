import { remindOfVisits } from '../../app/care/keep.js';
import { addDays } from '../../domain/period/civil.js';
import { previousWorkingDay } from '../../domain/period/working-days.js';
import { festivalDay } from '../../domain/rulebook/festivals.js';
import { lunarCalendar } from '../lunar-calendar.js';
import { morningOf } from '../moments.js';
import { definePush } from '../push.js';

/** Visits before the festivals (source, part two, 3): worth arranging until the festival itself. */
export const careVisits = definePush({
  kind: 'care-visits',
  dueIn: (year, calendar) => {
    const { visitsBefore, daysBefore } = calendar.rulebook.care;
    return [...new Set(visitsBefore)]
      .flatMap((festival) => {
        const on = festivalDay(festival, year, lunarCalendar);
        if (on === undefined) return [];
        // On the last working day with that many days left: after a free day it would come late.
        const day = previousWorkingDay(calendar.workingDays, addDays(on, 1 - daysBefore));
        return [{ festival, on, due: morningOf(day, calendar.rulebook) }];
      })
      .sort((one, other) => (one.due < other.due ? -1 : 1));
  },
  worth: ({ on }) => `${on}T00:00:00`,
  run: ({ festival, on }) => ({ subject: on, intent: remindOfVisits.intent({ festival, on }) }),
});
