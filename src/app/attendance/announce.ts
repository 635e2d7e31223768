import { byTime } from '../../domain/period/civil.js';
import { z } from 'zod';
import { defaultAudience, expected, groupsOf, invited } from '../../domain/attendance/audience.js';
import { announcedIn } from '../../domain/attendance/standing.js';
import type { Facts } from '../../domain/branch/facts.js';
import { refById } from '../../domain/branch/people.js';
import type { Activity, Audience } from '../../domain/attendance/rows.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { here, toGroup, toSpeaker, type Reply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { phoneList } from '../care/phone-list.js';
import { clashesOf } from './cards.js';
import { refOfActivity } from '../../domain/attendance/references.js';
import type { AudienceSaid } from './says.js';

const audience: z.ZodType<Audience> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['all', 'inService', 'committee']) }),
  z.strictObject({ kind: z.literal('group'), group: z.string() }),
  z.strictObject({ kind: z.literal('persons'), persons: z.array(z.int()) }),
]);

const input = z.strictObject({
  kind: z.string(),
  at: z.string(),
  place: z.string(),
  audience: audience.nullable(),
  voluntary: z.boolean(),
  topic: z.string().nullable(),
  /** `14:30`: where it was said when it ends. */
  until: z.string().nullable(),
  /** 另开: though the same people are called to one of the kind at that hour. */
  another: z.boolean(),
});
type Announcement = z.infer<typeof input>;

/** Longer ones do not fit a chat line; the details go into the minutes. */
export const longestTopic = 500;

/** `/活动 …`: announced in the group, even when typed in private. This also fixes who is due. */
export const announceActivity = useCase({
  name: 'attendance.announce',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input,
  run: (context, announcement) => {
    const { facts, rulebook, now } = context;
    const { kind, at, place, voluntary, topic } = announcement;
    if (at <= now) return refuse('attendance.past', { at });
    if ((topic ?? place).length > longestTopic || place.length > longestTopic)
      return refuse('attendance.textTooLong', { most: longestTopic });
    const wanted = announcement.audience ?? defaultAudience(rulebook, kind);
    if (wanted === undefined)
      return refuse('attendance.sayAudience', { kind, at, place, voluntary, topic, groups: groupsOf(facts) });
    const twin = announcement.another ? undefined : twinOf(facts, kind, at, wanted);
    if (twin !== undefined)
      return refuse('attendance.announcedBefore', {
        ...{ activity: refOfActivity(facts, twin), before: twin.place, place, voluntary, topic },
        audience: announcement.audience === null ? null : audienceSaid(facts, wanted),
      });
    const due = invited(facts, rulebook, wanted);
    if (due.length === 0)
      return refuse('attendance.nobodyInvited', { audience: audienceSaid(facts, wanted) });
    return announce(context, announcement, wanted, due);
  },
});

/** Announced already: of this kind, for this hour and these people. */
function twinOf(facts: Facts, kind: string, at: string, wanted: Audience): Activity | undefined {
  return announcedIn(facts).find(
    (other) => other.kind === kind && other.at === at && isSameAudience(other.audience, wanted),
  );
}

function isSameAudience(one: Audience, other: Audience): boolean {
  if (one.kind === 'group') return other.kind === 'group' && one.group === other.group;
  if (one.kind !== 'persons' || other.kind !== 'persons') return one.kind === other.kind;
  const persons = new Set(one.persons);
  return persons.size === new Set(other.persons).size && other.persons.every((id) => persons.has(id));
}

function announce(
  context: ActorContext,
  announcement: Announcement,
  wanted: Audience,
  due: readonly number[],
): Outcome {
  const { facts, place: chat } = context;
  const activity = activityFrom(context, announcement, wanted);
  const changes: Change[] = [
    put('activity', activity),
    ...due.map((person) => put('attendance', expected(activity.id, person))),
  ];
  const after = facts.with(changes);
  const ref = refOfActivity(after, activity);
  const { place, required, topic } = activity;
  const clashes = clashesOf(after, activity);
  const announced = { activity: ref, place, required, topic, due: due.length };
  const replies: Reply[] = [
    toGroup('attendance.announced', { ...announced, audience: audienceSaid(after, wanted) }),
    ...(chat === 'private' ? [toSpeaker('attendance.announcedFor', { activity: ref, due: due.length })] : []),
    ...(clashes.length > 0 ? [here('attendance.clashes', { clashes })] : []),
    ...phoneList(context, after, due, { kind: 'announced', activity: ref }),
  ];
  return done({ changes, replies, ids: [activity.id] });
}

function activityFrom(
  { facts, rulebook, actor, now }: ActorContext,
  announcement: Announcement,
  wanted: Audience,
): Activity {
  const { kind, at, place, voluntary, topic, until } = announcement;
  const isCounted = rulebook.quotaRules.studyHours.counted;
  const hours = isCounted && until !== null ? hoursBetween(at, until) : 0;
  const known = rulebook.activities.kinds.find(({ id }) => id === kind);
  if (known === undefined) throw new Error(`no activity kind ${kind}`);
  return {
    id: facts.next('activity'),
    ...{ kind, at, place },
    ...(hours > 0 ? { hours } : {}),
    required: known.required && !voluntary,
    audience: wanted,
    topic,
    state: 'announced',
    calledBy: actor.id,
    calledAt: now,
    closedBy: null,
    closedAt: null,
    host: null,
    minutes: null,
    decisions: null,
    cancelReason: null,
    pictures: [],
    exported: null,
  };
}

function audienceSaid(facts: Facts, wanted: Audience): AudienceSaid {
  return wanted.kind === 'persons'
    ? { kind: 'persons', persons: wanted.persons.map((id) => refById(facts, id)) }
    : wanted;
}

/** `/活动` alone: what is ahead, and what was held and is not closed. */
export const listActivities = useCase({
  name: 'attendance.list',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({}),
  run: ({ facts, now }) => {
    const activities = [...announcedIn(facts)].sort(byTime).map((activity) => ({
      activity: refOfActivity(facts, activity),
      place: activity.place,
      required: activity.required,
      begun: activity.at <= now,
    }));
    return done({ replies: [here('attendance.coming', { activities })] });
  },
});

/** In halves, as hours are counted; 0 where the end was not said in figures. */
function hoursBetween(at: string, until: string): number {
  const end = /^(\d{1,2})[:：](\d\d)$/u.exec(until);
  if (end === null) return 0;
  const minutes = (hour: string | undefined, minute: string | undefined) =>
    Number(hour) * 60 + Number(minute);
  const length = minutes(end[1], end[2]) - minutes(at.slice(11, 13), at.slice(14, 16));
  return Math.floor(length / 30) / 2;
}
