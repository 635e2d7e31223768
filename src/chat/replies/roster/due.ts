import type { ActivityRef } from '../../../domain/attendance/references.js';
import type { RosterSays } from '../../../app/roster/says.js';
import { activityTitle, datedWords } from '../attendance/activities.js';
import type { View } from '../../../app/ports/voice.js';
import { comrade, personTitle } from '../../../words/persons.js';

/** To a member whose duties changed with the roster, after the announcement. */
export function dueFollowsText({ due, spared }: RosterSays['dueFollows'], view: View): string {
  const [first] = due;
  return [
    first === undefined
      ? ''
      : `名册有变动，已经通知的${titles(due, view)}请您也参加；不能参加的请提前请假：/请假 ${datedWords(first, view)}`,
    spared.length === 0 ? '' : `名册有变动，已经通知的${titles(spared, view)}您不必参加了。`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The line gives the group back. */
export function ownDutyEndsText({ person, group, spared }: RosterSays['ownDutyEnds'], view: View): string {
  const { rulebook } = view;
  return `${comrade(person, rulebook)}把本人调出了${group}，按此不必参加已经通知的${titles(spared, view)}。如有出入，请“/党员 小组 ${personTitle(person, rulebook)} ${group}”。`;
}

function titles(activities: readonly ActivityRef[], view: View): string {
  return activities.map((activity) => activityTitle(activity, view)).join('、');
}
