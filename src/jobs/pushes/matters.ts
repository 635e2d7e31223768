/** Reminders of open decisions and answers, and of imports. */
import { announceImport } from '../../app/imports/announce.js';
import { sendDigest } from '../../app/notices/digest.js';
import { remindOfObjection } from '../../app/objections/answer.js';
import { askWitnessesAgain } from '../../app/points/ask-witnesses.js';
import type { Facts } from '../../domain/branch/facts.js';
import { addDays, dateOf, yearOf } from '../../domain/period/civil.js';
import { nextWorkingDay } from '../../domain/period/working-days.js';
import { isPoints } from '../../domain/points/deeds.js';
import type { Matter, PointsMatter } from '../../domain/rulings/rows.js';
import { fileOfMatter } from '../../domain/matters/kinds.js';
import { endOfDay, mornings, morningOf } from '../moments.js';
import { definePush, type Moment } from '../push.js';

/**
 * Of the open matters, pushes look at these alone, but for the daily list. All others come and go without asking the
 * pushes again (src/jobs/noted.ts).
 */
export function isWatched(facts: Facts, matter: Matter): boolean {
  return matter.kind === 'objection' || fileOfMatter(matter) !== undefined || awaitsWitness(facts, matter);
}

function awaitsWitness(facts: Facts, matter: Matter): boolean {
  return (
    !matter.drafted &&
    isPoints(matter) &&
    facts.of('witness', matter.number).some(({ named, confirmedAt }) => named && confirmedAt === null)
  );
}

/** Each working day on which some matter had been open from before. */
export const digests = definePush({
  kind: 'digest',
  dueIn: (year, calendar) => (calendar.rulebook.pushes.digest ? mornings(year, calendar) : []),
  worth: endOfDay,
  run: ({ due }, { facts }) => {
    const [oldest] = facts.open();
    return oldest && oldest.openedAt < due ? { intent: sendDigest.intent({}) } : undefined;
  },
});

/**
 * Objections that wait for an answer (SPEC §3): after five working days and every five from then on, each in the
 * morning. Each day's digest lists them as well.
 */
export const objectionReminders = definePush({
  kind: 'objection-reminder',
  of: ({ facts }) => facts.open().filter(({ kind }) => kind === 'objection'),
  dueIn: (year, calendar, { openedAt }: Matter) => {
    const first = yearOf(openedAt);
    const every = calendar.rulebook.objections.reminderWorkingDays;
    return Array.from({ length: Math.max(0, year - first + 1) }, (_, index) =>
      mornings(first + index, calendar),
    )
      .flat()
      .filter(({ due }) => dateOf(due) > dateOf(openedAt))
      .map((morning, index) => ({ ...morning, waited: index + 1 }))
      .filter(({ due, waited }) => yearOf(due) === year && waited % every === 0);
  },
  worth: ({ next }) => next,
  run: ({ waited }, _, { number }) => ({
    subject: number,
    intent: remindOfObjection.intent({ number, workingDays: waited }),
  }),
});

/** Days: no run of free days, with the day of opening, is longer; what was opened before lies behind. */
const longestRest = 62;

/** Whoever was named as a witness and has not answered is asked once more, on the next working day. */
export const witnessReminders = definePush({
  kind: 'witness-reminder',
  of: ({ facts }, from) => {
    const recent = addDays(dateOf(from), -longestRest);
    return facts
      .open()
      .filter((matter) => matter.openedAt > recent && awaitsWitness(facts, matter))
      .filter(isPoints);
  },
  dueOf: ({ openedAt }: PointsMatter, { rulebook, workingDays }) => [
    { due: morningOf(nextWorkingDay(workingDays, addDays(dateOf(openedAt), 1)), rulebook) },
  ],
  worth: endOfDay,
  run: (_, __, { number }) => ({ subject: number, intent: askWitnessesAgain.intent({ number }) }),
});

interface Told extends Moment {
  readonly file: number;
  readonly matters: readonly Matter[];
}

/**
 * The running bot announces an import, which is a process without a channel of its own. All matters of one import were
 * opened at one instant from one file; another file may follow within the second. It goes out at any hour, like the
 * reply to a line.
 */
export const importsTold = definePush({
  kind: 'import-told',
  anyDay: true,
  of: ({ facts }, from) => {
    const imports = new Map<string, Told>();
    for (const matter of facts.open()) {
      const { openedAt: due } = matter;
      const file = due > from ? fileOfMatter(matter) : undefined;
      if (file === undefined) continue;
      const name = `${due}/${file}`;
      imports.set(name, { due, file, matters: [...(imports.get(name)?.matters ?? []), matter] });
    }
    return [...imports.values()];
  },
  dueOf: (told: Told) => [told],
  worth: 'always',
  run: ({ file, matters }) => ({
    // The run's name must not depend on anything a ruling changes, or the rest would be announced again.
    subject: file,
    intent: announceImport.intent({ numbers: matters.map(({ number }) => number) }),
  }),
});
