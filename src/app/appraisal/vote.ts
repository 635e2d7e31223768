import { z } from 'zod';
import {
  ballotTiers,
  openAppraisal,
  ratedBy,
  ratedFor,
  ratedIn,
  turnout,
  type Ballot,
} from '../../domain/appraisal/ballots.js';
import type { Appraisal } from '../../domain/appraisal/rows.js';
import { holds, personOf, refById, refOf } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { hadVote } from '../../domain/rulings/voters.js';
import { lastDayOf } from '../../domain/year/table/lines.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';

/**
 * `/评议 姓名 等次`, in private only: one final ballot for each pair of members. `/评议` alone lists whom the member has rated
 * and who is left. No answer repeats the choice, and the audit holds neither person nor tier.
 */
export const castBallot = useCase({
  name: 'appraisal.vote',
  who: 'members',
  place: 'private',
  input: z.strictObject({
    ballot: z.strictObject({ person: z.int(), tier: z.enum(ballotTiers) }).nullable(),
  }),
  run: (context, { ballot }) => {
    const { facts, actor } = context;
    const appraisal = openAppraisal(facts);
    if (appraisal === undefined) return refuse('appraisal.none', {});
    if (!hadVote(facts, actor, lastDayOf(appraisal.year))) return refuse('appraisal.noVote', {});
    return ballot === null ? ownBallots(context, appraisal) : cast(context, appraisal, ballot);
  },
});

function cast(context: ActorContext, appraisal: Appraisal, ballot: Ballot): Outcome {
  const { facts, actor, rulebookOf, ballots } = context;
  const { year, round } = appraisal;
  const person = personOf(facts, ballot.person);
  if (person.id === actor.id) return refuse('appraisal.himself', {});
  if (!ratedIn(facts, rulebookOf(year), year).some(({ id }) => id === person.id))
    return refuse('appraisal.notRated', { person: refOf(facts, person) });
  // For example after a restored backup: members do not vote in vain, and the secretary learns how to go on.
  if (!ballots.hasKey(appraisal)) return refuse('appraisal.noBox', { year });
  const left = leftFor(context, appraisal);
  if (ratedBy(facts, appraisal, actor.id).has(person.id))
    return refuse('appraisal.already', { person: refOf(facts, person), left });
  return done({
    changes: [put('appraisalVoter', { year, round, voter: actor.id, person: person.id })],
    ballots: { step: 'cast', sealed: ballots.seal(appraisal, ballot) },
    replies: [
      toSpeaker('appraisal.received', {
        person: keepPrivate(refOf(facts, person)),
        left: leftFor(context, appraisal, person.id),
      }),
    ],
  });
}

function ownBallots(context: ActorContext, appraisal: Appraisal): Outcome {
  const { facts, actor } = context;
  const own = {
    year: appraisal.year,
    given: [...ratedBy(facts, appraisal, actor.id)].map((id) => refById(facts, id)),
    left: leftFor(context, appraisal),
    voters: turnout(facts, appraisal).voters,
    mayEnd: holds(facts, actor.id, 'secretary'),
  };
  return done({ replies: [toSpeaker('appraisal.own', { own: keepPrivate(own) })] });
}

/** Whom the member has not rated yet, in the order of the roster. */
function leftFor({ facts, actor, rulebookOf }: ActorContext, appraisal: Appraisal, just?: number) {
  const given = ratedBy(facts, appraisal, actor.id);
  return ratedFor(facts, rulebookOf(appraisal.year), appraisal.year, actor.id)
    .filter(({ id }) => id !== just && !given.has(id))
    .map((person) => refOf(facts, person));
}
