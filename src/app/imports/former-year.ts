import { z } from 'zod';
import { put } from '../../domain/branch/rows.js';
import { openMatter } from '../../domain/matters/open-matter.js';
import type { FormerYearMatter } from '../../domain/rulings/rows.js';
import { planFormerYear, type FormerRow } from '../../domain/year/former.js';
import { done, refuse, useCase } from '../use-case.js';
import { importedFile } from './file.js';
import { materialOf } from './points-plan.js';

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
 * The summary table of a former year as one matter: it is archived as a whole or not at all, and only when somebody who
 * has no line in it has ruled (ADR 0014).
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
