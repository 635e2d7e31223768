/**
 * How many activities of organisational life a member should attend in a year, and how many they did (annex 2, item
 * 16). Shown and warned about, never a deduction in itself (SPEC §2).
 */
import { isAwayIn } from '../roster/away.js';
import type { Facts } from '../branch/facts.js';
import { categoryOf, officesOn } from '../branch/people.js';
import { addDays, dateOf, monthOf, yearOf, type CivilDate } from '../period/civil.js';
import { monthIn, monthNamed } from '../period/months.js';
import { personOn } from '../roster/membership.js';
import { spansOf } from '../roster/spans.js';
import type { OfficeName, Person } from '../roster/rows.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { Activity } from './rows.js';

export interface StudyHours {
  readonly attended: number;
  readonly perYear: number;
}

/** Counts of activities. */
interface Progress {
  /** For the part of the year in which they belong to the branch. */
  readonly quota: number;
  readonly attended: number;
  /** 学时 so far, and of the year; null: the branch does not count them. */
  readonly hours: StudyHours | null;
  /** So many would be in step with the year by the day that was asked about. */
  readonly expected: number;
}

/** Undefined where nothing is expected: not a member, or taken out of the assessment and cared for instead. */
export function progressOf(
  facts: Facts,
  rulebook: Rulebook,
  person: Person,
  until: CivilDate,
): Progress | undefined {
  const perYear = perYearOf(facts, rulebook, person, until);
  if (perYear === undefined) return undefined;
  const year = yearOf(until);
  return {
    quota: proRata(perYear, monthsOf(facts, person, year, 12)),
    attended: attendedOf(facts, rulebook, person.id, until),
    hours: hoursOf(facts, rulebook, person.id, until),
    expected: proRata(perYear, monthsOf(facts, person, year, monthsEnded(until))),
  };
}

/** A month that still runs asks for nothing yet. */
function monthsEnded(until: CivilDate): number {
  return yearOf(addDays(until, 1)) > yearOf(until) ? 12 : monthOf(addDays(until, 1)) - 1;
}

/**
 * Activities in a whole year: by category, or by an office that carries more. Read off the category and offices of that
 * day, however long they have lasted.
 */
export function perYearOf(
  facts: Facts,
  rulebook: Rulebook,
  person: Person,
  day: CivilDate,
): number | undefined {
  const then = personOn(facts, person, day);
  if (then.kind !== 'member' || then.exempt) return undefined;
  const category = categoryOf(rulebook, then)?.quota;
  const held = officesOn(facts, person.id, day).map(({ office }) => office);
  const fitting = rulebook.quotas.filter(
    ({ id, offices }) => id === category || offices.some((office) => held.includes(office)),
  );
  return fitting.length === 0 ? undefined : Math.max(...fitting.map(({ perYear }) => perYear));
}

/** A part of the year's number, rounded down: ten a year and seven months are five. */
function proRata(perYear: number, months: number): number {
  return Math.floor((perYear * months) / 12);
}

/**
 * Months of a year, 0 to 12, in which the member belonged to the branch for at least a day: the month of joining
 * counts, and so does the month of leaving.
 *
 * @param through the last month that is counted
 */
export function monthsOf(facts: Facts, person: Person, year: number, through: number): number {
  const spans = spansOf(facts, person);
  let count = 0;
  for (let month = 1; month <= through; month += 1) {
    const name = monthNamed(year, month);
    const belonged = spans.some(({ from, until }) => monthIn(from) <= name && name <= monthIn(until));
    if (belonged && !isAwayIn(person, name)) count += 1;
  }
  return count;
}

/** Closed activities of the year up to a day that count and that the member attended, as a guest as well. */
export function attendedOf(facts: Facts, rulebook: Rulebook, person: number, until: CivilDate): number {
  return countedActivities(facts, rulebook, until).filter(
    ({ id }) => facts.get('attendance', id, person)?.presence === 'present',
  ).length;
}

/** Of whatever had hours and they were present at; who leads the branch owes more. */
function hoursOf(facts: Facts, rulebook: Rulebook, person: number, until: CivilDate): StudyHours | null {
  const { counted, perYear, forOffices } = rulebook.quotaRules.studyHours;
  if (!counted) return null;
  const leads = officesOn(facts, person, until).some(({ office }) => leading.has(office));
  const attended = facts
    .all('activity')
    .filter(({ state, at }) => state === 'closed' && yearOf(at) === yearOf(until) && dateOf(at) <= until)
    .filter(({ id }) => facts.get('attendance', id, person)?.presence === 'present')
    .reduce((sum, { hours = 0 }) => sum + hours, 0);
  return { attended, perYear: leads ? forOffices : perYear };
}

const leading: ReadonlySet<OfficeName> = new Set(['secretary', 'deputySecretary', 'committeeMember']);

/**
 * Closed activities of the kinds that count, from the first day of the year to `until`. None at all means that the
 * branch keeps no register here: then there is no progress to speak of.
 */
export function countedActivities(facts: Facts, rulebook: Rulebook, until: CivilDate): readonly Activity[] {
  const counts = new Set(rulebook.activities.kinds.flatMap((kind) => (kind.countsForQuota ? [kind.id] : [])));
  return facts
    .all('activity')
    .filter(({ state, kind, at }) => state === 'closed' && counts.has(kind) && dateOf(at) <= until)
    .filter(({ at }) => yearOf(at) === yearOf(until));
}

/** Who attended fewer than expected so far; no one where the branch keeps no register. */
export function behindAt(
  facts: Facts,
  rulebook: Rulebook,
  until: CivilDate,
): ReturnType<typeof progressOfAll> {
  if (countedActivities(facts, rulebook, until).length === 0) return [];
  return progressOfAll(facts, rulebook, until).filter(
    ({ progress }) => progress.attended < progress.expected,
  );
}

/**
 * The day from which the branch is kept here, where that lies within the year: what was attended before is not on
 * record. Null when the register covers the year (its first month may be missing).
 */
export function keptSince(facts: Facts, year: number): CivilDate | null {
  const began = dateOf(facts.branch.createdAt);
  return began >= `${String(year)}-02-01` && yearOf(began) === year ? began : null;
}

/**
 * Every member of that day with an expected number and their progress, in the order of the roster, also those who have
 * moved away since; who is exempt by now, or dead, is left in peace.
 */
export function progressOfAll(
  facts: Facts,
  rulebook: Rulebook,
  until: CivilDate,
): readonly { readonly person: Person; readonly progress: Progress }[] {
  return facts
    .all('person')
    .filter(({ exempt, joinedOn, leftOn, leftHow }) => {
      const stayed = leftOn === null || (leftOn > until && leftHow !== 'deceased');
      return stayed && !exempt && joinedOn <= until;
    })
    .flatMap((person) => {
      const progress = progressOf(facts, rulebook, person, until);
      return progress === undefined ? [] : [{ person, progress }];
    });
}
