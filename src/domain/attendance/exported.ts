import type { Facts } from '../branch/facts.js';
import { addMonths, byTime, dateOf, type CivilDate, type CivilTime } from '../period/civil.js';
import type { Activity, Exported } from './rows.js';
import { dueOf, type Standing } from './standing.js';

/**
 * Closed, and in no archive for the cloud platform in its present form: minutes or pictures changed since, or a leave
 * granted later moved its register.
 */
function awaitsExport(facts: Facts, activity: Activity): boolean {
  if (activity.state !== 'closed') return false;
  const { exported } = activity;
  if (exported?.notUploaded === true) return false;
  if (exported === null || exported.outdated) return true;
  const now = registerOf(facts, activity);
  return (
    now.present !== exported.present || now.onLeave !== exported.onLeave || now.absent !== exported.absent
  );
}

/** Months after which an activity that was never exported is let rest. */
const forgottenAfter = 12;

/** What waits for its archive, in the order in which it was held; what is older than a year no longer does. */
export function awaitingExport(facts: Facts, today: CivilDate): readonly Activity[] {
  const oldest = addMonths(today, -forgottenAfter);
  return facts
    .all('activity')
    .filter((activity) => dateOf(activity.at) >= oldest && awaitsExport(facts, activity))
    .sort(byTime);
}

/** The activity once an archive with it was ordered. */
export function markExported(facts: Facts, activity: Activity, at: string, by: number): Activity {
  return { ...activity, exported: { at, by, outdated: false, ...registerOf(facts, activity) } };
}

/** The activity once it was said that the branch does not upload it. */
export function markNotUploaded(facts: Facts, activity: Activity, at: string, by: number): Activity {
  const exported: Exported = { at, by, outdated: false, notUploaded: true, ...registerOf(facts, activity) };
  return { ...activity, exported };
}

/** The activity once the archive ordered at that time could not be made; nothing: a later one has it. */
export function notExported(facts: Facts, id: number, orderedAt: CivilTime): readonly Activity[] {
  const activity = facts.get('activity', id);
  return activity?.exported?.at === orderedAt ? [{ ...activity, exported: null }] : [];
}

function registerOf(
  facts: Facts,
  activity: Activity,
): Pick<Exported, Extract<Standing, 'present' | 'onLeave' | 'absent'>> {
  const due = dueOf(facts, activity);
  const of = (standing: Standing) => due.filter((one) => one.standing === standing).length;
  return { present: of('present'), onLeave: of('onLeave'), absent: of('absent') };
}
