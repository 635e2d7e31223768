import { z } from 'zod';
import { activityOf, refOfActivity } from '../../../domain/attendance/references.js';
import type { Truth } from '../../../domain/attendance/rows.js';
import { draftedOf, isStillOwed } from '../../../domain/attendance/item-sixteen.js';
import { isDueAt } from '../../../domain/attendance/standing.js';
import { refById } from '../../../domain/branch/people.js';
import { put } from '../../../domain/branch/rows.js';
import { openMatter } from '../../../domain/matters/open-matter.js';
import { yearOf } from '../../../domain/period/civil.js';
import { isPoints } from '../../../domain/points/deeds.js';
import { isArchived } from '../../../domain/year/archived.js';
import { keepPrivate } from '../../../domain/private.js';
import type { AttendanceMatter } from '../../../domain/rulings/rows.js';
import { mayCall } from '../../../domain/attendance/roll-call.js';
import { isTooLong, longestText } from '../../free-text.js';
import { announceReady, seatOf } from '../../matters/announce.js';
import { here, toSpeaker } from '../../reply.js';
import { done, refuse, refuseQuietly, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import { isSameTruth, truthNow } from './apply.js';

export const truthSchema: z.ZodType<Truth> = z.union([
  z.strictObject({ as: z.enum(['present', 'absent']) }),
  z.strictObject({ as: z.literal('leave'), leaveKind: z.string() }),
]);

const input = z.strictObject({
  activity: z.int(),
  person: z.int(),
  truth: truthSchema,
  reason: z.string().min(1),
});
type Asked = z.infer<typeof input>;

/**
 * `/更正 活动 姓名 到|缺|请假 类别 理由`: asks to put a closed register right. Ruled by one who neither called nor closed it;
 * where the year is archived, by 上级 (issue 12, §2).
 */
export const proposeTruth = useCase({
  name: 'attendance.proposeTruth',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input,
  run: (context, asked) => refusal(context, asked) ?? open(context, asked),
});

function refusal(context: ActorContext, { activity: id, person, truth, reason }: Asked) {
  const { facts, actor } = context;
  const held = activityOf(facts, id);
  const named = { activity: refOfActivity(facts, held), person: refById(facts, person) };
  if (isTooLong(reason)) return refuse('rulings.textTooLong', { most: longestText });
  if (held.state === 'cancelled') return refuse('attendance.notPlanned', named);
  if (held.state === 'announced')
    return refuseQuietly('attendance.truthTooEarly', {
      ...named,
      calls: truth.as === 'leave' ? null : truth.as,
      mayCall: mayCall(facts, actor.id, [person]),
    });
  if (person === actor.id) return refuse('rulings.ownCorrection', {});
  if (truth.as !== 'present' && !isDueAt(facts, held, person))
    return refuseQuietly('attendance.notDueNamed', named);
  if (isSameTruth(truthNow(facts, id, person), truth))
    return done({
      replies: [
        toSpeaker('attendance.truthAsIs', {
          ...named,
          truth: keepPrivate(truth),
          left: keepPrivate(leftOver(context, id, person)),
        }),
      ],
    });
  const waiting = facts
    .of('matter', person)
    .find(
      ({ kind, state, ...matter }) =>
        kind === 'attendance' && state === 'open' && 'activity' in matter && matter.activity === id,
    );
  return waiting === undefined
    ? undefined
    : refuse('attendance.truthWaits', { ...named, number: waiting.number });
}

/** A leave approved after the year was archived changes the register and no score: the deductions stay until 补正. */
function leftOver({ facts, rulebookOf }: ActorContext, activity: number, person: number) {
  const year = yearOf(activityOf(facts, activity).at);
  const rulebook = rulebookOf(year);
  const numbers = draftedOf(facts, rulebook, person)
    .filter((drafted) => drafted.activity === activity && drafted.state === 'posted')
    .map(({ matter }) => facts.get('matter', matter))
    .filter((matter) => matter !== undefined && isPoints(matter) && !isStillOwed(facts, rulebook, matter))
    .flatMap((matter) => matter?.number ?? []);
  return { numbers, archived: isArchived(facts, year) };
}

function open(context: ActorContext, { activity, person, truth, reason }: Asked): Outcome {
  const { facts, rulebook, actor, now, place, kinds } = context;
  const matter: AttendanceMatter = {
    ...openMatter(facts, now, { subject: person, proposer: actor.id }),
    ...{ kind: 'attendance', activity, truth, reason },
    from: truthNow(facts, activity, person),
  };
  const changes = [put('matter', matter)];
  const looking = { facts: facts.with(changes), rulebook, kinds };
  const { number } = matter;
  const inFull = toSpeaker('attendance.truthOpened', {
    number: keepPrivate(number),
    person: refById(facts, person),
    activity: refOfActivity(facts, activityOf(facts, activity)),
    truth: keepPrivate(truth),
    seat: seatOf(looking.facts, matter),
  });
  return done({
    changes,
    ids: [number, activity],
    replies: [
      ...(place === 'group' ? [here('rulings.correctionQuietly', { number })] : []),
      inFull,
      ...announceReady(looking, matter),
    ],
  });
}
