import type { Facts } from '../branch/facts.js';
import { personOf } from '../branch/people.js';
import { statementsIn } from '../matters/remarks.js';
import { addMinutes, dateOf, yearOf, type CivilTime } from '../period/civil.js';
import { accountsOf } from '../roster/accounts.js';
import { rulebookOfYear } from '../rulebook/adopted.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { Matter, PointsMatter } from '../rulings/rows.js';
import { isPoints } from './deeds.js';
import { completeSince } from './evidence.js';

/**
 * The subject of a deduction who has not answered it yet. `until`: when their time is over; null: the bot could not tell
 * them, so that somebody has to hear them in person.
 */
export interface Unanswered {
  readonly until: CivilTime | null;
}

const minutesPerHour = 60;

/** Null: there is nothing to hear, or the subject has answered (SPEC §2, hearing before a deduction). */
export function unansweredIn(facts: Facts, rulebook: Rulebook, matter: PointsMatter): Unanswered | null {
  if (matter.kind !== 'deduction' || matter.state !== 'open') return null;
  if (hasAnswered(facts, rulebook, matter)) return null;
  const told = toldAt(facts, rulebook, matter);
  if (told === null) return { until: null };
  const { hours } = rulebookOfYear(facts, rulebook, yearOf(matter.deedOn)).hearing;
  const until = addMinutes(told, hours * minutesPerHour);
  // Who leaves before their time is over reads nothing any more; time that had run by then stays run.
  const { leftOn } = personOf(facts, matter.subject);
  return { until: leftOn !== null && dateOf(until) >= leftOn ? null : until };
}

/** Whether the ruling has to name the day of the meeting that spoke of it. */
export function asksMeeting(facts: Facts, rulebook: Rulebook, matter: Matter): boolean {
  if (!isPoints(matter)) return false;
  const { meetingDateFrom } = rulebookOfYear(facts, rulebook, yearOf(matter.deedOn)).hearing;
  return -matter.points >= meetingDateFrom;
}

/** Whether the ruling still has to wait. */
export function isToBeHeard(unanswered: Unanswered | null, now: CivilTime): unanswered is Unanswered {
  return unanswered !== null && (unanswered.until === null || now < unanswered.until);
}

/** What was said before the proof fell answers other facts than those it stands on now: its subject is heard anew. */
function hasAnswered(facts: Facts, rulebook: Rulebook, matter: PointsMatter): boolean {
  const complete = completeSince(facts, rulebook, matter) ?? '';
  const fell = facts
    .of('remark', matter.number)
    .filter(({ kind, at }) => kind === 'unwitnessed' && at <= complete)
    .map(({ no }) => no);
  return statementsIn(facts, matter.number).some(({ no }) => no > Math.max(0, ...fell));
}

/** Subjects hear of it when the proof is complete, or once they have an account; once more when it waits again. */
function toldAt(facts: Facts, rulebook: Rulebook, matter: PointsMatter): CivilTime | null {
  const complete = completeSince(facts, rulebook, matter);
  const [account] = accountsOf(facts, matter.subject);
  if (complete === null || account === undefined) return null;
  return [complete, account.boundAt, matter.waitsAgainSince ?? complete].sort().at(-1) ?? complete;
}
