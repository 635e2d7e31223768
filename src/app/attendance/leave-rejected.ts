import { put, type Change } from '../../domain/branch/rows.js';
import type { LeaveMatter } from '../../domain/rulings/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Reply } from '../reply.js';
import type { ActorContext } from '../use-case.js';
import { activityOf } from '../../domain/attendance/references.js';
import { settle } from './settle.js';

/**
 * What a rejection brings about, for the use case of `/驳回`: where the activity is closed already and the
 * member was not there, the absence that waited for the ruling is drafted.
 */
export function leaveRejected(
  context: ActorContext,
  matter: LeaveMatter,
): { readonly changes: readonly Change[]; readonly replies: readonly Reply[] } {
  const activity = activityOf(context.facts, matter.activity);
  if (activity.state !== 'closed') return { changes: [], replies: [] };
  const facts = context.facts.with([put('matter', { ...matter, state: 'rejected' })]);
  const { changes, replies } = settle({ ...context, facts }, matter.subject, yearOf(activity.at), null);
  return { changes, replies };
}
