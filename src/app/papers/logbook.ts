import { z } from 'zod';
import type { Activity } from '../../domain/attendance/rows.js';
import { personOf, refOf } from '../../domain/branch/people.js';
import { dateOf } from '../../domain/period/civil.js';
import type { Facts } from '../../domain/branch/facts.js';
import type { Person } from '../../domain/roster/rows.js';
import { activityOf, refOfActivity } from '../../domain/attendance/references.js';
import { goneThen, lastYearOf, withDeparture } from '../roster/register/departed.js';
import { toSpeaker, withPaper } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { usualYear } from '../year/usual-year.js';
import { keepsPapers } from '../roster/register/readers.js';
import { outsideRecords } from './registers.js';
import { daysOf, type Span } from '../../domain/notice/period.js';

/** One activity, one member's activities, or null: the branch's book, or one's own for those who do not keep it. */
export type LogbookSubject =
  | { readonly of: 'activity'; readonly activity: number }
  | { readonly of: 'member'; readonly member: number };

const subjectInput: z.ZodType<LogbookSubject> = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('activity'), activity: z.int() }),
  z.strictObject({ of: z.literal('member'), member: z.int() }),
]);

/** `/活动记录 [活动|@姓名] [年份或季度]`: one's own for every member. Sent in private. */
export const orderLogbook = useCase({
  name: 'papers.logbook',
  who: 'members',
  place: 'anywhere',
  input: z.strictObject({
    subject: subjectInput.nullable(),
    span: z.strictObject({ year: z.int(), quarter: z.int().min(1).max(4).nullable() }).nullable(),
  }),
  run: (context, { subject, span: named }) => {
    const { facts, actor, today } = context;
    const seesAll = keepsPapers(context);
    if (subject?.of === 'activity')
      return seesAll ? ofActivity(context, subject.activity) : refuse('papers.recordNotYours', {});
    if (subject !== null && subject.member !== actor.id && !seesAll) return refuse('papers.notYours', {});
    const member = subject === null ? actor : personOf(facts, subject.member);
    const span = named ?? { year: lastYearOf(member, usualYear(facts, today)), quarter: null };
    const refused = outsideRecords(context, span);
    if (refused !== null) return refused;
    if (subject === null && seesAll) return ofBranch(facts, span);
    return goneThen(facts, member, span) ?? ofMember(context, member, span, subject !== null);
  },
});

function ofActivity({ facts, now }: ActorContext, id: number): Outcome {
  const activity = activityOf(facts, id);
  const told = refOfActivity(facts, activity);
  if (activity.at > now) return refuse('attendance.notBegun', { activity: told });
  const closed = activity.state === 'closed';
  const reply = toSpeaker('papers.activityRecord', { activity: told, closed });
  return done({ replies: [withPaper(reply, { paper: 'activityRecord', activity: id })], ids: [id] });
}

function ofBranch(facts: Facts, span: Span): Outcome {
  const { first, last } = daysOf(span);
  const isHeld = ({ state, at }: Activity) => state === 'closed' && dateOf(at) >= first && dateOf(at) <= last;
  const activities = facts.all('activity').filter(isHeld).length;
  if (activities === 0) return refuse('papers.nothingHeld', span);
  const reply = toSpeaker('papers.logbook', { ...span, activities });
  return done({ replies: [withPaper(reply, { paper: 'logbook', ...span })] });
}

function ofMember(context: ActorContext, member: Person, span: Span, named: boolean): Outcome {
  const { facts } = context;
  const words = toSpeaker('papers.memberLogbook', { ...span, person: refOf(facts, member) });
  const reply = withDeparture(context, words, member, named);
  return done({
    replies: [withPaper(reply, { paper: 'memberLogbook', person: member.id, ...span })],
    ids: [member.id],
  });
}
