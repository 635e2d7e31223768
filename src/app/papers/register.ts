import { z } from 'zod';
import { registerPart } from '../../domain/roster/register-part.js';
import { toSpeaker, withPaper } from '../reply.js';
import { done, useCase } from '../use-case.js';
import { usualYear } from '../year/usual-year.js';
import { outsideRecords } from './span.js';

/**
 * `/台账 党员|积分|考勤|党费 [类别] [年份或季度]`: a register as files. Those who only look on have the list of members
 * in words (`roster.register`): dues and proofs are for those who keep them.
 */
export const orderRegister = useCase({
  name: 'papers.register',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({
    register: z.enum(['members', 'points', 'attendance', 'dues']),
    part: registerPart.nullable(),
    span: z.strictObject({ year: z.int(), quarter: z.int().min(1).max(4).nullable() }).nullable(),
  }),
  run: (context, { register, part, span: named }) => {
    const span = named ?? { year: usualYear(context.facts, context.today), quarter: null };
    const refused = outsideRecords(context, span);
    if (refused !== null) return refused;
    const told = { register, part, ...span };
    return done({ replies: [withPaper(toSpeaker('papers.register', told), { paper: 'register', ...told })] });
  },
});
