import { daysOf, type Span } from '../../domain/notice/period.js';
import type { Facts } from '../../domain/branch/facts.js';
import { dateOf, yearOf } from '../../domain/period/civil.js';
import { keepsPapers } from '../roster/readers.js';
import { refuse, type ActorContext, type Outcome } from '../use-case.js';
import { isTakenOver } from '../../domain/year/score.js';

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
