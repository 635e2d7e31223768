import { z } from 'zod';
import { refOf, type PersonRef } from '../../domain/branch/people.js';
import { put } from '../../domain/branch/rows.js';
import { keepPrivate } from '../../domain/private.js';
import { lastDayOf } from '../../domain/year/table/lines.js';
import { whyNotScoredIn } from '../../domain/roster/spans.js';
import {
  assessableYears,
  assessedYear,
  maySelfAssess,
  selfProblem,
  sumOf,
} from '../../domain/year/self-assessment.js';
import { yearState } from '../../domain/year/state.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase, type ActorContext, type Outcome } from '../use-case.js';

type Points = readonly (readonly number[])[];

/**
 * `/自评 20 10 10 30 15 15` (annex 2, base items): members judge themselves, as often as they want until the meeting
 * decides. It never changes the score (SPEC §2, base items). Without points it shows the items and the last answer.
 */
export const selfAssess = useCase({
  name: 'year.selfAssess',
  who: 'members',
  place: 'anywhere',
  byProxy: 'allowed',
  input: z.strictObject({ year: z.int().nullable(), points: z.array(z.array(z.int())).nullable() }),
  run: (context, { year: asked, points }) => {
    const year = asked ?? assessedYear(context.facts, context.today);
    return points === null ? show(context, year) : (notNow(context, year) ?? assess(context, year, points));
  },
});

function assess(context: ActorContext, year: number, points: Points): Outcome {
  const { facts, rulebookOf, actor, now } = context;
  const items = rulebookOf(year).baseItems;
  const entered = enteredFor(context);
  const problem = selfProblem(items, points);
  if (problem !== undefined) return refuse('year.selfWrong', { problem, items, entered });
  const sums = points.map(sumOf);
  const before = facts.get('selfAssessment', year, actor.id) !== undefined;
  return done({
    changes: [put('selfAssessment', { person: actor.id, year, points: sums, recordedAt: now })],
    ids: [year, actor.id],
    replies: [
      toSpeaker('year.selfAssessed', { view: keepPrivate({ year, items, points: sums, entered }), before }),
    ],
  });
}

function show(context: ActorContext, year: number): Outcome {
  const { facts, rulebookOf, actor } = context;
  const points = facts.get('selfAssessment', year, actor.id)?.points ?? null;
  const closed = notNow(context, year);
  if (points === null && closed !== undefined) return closed;
  const view = keepPrivate({
    year,
    items: rulebookOf(year).baseItems,
    points,
    entered: enteredFor(context),
  });
  return done({ replies: [toSpeaker('year.selfAssessment', { view, open: closed === undefined })] });
}

/** `/代`: whose it is, so that recorders do not copy a line about themselves. */
function enteredFor({ facts, actor, enteredBy }: ActorContext): PersonRef | null {
  return enteredBy === null ? null : refOf(facts, actor);
}

function notNow({ facts, rulebookOf, actor, today }: ActorContext, year: number): Outcome | undefined {
  if (!maySelfAssess(yearState(facts, year))) return refuse('year.selfClosed', { year });
  const open = assessableYears(facts, today);
  if (!open.includes(year)) return refuse('year.selfYear', { year, open });
  const why = whyNotScoredIn(facts, rulebookOf(year), actor, year);
  if (why !== undefined) return refuse('year.selfNotScored', { why, year });
  return actor.joinedOn > lastDayOf(year)
    ? refuse('year.selfNotScored', { why: 'notYetHere', year })
    : undefined;
}
