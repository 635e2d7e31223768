/** What waits for a decision or an answer, and what an import has brought in. */
import { announceImport } from '../../app/imports/announce.js';
import { sendDigest } from '../../app/notices/digest.js';
import { remindOfObjection } from '../../app/objections/remind.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import type { Matter } from '../../domain/rulings/rows.js';
import { fileOfMatter } from '../../domain/matters/kinds.js';
import { mornings } from '../moments.js';
import { definePush, type Moment } from '../push.js';

/** Each working day on which some matter was open before its time. Yesterday's is nothing worth today. */
export const digests = definePush({
  kind: 'digest',
  dueIn: mornings,
  worth: ({ next }) => next,
  run: ({ due }, { facts }) => {
    const [oldest] = facts.open();
    return oldest && oldest.openedAt < due ? { intent: sendDigest.intent({}) } : undefined;
  },
});

/**
 * Objections that wait for an answer (SPEC §3): after five working days, and then every five again, each in the
 * morning. The digest of each day lists them as well.
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

interface Told extends Moment {
  readonly file: number;
  readonly matters: readonly Matter[];
}

/**
 * What was imported is told by the running bot: the import is a process of its own that speaks on no channel. All
 * matters of one import were opened at one instant and out of one file; another file may follow within the second.
 * Answers at any hour, as the reply to a line would.
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
    // Nothing that a ruling changes may stand in the name of the run, or the rest would be told again.
    subject: file,
    intent: announceImport.intent({ numbers: matters.map(({ number }) => number) }),
  }),
});
