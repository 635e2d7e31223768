import { yearOfMatter } from '../../domain/matters/kinds.js';
import { whyNotFree } from '../../domain/year/matter.js';
import { refById, secretariat, superiors } from '../../domain/branch/people.js';
import { materialTexts } from '../matters/points.js';
import { put, type Change } from '../../domain/branch/rows.js';
import type { FormerYearMatter } from '../../domain/rulings/rows.js';
import { formerRecords } from '../../domain/year/former.js';
import type { Effect, Kind } from '../matters/kind.js';
import { record } from '../year/progress.js';
import { toPerson } from '../reply.js';
import type { ActorContext } from '../use-case.js';

export const formerYear: Kind<FormerYearMatter> = {
  card: ({ facts }, { number, year, lines }) => ({
    kind: 'formerYear',
    year,
    rows: lines.map((line) => ({ ...line, person: refById(facts, line.person) })),
    materials: materialTexts(facts, number),
    free: whyNotFree(facts, year, { yearOf: yearOfMatter }) === undefined,
  }),
  carryOut: takeOver,
  correction: { refusal: 'correctOther' },
  goesWithOthers: false,
  notReady: (_looking, { number, year }) => ({ kind: 'yearNotFree', number, year }),
};

/** The former year is archived as its table has it, each member's line marked as taken over. */
function takeOver(context: ActorContext, matter: FormerYearMatter): Effect {
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
