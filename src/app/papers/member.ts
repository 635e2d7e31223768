import { z } from 'zod';
import { membersOn } from '../../domain/roster/membership.js';
import { isArchived } from '../../domain/year/archived.js';
import { assessedIn } from '../../domain/year/table/assessed.js';
import { lastDayOf } from '../../domain/year/table/lines.js';
import { toSpeaker, withPaper, type PrivateReply } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { usualYear } from '../year/usual-year.js';
import { outsideSums } from './registers.js';
import { refOf, isHere } from '../../domain/branch/people.js';
import { goneThen, lastYearOf, withDeparture } from '../roster/register/departed.js';
import { subjectOf } from '../roster/register/readers.js';
import { withoutScore } from '../points/standing.js';

/** Papers of all members in one file, ready to print: each member starts on a new page. */

const input = z.strictObject({ year: z.int().nullable() });

/** `/考核表 全部 [年份]`: of everybody whose result the year has. */
export const orderMemberForms = useCase({
  name: 'papers.memberForms',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input,
  run: (context, { year: named }) =>
    ofEverybody(context, named, (year) => {
      const { facts } = context;
      const persons = assessedIn(facts, context.rulebookOf(year), year);
      const told = { year, members: persons.length, settled: isArchived(facts, year) };
      return { paper: 'memberForms', persons, reply: toSpeaker('papers.memberForms', told) };
    }),
});

/** `/党员卡 全部 [年份]`: of everybody on the roster, of a year that has ended on its last day. */
export const orderMemberCards = useCase({
  name: 'papers.memberCards',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input,
  run: (context, { year: named }) =>
    ofEverybody(context, named, (year) => {
      const { facts, today } = context;
      const last = lastDayOf(year);
      const persons = membersOn(facts, last < today ? last : today).map(({ id }) => id);
      const reply = toSpeaker('papers.memberCards', { year, members: persons.length });
      return { paper: 'memberCards', persons, reply };
    }),
});

interface Gathered {
  readonly paper: 'memberForms' | 'memberCards';
  readonly persons: readonly number[];
  readonly reply: PrivateReply;
}

function ofEverybody(
  context: ActorContext,
  named: number | null,
  gather: (year: number) => Gathered,
): Outcome {
  const year = named ?? usualYear(context.facts, context.today);
  const refused = outsideSums(context, { year, quarter: null });
  if (refused !== null) return refused;
  const { paper, persons, reply } = gather(year);
  if (persons.length === 0) return refuse('papers.nobodyThen', { year, scored: paper === 'memberForms' });
  return done({ replies: [withPaper(reply, { paper, persons, year })], ids: persons });
}

/** `/党员卡 [姓名] [年份]`: one's own for every member. Sent in private. */
export const orderMemberCard = useCase({
  name: 'papers.memberCard',
  who: 'members',
  place: 'anywhere',
  input: z.strictObject({ member: z.int().nullable(), year: z.int().nullable() }),
  run: (context, { member, year: named }) => {
    const { facts, today } = context;
    const subject = subjectOf(context, member);
    if (subject === undefined) return refuse('papers.notYours', {});
    const year = named ?? lastYearOf(subject, usualYear(facts, today));
    const span = { year, quarter: null };
    const refused = goneThen(facts, subject, span) ?? outsideSums(context, span);
    if (refused !== null) return refused;
    const words = toSpeaker('papers.memberCard', { person: refOf(facts, subject), year });
    const reply = withDeparture(context, words, subject, member !== null);
    return done({
      replies: [withPaper(reply, { paper: 'memberCard', person: subject.id, year })],
      ids: [subject.id],
    });
  },
});

/** `/考核表 [姓名] [年份]`: annex 2 of the source, one's own for everybody. Sent in private. */
export const orderMemberForm = useCase({
  name: 'papers.memberForm',
  who: 'everybody',
  place: 'anywhere',
  input: z.strictObject({ member: z.int().nullable(), year: z.int().nullable() }),
  run: (context, { member, year: named }) => {
    const { facts, today } = context;
    const subject = subjectOf(context, member);
    if (subject === undefined) return refuse('papers.notYours', {});
    const year = named ?? lastYearOf(subject, usualYear(facts, today));
    const refused = withoutScore(context, subject, year) ?? outsideSums(context, { year, quarter: null });
    if (refused !== null) return refused;
    const told = {
      person: refOf(facts, subject),
      year,
      settled: isArchived(facts, year) || !isHere(subject),
    };
    const words = toSpeaker('papers.memberForm', told);
    const reply = withDeparture(context, words, subject, member !== null);
    return done({
      replies: [withPaper(reply, { paper: 'memberForm', person: subject.id, year })],
      ids: [subject.id],
    });
  },
});
