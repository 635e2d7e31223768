import { daysOf, type Span } from '../../domain/notice/period.js';
import type { Facts } from '../../domain/branch/facts.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import { keepsPapers } from '../roster/register/readers.js';
import { refuse, done, useCase, type ActorContext, type Outcome } from '../use-case.js';
import { isTakenOver } from '../../domain/year/table/score.js';
import { z } from 'zod';
import { registerPart } from '../../domain/roster/register-part.js';
import { toSpeaker, withPaper } from '../reply.js';
import { usualYear } from '../year/usual-year.js';

/** A refusal when nothing was kept here then. */
export function outsideRecords(context: ActorContext, span: Span): Outcome | null {
  const { facts, today } = context;
  if (daysOf(span).first > today) return refuse('papers.ahead', span);
  return isKept(facts, span.year) ? null : before(context, span);
}

/** The same for the sums of members; of a year that was taken over there are those of the whole year, and no others. */
export function outsideSums(context: ActorContext, span: Span): Outcome | null {
  if (!isTakenOver(context.facts, span.year)) return outsideRecords(context, span);
  return span.quarter === null ? null : before(context, span);
}

/** Whether what happened in a year was written down here; of one that was only taken over there are the sums. */
export function isKept(facts: Facts, year: number): boolean {
  return year >= yearOf(facts.branch.createdAt);
}

function before(context: ActorContext, span: Span): Outcome {
  const { facts } = context;
  const table = keepsPapers(context) ? 'summary' : 'form';
  const instead = isTakenOver(facts, span.year) ? table : null;
  return refuse('papers.before', { ...span, began: dateOf(facts.branch.createdAt), instead });
}

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
