import type { Facts } from '../../domain/branch/facts.js';
import { superiors, type PersonRef, refOf } from '../../domain/branch/people.js';
import { put, type Change } from '../../domain/branch/rows.js';
import { aboutMember, pendingOfYear } from '../../domain/notice/posting.js';
import type { Notice } from '../../domain/notice/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Person } from '../../domain/roster/rows.js';
import { committee, entitledToVote, hadVote } from '../../domain/rulings/voters.js';
import { archivedYear } from '../../domain/year/archived.js';
import { lastArchived, yearInHand } from '../../domain/year/in-hand.js';
import { lastDayOf } from '../../domain/year/table/lines.js';
import type { YearStepData } from '../../domain/year/rows.js';
import { lastNoticeDay, yearState, type Stage, type YearState } from '../../domain/year/state.js';
import { refuse, type ActorContext, type Context, type Outcome } from '../use-case.js';
import type { Progress } from './views.js';

/** Annex 1, 支部评定: the 支委会 where there is one, else the 支部大会 of those who had a vote in that year. */
export function bodyOf(
  facts: Facts,
  year: number,
): {
  readonly body: Progress['body'];
  readonly voters: readonly Person[];
} {
  const seats = committee(facts);
  if (seats.length > 0) return { body: 'committee', voters: seats };
  const voters = entitledToVote(facts).filter((person) => hadVote(facts, person, lastDayOf(year)));
  return { body: 'generalMeeting', voters };
}

/** The sheet of the whole year's results, while it waits to be put up. */
export function sheetOf(facts: Facts, year: number): Notice | undefined {
  return pendingOfYear(facts, year).find((notice) => aboutMember(notice) === null);
}

export function progressOf({ facts, today }: Context, state: YearState): Progress {
  const { body, voters } = bodyOf(facts, state.year);
  const { year, stage, returned } = state;
  const until = lastNoticeDay(state) ?? null;
  const running = until !== null && today <= until;
  const sentBack = returned !== null;
  const sheet = sheetOf(facts, year) ?? null;
  return { year, stage, body, entitled: voters.length, sentBack, returned, until, running, sheet };
}

/** The year in hand, if this step may be taken now; else why not, with the line that comes next. */
export function takeUp(
  context: Context,
  stages: readonly Stage[],
): { readonly kind: 'may'; readonly state: YearState } | { readonly kind: 'not'; readonly outcome: Outcome } {
  const { facts, today } = context;
  const year = yearInHand(facts, today);
  if (year === null) return { kind: 'not', outcome: notEnded(context) };
  const state = yearState(facts, year);
  if (stages.includes(state.stage)) return { kind: 'may', state };
  const { stage, body, entitled, sentBack, until, running, sheet } = progressOf(context, state);
  const progress = { year, stage, body, entitled, sentBack, until, running, sheet };
  return { kind: 'not', outcome: refuse('year.outOfOrder', { progress }) };
}

function notEnded({ facts, today }: Context): Outcome {
  return refuse('year.notEnded', { year: yearOf(today), archived: archivedYear(facts, lastArchived(facts)) });
}

/** Steps of one year, numbered on. */
export function record(
  context: ActorContext,
  year: number,
  ...steps: readonly YearStepData[]
): readonly Change[] {
  const { facts, actor, now } = context;
  const first = facts.next('yearStep');
  return steps.map((data, index) =>
    put('yearStep', { id: first + index, year, at: now, by: actor.id, data }),
  );
}

export function superiorRefs(facts: Facts): readonly PersonRef[] {
  return superiors(facts).map((superior) => refOf(facts, superior));
}
