import type { Facts } from '../branch/facts.js';
import type { KindRules } from '../matters/kind.js';
import { yearOf } from '../period/civil.js';
import type { AttendanceMatter, LeaveMatter } from '../rulings/rows.js';
import { isArchived } from '../year/archived.js';
import { changesOf, isCalled } from './standing.js';

export const leave: KindRules<LeaveMatter> = {
  columns: ['activity'],
  isQuiet: () => true,
  fallsWithLeaving: true,
};

/** Ruled by one who neither called nor closed the register, nor ruled on what it says (issue 12, §2). */
export const attendance: KindRules<AttendanceMatter> = {
  columns: ['activity'],
  isQuiet: () => true,
  barredFrom: (facts, { activity, subject }, { id }) =>
    hasKeptRegister(facts, activity, subject, id) ? 'keptTheRegister' : undefined,
  isForSuperior: (facts, { activity }) => isArchived(facts, yearOfActivity(facts, activity)),
  yearOf: (facts, { activity }) => yearOfActivity(facts, activity),
};

function yearOfActivity(facts: Facts, activity: number): number {
  return yearOf(facts.get('activity', activity)?.at ?? '');
}

/** Whether somebody had a hand in what the register of an activity says of a member. */
function hasKeptRegister(facts: Facts, activity: number, member: number, person: number): boolean {
  const changes = changesOf(facts, activity, member);
  const called = [...facts.of('attendance', activity), ...changes.map(({ before }) => before)].some(
    (row) => isCalled(row) && row.recordedBy === person,
  );
  const ruled = facts
    .of('matter', member)
    .filter(({ kind }) => kind === 'leave' || kind === 'deduction')
    .filter((matter) => 'activity' in matter && matter.activity === activity)
    .some(({ number }) => facts.get('ruling', number)?.ruler === person);
  return (
    called ||
    ruled ||
    facts.get('activity', activity)?.closedBy === person ||
    // Of several changes the latest is what a new one corrects.
    changes.at(-1)?.by === person
  );
}
