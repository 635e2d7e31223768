import { z } from 'zod';
import { done, refuse, useCase } from '../use-case.js';
import { planPoints, type PointsRow } from './points-plan.js';

const row = z.strictObject({
  line: z.int(),
  member: z.int(),
  deedOn: z.string(),
  item: z.int(),
  grade: z.string().nullable(),
  times: z.int().min(1),
  points: z.int().nullable(),
  reason: z.string(),
  place: z.string(),
}) satisfies z.ZodType<PointsRow>;

/**
 * A hand-kept table of the year as matters that wait for their rulings: all lines or none. The comparison is made again
 * here, on the facts of the moment: the bot may be running while somebody looks at the dry run. Who is told hears it
 * from the running bot (src/jobs/pushes/matters.ts): the process that imports speaks on no channel.
 */
export const importPoints = useCase({
  name: 'imports.points',
  who: ['recorder', 'secretary', 'deputySecretary'],
  place: 'anywhere',
  input: z.strictObject({ sheet: z.string(), rows: z.array(row) }),
  run: (context, { sheet, rows }) => {
    const { problems, changes, file } = planPoints(context, sheet, rows);
    if (problems.length > 0) return refuse('imports.outdated', {});
    const ids = changes.flatMap((change) => (change.table === 'matter' ? [change.row.number] : []));
    return done({ changes, contents: ids.length === 0 ? [] : file.contents, ids, replies: [] });
  },
});
