import { dueAsNewcomer, dueNoMore, expected } from '../../domain/attendance/audience.js';
import { refOfActivity, type ActivityRef } from '../../domain/attendance/references.js';
import type { Activity } from '../../domain/attendance/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import { put } from '../../domain/branch/rows.js';
import type { Follows } from '../matters/kind.js';
import { toPerson } from '../reply.js';
import type { Context } from '../use-case.js';

/**
 * Who is due is a question of the day of the activity, not of its announcement: a new group, category or office counts
 * until it begins. The member hears of it, since absence costs points; a leave that asked for nothing any more falls.
 */
export function followAudience(
  { rulebook, now }: Pick<Context, 'rulebook' | 'now'>,
  after: Facts,
  person: number,
): Follows & { readonly spared: readonly ActivityRef[] } {
  const joins = dueAsNewcomer(after, rulebook, person, now);
  const spared = dueNoMore(after, rulebook, person, now);
  const left = new Set(spared.map(({ id }) => id));
  const leaves = after
    .of('matter', person)
    .filter((matter) => matter.kind === 'leave' && matter.state === 'open' && left.has(matter.activity));
  const refs = (activities: readonly Activity[]) =>
    activities.filter(({ required }) => required).map((activity) => refOfActivity(after, activity));
  const told = { due: refs(joins), spared: refs(spared) };
  const row = (due: boolean) => (activity: Activity) =>
    put('attendance', { ...expected(activity.id, person), due });
  return {
    spared: told.spared,
    changes: [
      ...joins.map(row(true)),
      ...spared.map(row(false)),
      ...leaves.map((leave) => put('matter', { ...leave, state: 'closed' })),
    ],
    replies: told.due.length + told.spared.length === 0 ? [] : [toPerson(person, 'roster.dueFollows', told)],
  };
}
