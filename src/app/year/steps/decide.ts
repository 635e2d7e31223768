import { z } from 'zod';
import { holders, refById, superiors } from '../../../domain/branch/people.js';
import { keepPrivate } from '../../../domain/private.js';
import { proposedLines } from '../../../domain/year/table/lines.js';
import { openMattersOf } from '../../../domain/year/open-matters.js';
import type { ProposedLine, YearStepData } from '../../../domain/year/rows.js';
import { tierOf, undecidedCandidates, yearState, type YearState } from '../../../domain/year/state.js';
import { owesReason, tierBarred } from '../../../domain/year/table/tiers.js';
import { voteProblem, type YearVote } from '../../../domain/year/vote.js';
import { toPerson, toSpeaker } from '../../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../../use-case.js';
import { bodyOf, record, superiorRefs, takeUp } from '../progress.js';
import type { MovedRow } from '../views.js';
import { outstandingOf, tableOf } from '../table.js';
import { barredTier } from './tier.js';

/**
 * `/年度 评定` (annex 1, 支部评定): the vote of the 支委会, or of the 支部大会 where there is none. What is decided are the
 * scores of this moment: where they have changed since the last summary a new one is recorded with the decision.
 */
export const decideYear = useCase({
  name: 'year.decide',
  who: ['actingSecretary'],
  place: 'anywhere',
  input: z.strictObject({
    entitled: z.int().nullable(),
    present: z.int().nullable(),
    inFavour: z.int().nullable(),
    /** Whom the meeting made 优秀; null: the line does not say, empty: nobody. */
    outstanding: z.array(z.int()).nullable(),
  }),
  run: (context, counts) => {
    const taken = takeUp(context, ['summed']);
    if (taken.kind === 'not') return taken.outcome;
    const { facts, rulebookOf } = context;
    const { state } = taken;
    const numbers = openMattersOf(facts, state.year);
    if (numbers.length > 0)
      return refuse('year.openMatters', { year: state.year, numbers, before: 'decision' });
    const { body, voters } = bodyOf(facts, state.year);
    const vote = wholeVote(counts);
    if (vote === undefined) return refuse('year.voteIncomplete', { body, entitled: voters.length });
    const why = voteProblem(rulebookOf(state.year).votes, vote, voters.length);
    if (why !== undefined)
      return refuse('year.voteWrong', { year: state.year, why, vote, body, most: voters.length });
    const lines = proposedLines(facts, rulebookOf(state.year), state.year);
    const { outstanding } = counts;
    return (
      staleTier(context, state, lines) ??
      undecided(context, state, lines, vote, outstanding) ??
      decide(context, state, lines, vote, outstanding)
    );
  },
});

function wholeVote({ entitled, present, inFavour }: { readonly [C in keyof YearVote]: number | null }) {
  if (entitled === null || present === null || inFavour === null) return undefined;
  return { entitled, present, inFavour };
}

/** What the meeting chose before must fit the scores it decides on now. */
function staleTier(
  { facts, rulebookOf }: ActorContext,
  state: YearState,
  lines: readonly ProposedLine[],
): Outcome | undefined {
  const rulebook = rulebookOf(state.year);
  const stale = lines.find((line) => {
    const set = state.tiers.get(line.person);
    if (set === undefined || line.proposed === null) return false;
    return (
      tierBarred(rulebook, line, set.tier) !== undefined ||
      (set.reason === null && owesReason(line, set.tier))
    );
  });
  if (stale === undefined) return undefined;
  const tier = state.tiers.get(stale.person)?.tier ?? 'qualified';
  return refuse('year.tierStale', { year: state.year, person: refById(facts, stale.person), tier });
}

/**
 * 优秀 is never a default (annex 1: it *may* be given): yes or no for each candidate, and nobody says it of himself. What
 * one person recorded before as 优秀 and the meeting's line leaves out is asked about: who is not named is 合格.
 */
