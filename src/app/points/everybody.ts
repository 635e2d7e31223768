import { z } from 'zod';
import { membersHere, personOf, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { sumsOf } from '../../domain/points/score.js';
import { keepPrivate } from '../../domain/private.js';
import type { Person } from '../../domain/roster/rows.js';
import { assessedIn } from '../../domain/year/table/lines.js';
import { scoreOf } from '../../domain/year/table/score.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase, type Context } from '../use-case.js';
import { withoutScore } from './standing.js';

/** Whose score a year has, in the order of the roster: a year that is over belongs to those who were in it. */
export function scoredThen(context: Context, year: number): readonly Person[] {
  const { facts, today } = context;
  const persons =
    year < yearOf(today)
      ? assessedIn(facts, context.rulebookOf(year), year).map((id) => personOf(facts, id))
      : membersHere(facts);
  return persons.filter((member) => withoutScore(context, member, year) === null);
}

/** `/积分 全部`: everybody who is scored, in the order of the roster, always in private. */
export const showEverybodysScore = useCase({
  name: 'points.everybody',
  who: ['recorder', 'secretary', 'deputySecretary', 'supervisor', 'superior', 'inspector'],
  place: 'anywhere',
  input: z.strictObject({ year: z.int().nullable() }),
  run: (context, input) => {
    const { facts } = context;
    const year = input.year ?? yearOf(context.today);
    const scored = scoredThen(context, year);
    const rows = scored.map((member) => ({
      person: refOf(facts, member),
      ...sumsOf(scoreOf(facts, context.rulebookOf(year), member.id, year)),
    }));
    return done({ replies: [toSpeaker('points.everybody', { year, rows: keepPrivate(rows) })] });
  },
});

/** `/积分 排名`: there is none (annex 1, second part; SPEC §2, ranking). */
export const refuseRanking = useCase({
  name: 'points.ranking',
  who: 'everybody',
  offeredTo: ['member', 'superior', 'inspector'],
  place: 'anywhere',
  input: z.strictObject({}),
  run: () => refuse('points.noRanking', {}),
});
