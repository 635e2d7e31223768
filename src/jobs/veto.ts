import { climbAbsenceLadder } from '../app/veto/absence-ladder.js';
import { monthAfter } from '../domain/period/months.js';
import { monthlyAt } from './month-days.js';
import type { Push } from './job.js';

/**
 * The ladder of six months without organisational life, on the first of each month for the month before; owed however
 * late it comes. Nothing to climb as long as no activity was closed.
 */
const absenceLadder: Push = (from, to, { facts, rulebook }) => {
  const { digestTime } = rulebook.pushes;
  return monthlyAt(1, digestTime, from, to)
    .filter(({ due }) => facts.all('activity').some(({ closedAt }) => closedAt !== null && closedAt < due))
    .map(({ month, due }) => ({
      kind: 'absence-ladder' as const,
      subject: null,
      due,
      worthUntil: null,
      intent: climbAbsenceLadder.intent({
        month: monthAfter(month, -1),
        before: `${monthAfter(month, -1)}-01T${digestTime}:00`,
      }),
    }));
};

export const ladderPushes: readonly Push[] = [absenceLadder];
