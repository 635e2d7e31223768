/**
 * The shape of a rulebook file. Objects are strict, so a misspelt key is an error and not a rule
 * that silently falls back to something else.
 */
import { z } from 'zod';
import { actionsSchema } from './actions-schema.js';
import {
  assessmentSchema,
  followUpSchema,
  objectionsSchema,
  publicNoticeSchema,
  vetoSchema,
  voteSchema,
} from './assessment-schema.js';
import type { draftedItem, gradeSchema } from './items-schema.js';
import { baseItemSchema, itemSchema } from './items-schema.js';
import {
  activitiesSchema,
  attendanceSchema,
  careSchema,
  categorySchema,
  duesSchema,
  leaveSchema,
  membershipSchema,
  quotaRulesSchema,
  quotaSchema,
} from './membership-schema.js';
import { publicationSchema, pushesSchema, reportsSchema } from './schedule-schema.js';
import {
  commandsSchema,
  evidenceSchema,
  hearingSchema,
  scoringSchema,
  yearSchema,
} from './scoring-schema.js';
import { plainText, versionName } from './values.js';

export const rulebookSchema = z.strictObject({
  version: versionName,
  title: plainText(40),
  /** The version it follows; entries of the past keep naming theirs. */
  supersedes: versionName.nullable(),
  scoring: scoringSchema,
  baseItems: z.array(baseItemSchema).min(1),
  items: z.array(itemSchema).min(1),
  commands: commandsSchema,
  evidence: evidenceSchema,
  hearing: hearingSchema,
  year: yearSchema,
  categories: z.array(categorySchema).min(1),
  quotas: z.array(quotaSchema).min(1),
  quotaRules: quotaRulesSchema,
  membership: membershipSchema,
  activities: activitiesSchema,
  attendance: attendanceSchema,
  leave: leaveSchema,
  dues: duesSchema,
  care: careSchema,
  actions: actionsSchema,
  assessment: assessmentSchema,
  votes: voteSchema,
  veto: vetoSchema,
  publicNotice: publicNoticeSchema,
  objections: objectionsSchema,
  followUp: followUpSchema,
  publication: publicationSchema,
  pushes: pushesSchema,
  reports: reportsSchema,
});

export type Rulebook = z.infer<typeof rulebookSchema>;
export type RulebookItem = z.infer<typeof itemSchema>;
export type BaseItem = z.infer<typeof baseItemSchema>;
export type Grade = z.infer<typeof gradeSchema>;
export type Side = RulebookItem['side'];
export type DraftedItem = z.infer<typeof draftedItem>;
export type Category = z.infer<typeof categorySchema>;
export type Quota = z.infer<typeof quotaSchema>;
export type ActivityKind = Rulebook['activities']['kinds'][number];
export type LeaveKind = Rulebook['leave']['kinds'][number];
export type TierId = keyof Rulebook['assessment']['tiers'];
export type VetoGround = Rulebook['veto']['grounds'][number];