function undecided(
  context: ActorContext,
  state: YearState,
  lines: readonly ProposedLine[],
  vote: YearVote,
  named: readonly number[] | null,
): Outcome | undefined {
  const { facts, actor } = context;
  const { year } = state;
  const refs = (persons: readonly number[]) => persons.map((id) => refById(facts, id));
  const recorded = lines.map(({ person }) => person).filter((id) => isOutstanding(state, id));
  if (named === null) {
    const candidates = undecidedCandidates(state, lines).map(({ person }) => person);
    if (candidates.length === 0) return undefined;
    return refuse('year.candidatesOpen', { year, vote, persons: refs(candidates), recorded: refs(recorded) });
  }
  if (named.some((id) => id === actor.id && !isOutstanding(state, id))) {
    const deputy = holders(facts, 'deputySecretary').some(({ id }) => id !== actor.id);
    return refuse('year.ownTier', { deputy });
  }
  const left = recorded.filter((id) => !named.includes(id) && state.tiers.get(id)?.returned !== true);
  return (
    unnameable(context, state, lines, named) ??
    (left.length === 0
      ? undefined
      : refuse('year.recordedNotNamed', { year, vote, named: refs(named), left: refs(left) }))
  );
}

/** Named as 优秀, and neither a candidate nor recorded before with the meeting's reason. */
function unnameable(
  context: ActorContext,
  state: YearState,
  lines: readonly ProposedLine[],
  named: readonly number[],
): Outcome | undefined {
  const { year } = state;
  for (const person of named) {
    const line = lines.find((one) => one.person === person);
    const barred = barredTier(context, year, line, { person, tier: 'outstanding' });
    if (barred !== undefined) return barred;
    if (line?.proposed !== 'outstanding' && !isOutstanding(state, person))
      return refuse('year.noCandidate', { year, person: refById(context.facts, person) });
  }
  return undefined;
}

function isOutstanding({ tiers }: YearState, person: number): boolean {
  return tiers.get(person)?.tier === 'outstanding';
}

/** What the meeting said: 优秀 those named, the other candidates not; a reason on record stays. */
function saidOf(
  state: YearState,
  lines: readonly ProposedLine[],
  named: readonly number[] | null,
): readonly YearStepData[] {
  if (named === null) return [];
  const open = new Set(undecidedCandidates(state, lines).map(({ person }) => person));
  return lines
    .filter(({ person }) => open.has(person) || named.includes(person) !== isOutstanding(state, person))
    .map((line) => ({
      step: 'tier',
      person: line.person,
      tier: named.includes(line.person) ? 'outstanding' : 'qualified',
      reason: null,
      line,
    }));
}

function decide(
  context: ActorContext,
  before: YearState,
  lines: readonly ProposedLine[],
  vote: YearVote,
  outstanding: readonly number[] | null,
): Outcome {
  const { facts, rulebookOf } = context;
  const { year } = before;
  const { body } = bodyOf(facts, year);
  const isSame = JSON.stringify(lines) === JSON.stringify(before.lines);
  const changes = record(
    context,
    year,
    ...(isSame ? [] : [{ step: 'summary' as const, lines }]),
    ...saidOf(before, lines, outstanding),
    { step: 'decision', body, vote },
  );
  const after = { ...context, facts: facts.with(changes) };
  const state = yearState(after.facts, year);
  const table = keepPrivate(tableOf(after, state));
  const kept = keepPrivate(vote);
  const { name: branch } = facts.branch;
  return done({
    changes,
    ids: [year],
    replies: [
      toSpeaker('year.decided', {
        year,
        body,
        vote: kept,
        outstanding: keepPrivate(outstandingOf(rulebookOf(year), state)),
        renewed: keepPrivate(renewed(context, before, state)),
        superiors: keepPrivate(superiorRefs(facts)),
      }),
      ...superiors(facts).map(({ id }) =>
        toPerson(id, 'year.pleaseAudit', { branch, body, vote: kept, table }),
      ),
    ],
  });
}

/** Whose score or proposal is another than in the summary before. */
function renewed({ facts }: ActorContext, before: YearState, after: YearState): readonly MovedRow[] {
  return after.lines.flatMap(({ person, total, vetoed, proposed }) => {
    const known = before.lines.find((line) => line.person === person);
    const same = known?.total === total && known.proposed === proposed;
    if (same || proposed === null) return [];
    const tier = tierOf(after, person) ?? proposed;
    return [{ person: refById(facts, person), total, vetoed, proposed, tier }];
  });
}
