import { z } from 'zod';
import { membersHere, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { sumsOf } from '../../domain/points/score.js';
import { keepPrivate } from '../../domain/private.js';
import { scoreOf } from '../../domain/year/table/score.js';
import { toSpeaker } from '../reply.js';
import { done, refuse, useCase } from '../use-case.js';
import { withoutScore } from './standing.js';

/** `/积分 全部`: everybody who is scored, in the order of the roster, always in private. */
export const showEverybodysScore = useCase({
  name: 'points.everybody',
  who: ['recorder', 'secretary', 'deputySecretary', 'supervisor', 'superior', 'inspector'],
  place: 'anywhere',
  input: z.strictObject({ year: z.int().nullable() }),
  run: (context, input) => {
    const { facts } = context;
    const year = input.year ?? yearOf(context.today);
    const scored = membersHere(facts).filter((member) => withoutScore(context, member, year) === null);
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
