import { activityOf, refOfActivity } from '../../../domain/attendance/references.js';
import { refById } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import type { AttendanceMatter } from '../../../domain/rulings/rows.js';
import type { Effect, Kind } from '../../matters/kind.js';
import { toPerson } from '../../reply.js';
import type { ActorContext } from '../../use-case.js';
import { applyTruth, tellPutRight, truthNow } from './apply.js';

/** A closed register is put right. Its subject is heard first: an absence found later costs points. */
export const attendance: Kind<AttendanceMatter> = {
  card: ({ facts }, { state, subject, activity, from, truth, reason }) => ({
    kind: 'attendance',
    activity: refOfActivity(facts, activityOf(facts, activity)),
    // An objection or a late leave may have changed the register since this was proposed.
    from: state === 'open' ? truthNow(facts, activity, subject) : from,
    ...{ truth, reason },
  }),
  carryOut: putRight,
  correction: { refusal: 'correctAttendance' },
  goesWithOthers: () => true,
  hearing: ({ facts }, { number, subject, proposer, activity, from, truth }) => [
    toPerson(subject, 'attendance.truthHearing', {
      number: keepPrivate(number),
      activity: refOfActivity(facts, activityOf(facts, activity)),
      by: refById(facts, proposer),
      from: keepPrivate(from),
      truth: keepPrivate(truth),
    }),
  ],
  subjectHearsWithdrawal: true,
};

function putRight(context: ActorContext, matter: AttendanceMatter): Effect {
  const { facts, actor } = context;
  const { number, subject, proposer, activity, truth } = matter;
  const found = { number, activity, person: subject, truth };
  const settled = applyTruth(context, found);
  const told = [subject, proposer].filter((id) => id !== actor.id);
  return {
    changes: settled.changes,
    result: {
      kind: 'attendancePutRight',
      number,
      subject: refById(facts, subject),
      activity: refOfActivity(facts, activityOf(facts, activity)),
      truth,
      points: settled.reversed?.points ?? null,
      drafted: settled.drafts.map((draft) => draft.number),
    },
    replies: [...tellPutRight(context, found, settled, told), ...settled.replies],
  };
}
