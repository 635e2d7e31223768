import { expected } from '../../domain/attendance/audience.js';
import type { Activity } from '../../domain/attendance/rows.js';
import type { Appraisal } from '../../domain/appraisal/rows.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import type { ActorContext } from '../use-case.js';

/**
 * Closing the secret ballot counts as the activity 民主评议 of that day, with those who voted present and nobody absent,
 * so that nobody enters it twice; none where the branch has announced or held one this year. What anyone gave is in no row.
 */
export function heldByBallot(
  { facts, rulebook, actor, now }: ActorContext,
  appraisal: Appraisal,
): readonly Change[] {
  const { kinds, appraisal: rules } = rulebook.activities;
  const kind = kinds.find(({ id }) => id === rules.ballot);
  const marks = facts.of('appraisalVoter', appraisal.year).filter(({ round }) => round === appraisal.round);
  const voters = [...new Set(marks.map(({ voter }) => voter))].sort((one, other) => one - other);
  const before = facts
    .all('activity')
    .some(
      (other) => other.kind === kind?.id && other.state !== 'cancelled' && yearOf(other.at) === yearOf(now),
    );
  if (kind === undefined || voters.length === 0 || before) return [];
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
