import { z } from 'zod';
import { refOf } from '../../domain/branch/people.js';
import { goneThen, lastYearOf, withDeparture } from '../roster/departed.js';
import { toSpeaker, withPaper } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';
import { usualYear } from '../year/usual-year.js';
import { subjectOf } from '../roster/readers.js';
import { outsideSums } from './span.js';

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
