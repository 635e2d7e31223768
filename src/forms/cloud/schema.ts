/**
 * `activities.json` of an archive for the cloud platform, described for its readers in docs/EXPORT.md. A change that
 * an old reader would misread raises `version`; a new field does not.
 */
import { z } from 'zod';

const count = z.int().nonnegative();
const day = z.iso.date();
/** Nothing is left out: what nobody entered is null. */
const text = z.string().nullable();

const fileSchema = z.strictObject({
  /** In this zip, `/` between folders. */
  path: z.string().regex(/^files\/[0-9-]+\/[0-9]+\.[a-z0-9]+$/),
  kind: z.enum(['picture', 'file']),
  /** As it was called when it was sent; a text, never a path. */
  name: z.string(),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const activitySchema = z.strictObject({
  number: z.int().positive(),
  /** Id of the rulebook, and its title there. */
  kind: z.string(),
  kindTitle: z.string(),
  date: day,
  /** `HH:MM`, Asia/Shanghai. */
  time: z.string().regex(/^\d\d:\d\d$/),
  place: z.string(),
  required: z.boolean(),
  host: text,
  recorder: text,
  topic: text,
  minutes: text,
  decisions: text,
  attendance: z.strictObject({
    due: count,
    present: count,
    onLeave: count,
    absent: count,
    /** Of whom nothing was recorded, or whose leave was never ruled on. */
    unrecorded: count,
    /** Came without being due; not part of the counts above. */
    guests: count,
  }),
  /** Who was present, and which guests. Who was on leave or absent is counted, never named. */
  present: z.array(z.string()),
  guests: z.array(z.string()),
  files: z.array(fileSchema),
  /** In all parts together: more than `files` where one activity does not fit into a part. */
  filesInAll: count,
});

export const archiveSchema = z.strictObject({
  format: z.literal('zhibu-activities'),
  version: z.literal(1),
  branch: z.string(),
  exportedOn: day,
  /** Null: chosen one by one, or everything not exported yet. */
  period: z.strictObject({ year: z.int(), quarter: z.int().min(1).max(4).nullable() }).nullable(),
  part: z.strictObject({ number: z.int().positive(), of: z.int().positive() }),
  activities: z.array(activitySchema),
});

export type Archive = z.infer<typeof archiveSchema>;
export type ArchivedActivity = z.infer<typeof activitySchema>;
export type ArchivedFile = z.infer<typeof fileSchema>;
