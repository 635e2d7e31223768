import { put, type Change } from '../../domain/branch/rows.js';
import { secretariat, superiors } from '../../domain/branch/people.js';
import type { FormerYearMatter } from '../../domain/rulings/rows.js';
import { formerRecords } from '../../domain/year/former.js';
import type { Effect } from '../matters/kind.js';
import { record } from '../year/progress.js';
import { toPerson } from '../reply.js';
import type { ActorContext } from '../use-case.js';

/** The former year is archived as its table has it, each member's line marked as taken over. */
export function takeOverYear(context: ActorContext, matter: FormerYearMatter): Effect {
  const { facts, actor, now, rulebookOf } = context;
  const { number, year, proposer } = matter;
  const records = formerRecords(matter, rulebookOf(year).version, now);
  const count = records.length;
  const told = new Set([
    proposer,
    ...secretariat(facts).map(({ id }) => id),
    ...superiors(facts).map(({ id }) => id),
  ]);
  return {
    changes: [
      ...records.map((row): Change => put('yearRecord', row)),
      ...record(context, year, { step: 'archive', imported: number }),
    ],
    result: { kind: 'yearTakenOver', number, year, count },
    replies: [...told]
      .filter((id) => id !== actor.id)
      .map((id) => toPerson(id, 'imports.yearTakenOver', { number, year, count })),
  };
}
