import { z } from 'zod';
import {
  ratedIn,
  silent,
  openAppraisal,
  yearToAppraise,
  talliesOf,
  turnout,
} from '../../domain/appraisal/ballots.js';
import { put } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { isArchived } from '../../domain/year/archived.js';
import { here, toGroup, toPerson, toSpeaker } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome, type Context } from '../use-case.js';
import type { Appraisal } from '../../domain/appraisal/rows.js';
import type { Facts } from '../../domain/branch/facts.js';
import { holders, isHere, personOf, refOf } from '../../domain/branch/people.js';
import { keepPrivate } from '../../domain/private.js';
import { heldByBallot } from './held.js';
import type { AppraisalResults } from './says.js';

/** `/评议 开始 [年份]`: opens the secret ballot of a year, and tells the group how to vote in private. */
export const beginAppraisal = useCase({
  name: 'appraisal.begin',
  who: ['secretary'],
  place: 'anywhere',
  input: z.strictObject({ year: z.int().nullable() }),
  run: (context, { year: asked }) => {
    const { facts, now, today, actor, ballots } = context;
    const year = asked ?? yearToAppraise(facts, today);
    const refused = whyNot(context, year);
    if (refused !== undefined) return refused;
    const { publicKey, privateKey } = ballots.keys();
    const before = facts.get('appraisal', year);
    const appraisal = {
      year,
      state: 'open' as const,
      openedBy: actor.id,
      openedAt: now,
      closedBy: null,
      closedAt: null,
      publicKey,
      round: (before?.round ?? 0) + 1,
      results: [],
    };
    const told = { year, anew: before !== undefined };
    return done({
      changes: [put('appraisal', appraisal)],
      ballots: { step: 'begin', year, privateKey },
      replies: [
        toGroup('appraisal.begun', told),
        ...(context.place === 'private' ? [here('appraisal.begunHere', told)] : []),
      ],
      ids: [year],
    });
  },
});

function whyNot({ facts, today, rulebookOf, ballots }: ActorContext, year: number): Outcome | undefined {
  const last = yearOf(today) - 1;
  if (year !== last && year !== last + 1) return refuse('appraisal.wrongYear', { year, last });
  if (isArchived(facts, year)) return refuse('appraisal.archived', { year });
  const open = openAppraisal(facts);
  // Without its key the ballots are lost: only then may the same year start over.
  const lost = open?.year === year && !ballots.hasKey(open);
  if (open !== undefined && !lost) return refuse('appraisal.alreadyOpen', { year: open.year });
  const before = facts.get('appraisal', year);
  // No voting again until the result suits; where no result could be shown, none is known.
  if (before?.state === 'closed' && before.results.length > 0)
    return refuse('appraisal.alreadyDone', { year });
  if (ratedIn(facts, rulebookOf(year), year).length === 0) return refuse('appraisal.nobodyRated', { year });
  return undefined;
}

/**
 * `/评议 结束 [是]`: counts, keeps the results, and destroys ballots and key. That cannot be undone, so it has to be accepted
 * with `是` while somebody has not voted. The results advise the meeting (SPEC §3), so they go to who prepares it; the
 * group hears only that it ended.
 */
export const endAppraisal = useCase({
  name: 'appraisal.end',
  who: ['secretary'],
  place: 'anywhere',
  input: z.strictObject({ accepted: z.boolean() }),
  run: (context, { accepted }) => {
    const { facts, rulebookOf, now, actor, ballots } = context;
    const open = openAppraisal(facts);
    if (open === undefined) return refuse('appraisal.none', {});
    const { year } = open;
    const { voters, ballots: cast } = turnout(facts, open);
    const missing = silent(facts, open);
    if (missing > 0 && !accepted) return refuse('appraisal.notAllVoted', { year, voters, missing });
    const opened = ballots.open(open);
    if (opened.kind === 'keyLost') {
      const file = keepPrivate(opened.file);
      return done({ replies: [toSpeaker('appraisal.keyLost', { file, year, ballots: cast })] });
    }
    const rulebook = rulebookOf(year);
    const rated = ratedIn(facts, rulebook, year);
    const results = talliesOf(opened.ballots, rated, rulebook.assessment.ballotsShownFrom);
    const closed: Appraisal = { ...open, state: 'closed', closedBy: actor.id, closedAt: now, results };
    const change = put('appraisal', closed);
    const told = keepPrivate(resultsOf(context, facts.with([change]), closed));
    const count = opened.ballots.length;
    const held = heldByBallot(context, open);
    const odd = cast === count && opened.spoiled === 0 ? null : { cast, opened: count };
    return done({
      changes: [change, ...held],
      ballots: { step: 'end', year },
      replies: [
        toGroup('appraisal.ended', { year, voters }),
        ...(context.place === 'private' ? [here('appraisal.endedHere', { year, voters })] : []),
        ...advised(facts).map((person) =>
          toPerson(person, 'appraisal.results', { results: told, odd, held: held.length > 0 }),
        ),
      ],
      ids: [year],
    });
  },
});

/** `/评议 结果 [年份]`: the results once more, for who prepares the meeting and for who audits it. */
export const showAppraisal = useCase({
  name: 'appraisal.results',
  who: ['secretary', 'deputySecretary', 'committeeMember', 'superior'],
  place: 'anywhere',
  input: z.strictObject({ year: z.int().nullable() }),
  run: (context, { year }) => {
    const { facts } = context;
    const appraisal =
      year === null
        ? facts
            .all('appraisal')
            .filter(({ state }) => state === 'closed')
            .sort((one, other) => one.year - other.year)
            .at(-1)
        : facts.get('appraisal', year);
    const open = openAppraisal(facts);
    if (open !== undefined && (appraisal === undefined || appraisal.year === open.year))
      return refuse('appraisal.stillOpen', { year: open.year });
    if (appraisal === undefined) return refuse('appraisal.noResults', { year });
    const results = keepPrivate(resultsOf(context, facts, appraisal));
    return done({ replies: [toSpeaker('appraisal.results', { results, odd: null, held: false })] });
  },
});

/** Secretary, deputies and the committee, each once. */
function advised(facts: Facts): readonly number[] {
  const offices = ['secretary', 'deputySecretary', 'committeeMember'] as const;
  return [...new Set(offices.flatMap((office) => holders(facts, office)).map(({ id }) => id))];
}

function resultsOf({ rulebookOf }: Context, facts: Facts, appraisal: Appraisal): AppraisalResults {
  const { year, results } = appraisal;
  const rulebook = rulebookOf(year);
  const rated = ratedIn(facts, rulebook, year);
  const shown = results.filter(({ person }) => isHere(personOf(facts, person)));
  return {
    year,
    voters: turnout(facts, appraisal).voters,
    lines: shown.map(({ person, tally }) => ({ person: refOf(facts, personOf(facts, person)), tally })),
    hidden: rated.filter(({ id }) => !results.some(({ person }) => person === id)).length,
    shownFrom: rulebook.assessment.ballotsShownFrom,
  };
}
