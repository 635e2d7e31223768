import { z } from 'zod';
import { put, type Change } from '../../domain/branch/rows.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import type { FormerYearMatter } from '../../domain/rulings/rows.js';
import { planFormerYear, formerRecords, type FormerRow } from '../../domain/year/former.js';
import { done, refuse, useCase, type ActorContext } from '../use-case.js';
import { importedFile } from './file.js';
import { materialOf } from './points.js';
import { yearOfMatter } from '../../domain/matters/kinds.js';
import { whyNotFree } from '../../domain/year/matter.js';
import { refById, secretariat, superiors } from '../../domain/branch/people.js';
import { materialTexts } from '../matters/points.js';
import type { Effect, Kind } from '../matters/kind.js';
import { record } from '../year/progress.js';
import { toPerson } from '../reply.js';

const row = z.strictObject({
  line: z.int(),
  person: z.int(),
  base: z.int(),
  bonus: z.int().min(0),
  deductions: z.int().min(0),
  total: z.int().nullable(),
  vetoed: z.boolean(),
  probationary: z.boolean(),
  tier: z.enum(['outstanding', 'qualified', 'basicallyQualified', 'unqualified']).nullable(),
  remark: z.string().nullable(),
}) satisfies z.ZodType<FormerRow>;

/**
 * The summary table of a former year as one matter: archived as a whole or not at all, after a ruling by a person who
 * has no line in it (ADR 0014).
 */
export const importFormerYear = useCase({
  name: 'imports.formerYear',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ sheet: z.string(), place: z.string(), year: z.int(), rows: z.array(row) }),
  run: (context, { sheet, place, year, rows }) => {
    const { facts, actor, now, today, rulebookOf } = context;
    const { lines, problems, known } = planFormerYear(facts, rulebookOf(year), year, today, rows);
    if (problems.length > 0) return refuse('imports.outdated', {});
    if (known !== null) return done({ replies: [] });
    const file = importedFile(context);
    const matter: FormerYearMatter = {
      ...openMatter(facts, now, { subject: actor.id, proposer: actor.id }),
      kind: 'formerYear',
      year,
      file: file.id,
      sheet,
      lines,
    };
    return done({
      changes: [...file.changes, put('matter', matter), materialOf(context, matter.number, file.id, place)],
      contents: file.contents,
      ids: [matter.number],
      replies: [],
    });
  },
});

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
  goesWithOthers: () => false,
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
