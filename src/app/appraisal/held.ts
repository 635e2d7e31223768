import { expected } from '../../domain/attendance/audience.js';
import { plannedIn, seasonOf } from '../../domain/attendance/frequency.js';
import type { Activity } from '../../domain/attendance/rows.js';
import type { Appraisal } from '../../domain/appraisal/rows.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { ActorContext } from '../use-case.js';

/**
 * Closing the secret ballot counts as the activity 民主评议 of that day, with those who voted present and nobody absent,
 * so that nobody enters it twice; none where the branch has announced or held that year's. What anyone gave is in no row.
 */
export function heldByBallot(
  { facts, rulebook, actor, now }: ActorContext,
  appraisal: Appraisal,
): readonly Change[] {
  const { kinds, appraisal: rules } = rulebook.activities;
  const kind = kinds.find(({ id }) => id === rules.ballot);
  const marks = facts.of('appraisalVoter', appraisal.year).filter(({ round }) => round === appraisal.round);
  const voters = [...new Set(marks.map(({ voter }) => voter))].sort((one, other) => one - other);
  if (kind === undefined || voters.length === 0) return [];
  if (plannedIn(facts, kind.id, seasonOf(rulebook, appraisal.year)).length > 0) return [];
  const held: Activity = {
    ...{ id: facts.next('activity'), kind: kind.id, at: now, place: '', required: kind.required },
    ...{ audience: { kind: 'persons', persons: voters }, topic: null, state: 'closed' },
    ...{ calledBy: appraisal.openedBy, calledAt: appraisal.openedAt, closedBy: actor.id, closedAt: now },
    ...{ host: null, minutes: null, decisions: null, cancelReason: null, pictures: [] },
    // A ballot has nothing to upload, unless somebody exports it all the same.
    exported: {
      at: now,
      by: actor.id,
      outdated: false,
      notUploaded: true,
      present: voters.length,
      onLeave: 0,
      absent: 0,
    },
  };
  return [
    put('activity', held),
    ...voters.map((person) =>
      put('attendance', {
        ...expected(held.id, person),
        ...{ presence: 'present', source: 'rollCall', recordedBy: actor.id, recordedAt: now },
      }),
    ),
  ];
}
