import { z } from 'zod';
import { isRated, openAppraisal, yearToAppraise } from '../../domain/appraisal/ballots.js';
import { put } from '../../domain/branch/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import { isArchived } from '../../domain/year/archived.js';
import { here, toGroup } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';

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
  // With its key the ballots are lost: only then may the same year begin anew.
  const lost = open?.year === year && !ballots.hasKey(open);
  if (open !== undefined && !lost) return refuse('appraisal.alreadyOpen', { year: open.year });
  const before = facts.get('appraisal', year);
  // Nobody votes until the result suits; where no result could be shown, none is known.
  if (before?.state === 'closed' && before.results.length > 0)
    return refuse('appraisal.alreadyDone', { year });
  if (!facts.all('person').some((person) => isRated(rulebookOf(year), person)))
    return refuse('appraisal.nobodyRated', { year });
  return undefined;
}
