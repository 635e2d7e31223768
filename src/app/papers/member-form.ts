import { z } from 'zod';
import { isHere, refOf } from '../../domain/branch/people.js';
import { isArchived } from '../../domain/year/archived.js';
import { withoutScore } from '../points/standing.js';
import { lastYearOf, withDeparture } from '../roster/departed.js';
import { toSpeaker, withPaper } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';
import { usualYear } from '../year/usual-year.js';
import { subjectOf } from '../roster/readers.js';
import { outsideSums } from './span.js';

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
