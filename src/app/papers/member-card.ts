import { z } from 'zod';
import { personOf, refOf } from '../../domain/branch/people.js';
import { done, refuse, toSpeaker, useCase, withPaper } from '../use-case.js';
import { usualYear } from '../year/usual-year.js';
import { keepsPapers } from './keeps.js';
import { outsideRecords } from './span.js';

/** `/党员卡 [姓名] [年份]`: one's own for every member. Sent in private. */
export const orderMemberCard = useCase({
  name: 'papers.memberCard',
  who: 'members',
  place: 'anywhere',
  input: z.strictObject({ member: z.int().nullable(), year: z.int().nullable() }),
  run: (context, { member, year: named }) => {
    const { facts, actor, today } = context;
    const subject = member === null ? actor : personOf(facts, member);
    if (subject.id !== actor.id && !keepsPapers(context)) return refuse('papers.notYours', {});
    const year = named ?? usualYear(facts, today);
    const refused = outsideRecords(context, { year, quarter: null });
    if (refused !== null) return refused;
    const reply = toSpeaker('papers.memberCard', { person: refOf(facts, subject), year });
    return done({
      replies: [withPaper(reply, { paper: 'memberCard', person: subject.id, year })],
      ids: [subject.id],
    });
  },
});
