import { z } from 'zod';
import { toSpeaker, withPaper } from '../reply.js';
import { done, useCase } from '../use-case.js';
import { usualYear } from '../year/usual-year.js';
import { outsideSums } from './span.js';

/** `/汇总表 [年份或季度]`: annex 3 of the source, to print, sign, stamp and post. Sent in private. */
export const orderSummary = useCase({
  name: 'papers.summary',
  who: ['recorder', 'secretary'],
  place: 'anywhere',
  input: z.strictObject({
    span: z.strictObject({ year: z.int(), quarter: z.int().min(1).max(4).nullable() }).nullable(),
    order: z.enum(['roster', 'strokes']),
    large: z.boolean(),
  }),
  run: (context, { span, order, large }) => {
    const asked = span ?? { year: usualYear(context.facts, context.today), quarter: null };
    const refused = outsideSums(context, asked);
    if (refused !== null) return refused;
    const told = { ...asked, order, large };
    return done({ replies: [withPaper(toSpeaker('papers.summary', told), { paper: 'summary', ...told })] });
  },
});
