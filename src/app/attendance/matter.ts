import { isCalled } from '../../domain/attendance/standing.js';
import { tellRejected } from '../matters/announce.js';
import { refuse, type ActorContext } from '../use-case.js';
import { proxyEntriesAt } from '../../domain/rulings/proxy.js';
import { askLeave, isAfterwards } from './leave.js';
import { isStillOwed } from '../../domain/attendance/item-sixteen.js';
import { standingEntries } from '../../domain/points/deeds.js';
import { isArchived } from '../../domain/year/archived.js';
import type { LeftByArchive } from '../matters/results.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { LeaveMatter, PointsMatter } from '../../domain/rulings/rows.js';
import { refById } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { keepPrivate } from '../../domain/private.js';
import { scoreOf } from '../../domain/year/table/score.js';
import type { Effect, Follows, Kind } from '../matters/kind.js';
import { toPerson, type Reply } from '../reply.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';
import { put } from '../../domain/branch/rows.js';
import { endBrokenRuns } from '../veto/broken.js';
import { settle, type Settled } from './settle.js';

export const leave: Kind<LeaveMatter> = {
  card: ({ facts }, matter) => {
    const { activity: id, leaveKind, reason } = matter;
    const activity = facts.get('activity', id);
    const afterwards = activity !== undefined && isAfterwards(matter, activity);
    return {
      ...{ kind: 'leave', activity: activity?.kind ?? '', at: activity?.at ?? '' },
      ...{ leaveKind, reason, afterwards, came: activity !== undefined && cameAllTheSame(facts, matter) },
    };
  },
  carryOut: approve,
  correction: { refusal: 'correctLeave' },
  goesWithOthers: () => true,
  said: [{ by: askLeave.name, of: (_facts, { subject, openedAt }) => [[subject, openedAt]] }],
  rejected: (context, matter, reason) => {
    const { changes, replies } = reject(context, matter);
    // Who has no account hears it from the one who asked for them.
    const by = enteredBy(context.facts, matter);
    return { changes, replies: [...tellRejected(context, matter, reason, by), ...replies] };
  },
  withdrawOtherwise: (_context, { number }) => refuse('rulings.withdrawLeave', { number }),
  enteredBy,
};

/** Who entered this leave for the person whom it concerns; undefined: they asked themselves. */
function enteredBy(facts: Facts, { subject, openedAt }: LeaveMatter): number | undefined {
  return proxyEntriesAt(facts, subject, openedAt, askLeave.name)[0]?.enteredBy;
}

/**
 * Leave is granted. Where the activity is closed already, the same ruling takes back the absence: it
 * reverses the posted entry or lets the draft fall, and the third personal leave is drafted (SPEC §2, item 16).
 */
function approve(context: ActorContext, matter: LeaveMatter): Effect {
  const { facts } = context;
  const activity = activityOf(facts, matter.activity);
  const settled =
    activity.state === 'closed' ? settle(context, matter.subject, yearOf(activity.at), matter) : nothing;
  const ended = endBrokenRuns(context, {
    before: facts.with([put('matter', { ...matter, state: 'open' })]),
    after: facts.with(settled.changes),
    member: matter.subject,
    matter: matter.number,
  });
  const early = calledTooEarly(facts, matter);
  return {
    changes: [...early.changes, ...settled.changes, ...ended.changes],
    result: {
      kind: 'leaveGranted',
      number: matter.number,
      subject: refById(facts, matter.subject),
      activity: activity.kind,
      at: activity.at,
      came: cameAllTheSame(facts, matter),
      archived: leftByArchive(context, matter),
    },
    replies: [
      ...tellMember(context, matter, settled),
      ...early.replies,
      ...settled.replies,
      ...ended.replies,
    ],
  };
}

/** The roll says 到, which outranks the leave: who rules on it, and who asked, should not think it counts. */
function cameAllTheSame(facts: Facts, matter: LeaveMatter): boolean {
  const row = facts.get('attendance', matter.activity, matter.subject);
  return row?.presence === 'present' && calledTooEarly(facts, matter) === nothing;
}

/**
 * A 到 that was written before the activity began knew nothing of this leave: it is taken back, and whoever called the
 * roll is told. Who signed in after asking came all the same.
 */
function calledTooEarly(facts: Facts, { activity: id, subject, openedAt }: LeaveMatter): Follows {
  const activity = activityOf(facts, id);
  const row = facts.get('attendance', id, subject);
  if (activity.state !== 'announced' || row?.presence !== 'present') return nothing;
  const { recordedAt, recordedBy } = row;
  const isEarly = recordedAt !== null && recordedAt < activity.at;
  if (!isEarly || (!isCalled(row) && recordedAt > openedAt)) return nothing;
  const open = { presence: 'unrecorded', source: null, recordedBy: null, recordedAt: null } as const;
  const told = { activity: refOfActivity(facts, activity), person: keepPrivate(refById(facts, subject)) };
  return {
    changes: [put('attendance', { ...row, ...open })],
    replies:
      recordedBy === null || recordedBy === subject
        ? []
        : [toPerson(recordedBy, 'attendance.leaveAfterRollCall', told)],
  };
}

const nothing: Settled = { changes: [], replies: [], drafts: [], dropped: [], reversed: null };

/**
 * The year is archived, so what the leave would take back remains: only a 补正 changes it. `context.facts` hold the ruling.
 */
function leftByArchive(
  { facts, rulebookOf }: ActorContext,
  { subject, activity }: LeaveMatter,
): LeftByArchive | null {
  const year = yearOf(activityOf(facts, activity).at);
  if (!isArchived(facts, year)) return null;
  const rulebook = rulebookOf(year);
  const [left] = facts
    .of('matter', subject)
    .filter((matter): matter is PointsMatter => matter.kind === 'deduction' && matter.activity === activity)
    .filter((matter) => standingEntries(facts, matter).length > 0 && !isStillOwed(facts, rulebook, matter));
  return left === undefined ? null : { year, matter: left.number };
}

/** The group heard a grant that was made there; what it did to the score is for the member alone. */
function tellMember(
  context: ActorContext,
  matter: LeaveMatter,
  { changes, dropped, reversed }: Settled,
): readonly Reply[] {
  const { facts, rulebook, place } = context;
  const archived = leftByArchive(context, matter);
  const heard = place === 'group' && dropped.length === 0 && reversed === null && archived === null;
  if (heard) return [];
  const after = facts.with(changes);
  const activity = activityOf(facts, matter.activity);
  const undone =
    reversed === null
      ? null
      : {
          points: reversed.points,
          total: scoreOf(after, rulebook, matter.subject, reversed.year).total,
        };
  return [
    toPerson(matter.subject, 'attendance.leaveGrantedTo', {
      number: matter.number,
      activity: refOfActivity(facts, activity),
      came: cameAllTheSame(facts, matter),
      dropped: keepPrivate(dropped),
      reversed: keepPrivate(undone),
      archived: keepPrivate(archived),
    }),
  ];
}

/**
 * Where the activity is closed already and the member was not there, the absence that waited for the ruling is drafted.
 */
function reject(context: ActorContext, matter: LeaveMatter): Follows {
  const activity = activityOf(context.facts, matter.activity);
  if (activity.state !== 'closed') return nothing;
  return settle(context, matter.subject, yearOf(activity.at), null);
}
