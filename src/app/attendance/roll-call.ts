import { z } from 'zod';
import {
  callRoll,
  isSettledForOneself,
  mayCall,
  type Call,
  type Called,
} from '../../domain/attendance/roll-call.js';
import { dueOf, isDueAt } from '../../domain/attendance/standing.js';
import type { Facts } from '../../domain/branch/facts.js';
import { holds, personOf, refById, refOf } from '../../domain/branch/people.js';
import type { Activity, Attendance } from '../../domain/attendance/rows.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { here, toPerson, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, refuseQuietly, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { countsOf, listsOf, secretariesOf } from './cards.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';

const input = z.strictObject({
  activity: z.int(),
  present: z.array(z.int()),
  absent: z.array(z.int()),
  /** 全到, but for those behind 除. */
  everybody: z.boolean(),
  except: z.array(z.int()),
  /** Came late: entered as present, as the rules know nothing between. */
  late: z.array(z.int()),
  /** Left before the end: entered as present too. */
  leftEarly: z.array(z.int()),
  /** How many were due, as the speaker counts; null: not said. */
  due: z.int().nullable(),
});
type RollCall = z.infer<typeof input>;

/**
 * `/点名`: by the recorder; the secretary only corrects the recorder's own entry (SPEC §1). The group hears counts, never
 * names.
 */
export const rollCall = useCase({
  name: 'attendance.rollCall',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input,
  run: (context, asked) => {
    const { facts, actor, now } = context;
    const activity = activityOf(facts, asked.activity);
    const refused = refusal(context, activity, asked);
    if (refused !== undefined) return refused;
    const due = dueOf(facts, activity);
    const settled = holds(facts, actor.id, 'recorder')
      ? due.find(({ row }) => isSettledForOneself(row, actor.id))
      : undefined;
    const open = due.filter((one) => one !== settled);
    const called = callRoll(open, callFrom(asked), actor.id, now);
    const guests = cameOf(asked).filter((person) => !isDueAt(facts, activity, person));
    const rows = [...called.rows, ...guests.map((person) => guestRow(context, activity, person))];
    const changes = rows.map((row) => put('attendance', row));
    return done({
      changes,
      ids: [activity.id],
      replies: repliesOf(
        context,
        facts.with(changes),
        activity,
        { ...called, rows, late: asked.late, leftEarly: asked.leftEarly },
        guests,
        settled?.row,
      ),
    });
  },
});

function callFrom(asked: RollCall): Call {
  return asked.everybody
    ? { kind: 'everybody', except: asked.except, came: [...asked.late, ...asked.leftEarly] }
    : { kind: 'named', present: cameOf(asked), absent: asked.absent };
}

function cameOf({ present, late, leftEarly }: RollCall): readonly number[] {
  return [...present, ...late, ...leftEarly];
}

/** Came without being due: on record, but owes nothing. */
function guestRow({ actor, now }: ActorContext, activity: Activity, person: number): Attendance {
  return {
    activity: activity.id,
    person,
    due: false,
    presence: 'present',
    source: 'rollCall',
    recordedBy: actor.id,
    recordedAt: now,
  };
}

function refusal({ facts, actor }: ActorContext, activity: Activity, asked: RollCall): Outcome | undefined {
  const { present, absent, everybody, except } = asked;
  const ref = refOfActivity(facts, activity);
  if (activity.state === 'closed') return refuse('attendance.alreadyClosed', { activity: ref });
  if (activity.state === 'cancelled') return refuse('attendance.notPlanned', { activity: ref });
  const named = [...present, ...absent];
  const came = cameOf(asked);
  if (!everybody && absent.length + except.length + came.length === 0)
    return refuse('attendance.rollCallEmpty', { activity: ref });
  if (everybody ? named.length > 0 : except.length > 0)
    return refuse('attendance.rollCallMixed', { activity: ref });
  const may = everybody ? holds(facts, actor.id, 'recorder') : mayCall(facts, actor.id, [...absent, ...came]);
  if (!may) return refuse('attendance.recorderCalls', {});
  return wrongName(facts, activity, came, [...absent, ...except]) ?? wrongCount(facts, activity, asked);
}

