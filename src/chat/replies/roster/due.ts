import type { RosterSays } from '../../../app/roster/says.js';
import { activityTitle, datedWords } from '../attendance/activities.js';
import type { View } from '../../../app/ports/voice.js';

/** To a member whose duties changed with the roster, after the announcement. */
export function dueFollowsText({ due, spared }: RosterSays['dueFollows'], view: View): string {
  const titles = (activities: typeof due) =>
    activities.map((activity) => activityTitle(activity, view)).join('、');
  const [first] = due;
  return [
    first === undefined
      ? ''
      : `名册有变动，已经通知的${titles(due)}请您也参加；不能参加的请提前请假：/请假 ${datedWords(first, view)}`,
    spared.length === 0 ? '' : `名册有变动，已经通知的${titles(spared)}您不必参加了。`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}
