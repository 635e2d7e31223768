import { dateOf } from '../../domain/period/civil.js';
import { periodNamed } from '../../domain/notice/period.js';
import { refuse, type Context, type Outcome } from '../use-case.js';
import { yearPeriod } from '../../domain/period/half-year.js';
import { isTakenOver } from '../../domain/year/score.js';

/** Of which time a paper is. */
export interface Span {
  readonly year: number;
  readonly quarter: number | null;
}

/** First and last day of it. */
export function daysOf({ year, quarter }: Span): { readonly first: string; readonly last: string } {
  return quarter === null ? yearPeriod(year) : periodNamed('quarterly', { year, period: quarter });
}

/** A refusal when nothing was kept here then. */
export function outsideRecords({ facts, today }: Context, span: Span): Outcome | null {
  const { first, last } = daysOf(span);
  const began = dateOf(facts.branch.createdAt);
  if (first > today) return refuse('papers.ahead', span);
  if (last < began && span.year !== Number(began.slice(0, 4)))
    return refuse('papers.before', { ...span, began });
  return null;
}

/** The same for the sums of members; of a year that was taken over there are those of the whole year, and no others. */
export function outsideSums(context: Context, span: Span): Outcome | null {
  if (!isTakenOver(context.facts, span.year)) return outsideRecords(context, span);
  const began = dateOf(context.facts.branch.createdAt);
  return span.quarter === null ? null : refuse('papers.before', { ...span, began });
}
