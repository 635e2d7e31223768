import { z } from 'zod';
import { membersOn } from '../../domain/roster/membership.js';
import type { Person } from '../../domain/roster/rows.js';
import { isArchived } from '../../domain/year/archived.js';
import { assessedIn, lastDayOf } from '../../domain/year/table/lines.js';
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

const ofOne = z.strictObject({ member: z.int().nullable(), year: z.int().nullable() });

/** `/党员卡 [姓名] [年份]`: one's own for every member. Sent in private. */
export const orderMemberCard = useCase({
  name: 'papers.memberCard',
  who: 'members',
  place: 'anywhere',
  input: ofOne,
  run: (context, asked) =>
    orderOfOne(context, asked, 'memberCard', (subject, year) => {
      const told = { person: refOf(context.facts, subject), year };
      return (
        goneThen(context.facts, subject, { year, quarter: null }) ?? toSpeaker('papers.memberCard', told)
      );
    }),
});

/** `/考核表 [姓名] [年份]`: annex 2 of the source, one's own for everybody. Sent in private. */
export const orderMemberForm = useCase({
  name: 'papers.memberForm',
  who: 'everybody',
  offeredTo: ['member', 'superior', 'inspector'],
  place: 'anywhere',
  input: ofOne,
  run: (context, asked) =>
    orderOfOne(context, asked, 'memberForm', (subject, year) => {
      const settled = isArchived(context.facts, year) || !isHere(subject);
      const told = { person: refOf(context.facts, subject), year, settled };
      return withoutScore(context, subject, year) ?? toSpeaker('papers.memberForm', told);
    }),
});

/** @param words what comes with the paper, or why this member has none of that year */
function orderOfOne(
  context: ActorContext,
  { member, year: named }: z.infer<typeof ofOne>,
  paper: 'memberCard' | 'memberForm',
  words: (subject: Person, year: number) => PrivateReply | Outcome,
): Outcome {
  const subject = subjectOf(context, member);
  if (subject === undefined) return refuse('papers.notYours', {});
  const year = named ?? lastYearOf(subject, usualYear(context.facts, context.today));
  const said = words(subject, year);
  if ('kind' in said) return said;
  const refused = outsideSums(context, { year, quarter: null });
  if (refused !== null) return refused;
  const reply = withDeparture(context, said, subject, member !== null);
  return done({ replies: [withPaper(reply, { paper, person: subject.id, year })], ids: [subject.id] });
}