function wrongName(
  facts: Facts,
  activity: Activity,
  present: readonly number[],
  absent: readonly number[],
): Outcome | undefined {
  const all = [...present, ...absent];
  for (const [index, id] of all.entries()) {
    const person = refById(facts, id);
    if (all.indexOf(id) !== index) return refuse('attendance.namedTwice', { person });
    if (personOf(facts, id).kind !== 'member') return refuse('attendance.notAMember', { person });
  }
  const stranger = absent.find((id) => !isDueAt(facts, activity, id));
  if (stranger === undefined) return undefined;
  return refuseQuietly('attendance.notDueNamed', {
    person: refById(facts, stranger),
    activity: refOfActivity(facts, activity),
  });
}

/** 应到7人 of eight: with 全到 the eighth would be entered unseen. */
function wrongCount(facts: Facts, activity: Activity, asked: RollCall): Outcome | undefined {
  const refs = (persons: readonly number[]) => persons.map((id) => refById(facts, id));
  const due = refs(dueOf(facts, activity).map(({ row }) => row.person));
  if (asked.due === null || asked.due === due.length) return undefined;
  return refuseQuietly('attendance.dueMiscounted', {
    activity: refOfActivity(facts, activity),
    said: asked.due,
    due,
    named: {
      everybody: asked.everybody,
      present: refs(asked.present),
      absent: refs(asked.absent),
      except: refs(asked.except),
      late: refs(asked.late),
      leftEarly: refs(asked.leftEarly),
    },
  });
}

function repliesOf(
  { facts: before, actor, now, place }: ActorContext,
  after: Facts,
  activity: Activity,
  called: Called & Pick<RollCall, 'late' | 'leftEarly'>,
  guests: readonly number[],
  settled: Attendance | undefined,
): readonly Reply[] {
  const refs = (persons: readonly number[]) => persons.map((id) => refById(before, id));
  const ref = refOfActivity(before, activity);
  const isAsBefore = called.rows.length === 0;
  const own = called.rows.find((row) => row.person === actor.id);
  const corrected = holds(before, actor.id, 'recorder') ? [] : called.rows;
  const secretaries = own === undefined ? [] : secretariesOf(after).filter((id) => id !== actor.id);
  return [
    ...(place === 'group'
      ? [here('attendance.rollCalled', { activity: ref, counts: countsOf(after, activity) })]
      : []),
    toSpeaker('attendance.rollCalledFor', {
      called: keepPrivate({
        activity: ref,
        isAsBefore,
        lists: listsOf(after, activity),
        early: now < activity.at,
        keptOnLeave: refs(called.keptOnLeave),
        leftPending: refs(called.leftPending),
        overridden: refs(called.overridden),
        cameAfterAll: refs(called.cameAfterAll),
        late: refs(called.late),
        leftEarly: refs(called.leftEarly),
        cameToo: activity.required ? refs(guests) : [],
        settledBy:
          settled === undefined
            ? null
            : { by: refById(before, settled.recordedBy ?? 0), present: settled.presence === 'present' },
      }),
    }),
    ...called.overridden.map((person) =>
      toPerson(person, 'attendance.signInOverridden', { activity: ref, by: refOf(before, actor) }),
    ),
    ...corrected.map((row) =>
      toPerson(row.person, 'attendance.recorderCorrected', {
        activity: ref,
        by: refOf(before, actor),
        present: keepPrivate(row.presence === 'present'),
      }),
    ),
    ...secretaries.map((secretary) =>
      toPerson(secretary, 'attendance.recorderSelf', {
        activity: ref,
        recorder: refOf(before, actor),
        present: keepPrivate(own?.presence === 'present'),
      }),
    ),
  ];
}
