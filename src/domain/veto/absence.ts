/**
 * Six months in a row without organisational life (annex 1, 一票否决, second ground), by calendar months: attending
 * anything starts the count over; a month with approved leave only, or with nothing to attend, neither counts nor
 * starts it over (SPEC §2, veto). Doubt (nothing recorded, leave not ruled on) favours the member.
 */
import { byTime } from '../period/civil.js';
import { isAbsenceRefuted } from '../attendance/item-sixteen.js';
import { dueFrom, isDue } from '../attendance/standing.js';
import type { Activity } from '../attendance/rows.js';
import type { Facts } from '../branch/facts.js';
import { dateOf } from '../period/civil.js';
import { isAwayOn } from '../roster/away.js';
import { lastDayOf, monthIn, type Month } from '../period/months.js';
import { owingSince } from '../roster/spans.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { VetoMatter } from '../rulings/rows.js';

/** What one activity was for a member. */
export interface Chance {
  readonly month: Month;
  readonly outcome: 'attended' | 'missed' | 'excused';
}

/** Months that count, from the first to the last of them, without one attended in between. */
export interface AbsenceRun {
  readonly months: number;
  readonly since: Month | null;
  readonly last: Month | null;
}

const noRun: AbsenceRun = { months: 0, since: null, last: null };

/** The run up to the end of `until`; the order of the chances does not matter. */
export function runOf(chances: readonly Chance[], until: Month): AbsenceRun {
  const within = chances.filter(({ month }) => month <= until);
  const attended = new Set(within.filter(({ outcome }) => outcome === 'attended').map(({ month }) => month));
  const reset = [...attended].sort().at(-1) ?? '';
  const missed = new Set(within.filter(({ outcome }) => outcome === 'missed').map(({ month }) => month));
  const counting = [...missed].filter((month) => month > reset).sort();
  const [since, last] = [counting[0], counting.at(-1)];
  return since === undefined || last === undefined ? noRun : { months: counting.length, since, last };
}

/**
 * What the register says of a member, up to a month. Joining, coming back or being scored again starts the count over.
 *
 * @param closedBefore only closings before this instant are known: how the ladder saw it then
 */
export function chancesOf(
  facts: Facts,
  rulebook: Rulebook,
  member: number,
  closedBefore: string,
  until: Month,
): readonly Chance[] {
  const person = facts.get('person', member);
  const since = person === undefined ? '' : owingSince(facts, rulebook, person, lastDayOf(until));
  return facts.all('activity').flatMap((activity): Chance[] => {
    const { state, closedAt, at } = activity;
    if (state !== 'closed' || closedAt === null || closedAt >= closedBefore || dateOf(at) < since) return [];
    return [{ month: monthIn(at), outcome: outcomeOf(facts, rulebook, activity, member) }];
  });
}

/** Later than every closing. */
const endOfTime = '9999-12-31T23:59:59';

/** What the register says of a member today. */
export function chancesNow(
  facts: Facts,
  rulebook: Rulebook,
  member: number,
  until: Month,
): readonly Chance[] {
  return chancesOf(facts, rulebook, member, endOfTime, until);
}

/** Whether the register still shows the run that brought a veto about; of other vetoes nothing is asked. */
export function isRunKept(facts: Facts, rulebook: Rulebook, veto: VetoMatter): boolean {
  const { ground, draftAtMonths } = rulebook.veto.absenceLadder;
  if (veto.since === null || veto.ground !== ground) return true;
  const last = veto.last ?? monthIn(veto.deedOn);
  return runOf(chancesNow(facts, rulebook, veto.subject, last), last).months >= draftAtMonths;
}

function outcomeOf(facts: Facts, rulebook: Rulebook, activity: Activity, member: number): Chance['outcome'] {
  const row = facts.get('attendance', activity.id, member);
  // Anything counts as attended, invited or not.
  if (row?.presence === 'present') return 'attended';
  const person = facts.get('person', member);
  // Who was entered as away only afterwards stays due at what was on the register by then.
  if (row?.due !== true && person !== undefined && isAwayOn(person, dateOf(activity.at))) return 'excused';
  const kind = rulebook.activities.kinds.find(({ id }) => id === activity.kind);
  if (!activity.required || kind?.countsForQuota !== true || !isDue(facts, activity, row)) return 'excused';
  const absent = dueFrom(facts, row).standing === 'absent';
  return absent && !isAbsenceRefuted(facts, rulebook, member, activity.id) ? 'missed' : 'excused';
}

/** Who closed the last activity of a month that the member missed. */
export function closerOfLastMissed(
  facts: Facts,
  rulebook: Rulebook,
  member: number,
  month: Month,
): number | undefined {
  return (
    facts
      .all('activity')
      .filter((activity) => activity.state === 'closed' && monthIn(activity.at) === month)
      .filter((activity) => outcomeOf(facts, rulebook, activity, member) === 'missed')
      .sort(byTime)
      .at(-1)?.closedBy ?? undefined
  );
}
