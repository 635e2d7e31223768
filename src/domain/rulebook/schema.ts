/**
 * The shape of a rulebook file. Objects are strict, so a misspelt key is an error and not a rule
 * that silently falls back to something else.
 */
import { z } from 'zod';
import {
  assessmentSchema,
  followUpSchema,
  objectionsSchema,
  publicNoticeSchema,
  vetoSchema,
  voteSchema,
} from './schema/assessment.js';
import {
  baseItemSchema,
  itemSchema,
  commandsSchema,
  evidenceSchema,
  hearingSchema,
  scoringSchema,
  yearSchema,
  type draftedItem,
  type gradeSchema,
} from './schema/scoring.js';
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
} from './schema/membership.js';
import {
  clockTime,
  id,
  monthDay,
  plainText,
  positiveNumber,
  versionName,
  wholeNumber,
  word,
} from './schema/values.js';

/** The bonus item that an action may also fit; null: none. */
const fits = positiveNumber.nullable().default(null);

const actionSchema = z.strictObject({
  id,
  /** As it is typed. */
  label: word,
  title: plainText(20),
  bonusItem: fits,
});
type ActionKind = z.infer<typeof actionSchema>;

/** The words of a file that was written before it could say its own; such a file offers no bonus items with them. */
const standard = {
  fiveOnes: { 岗位: 'post', 先锋: 'pioneer', 公益: 'publicService', 建议: 'suggestion', 关心: 'caring' },
  services: { 社区: 'community', 村屯: 'village', 社会: 'society' },
  roles: { 宣传: 'publicity', 辅导: 'tutoring', 监督: 'oversight' },
};

function listed(words: Readonly<Record<string, string>>): ActionKind[] {
  return Object.entries(words).map(([label, name]) => ({ id: name, label, title: label, bonusItem: null }));
}

const kinds = z.array(actionSchema).min(1);

/** What members do of their own accord (source, part two, 3 and 4): 五个一, 三进, 三大员, 联系群众. */
const actionsSchema = z
  .strictObject({
    fiveOnes: kinds,
    services: kinds,
    roles: kinds,
    masses: z.strictObject({ bonusItem: fits }),
  })
  .default({
    fiveOnes: listed(standard.fiveOnes),
    services: listed(standard.services),
    roles: listed(standard.roles),
    masses: { bonusItem: null },
  });

// When the bot speaks unasked. Times are Asia/Shanghai, `HH:MM`.
const publicationSchema = z.strictObject({
  /** In the group, or as a sheet for the board or the meeting (annex 1, 二). */
  how: z.enum(['group', 'board', 'meeting']).default('group'),
  /** The source wants one a quarter at least, so both are lawful. */
  frequency: z.enum(['quarterly', 'monthly']),
  day: z.literal('firstWorkingDayAfter'),
  time: clockTime,
  /** The secretary's private preview. */
  preview: z.strictObject({ workingDaysBefore: positiveNumber, time: clockTime }),
  holdReminder: z.literal('daily'),
  order: z.enum(['roster', 'surnameStrokes']),
  neverShown: z.tuple([
    z.literal('reasons'),
    z.literal('evidence'),
    z.literal('witnesses'),
    z.literal('relatives'),
    z.literal('leaveKinds'),
  ]),
  notListed: z.tuple([z.literal('exempt'), z.literal('notScored')]),
});

const pushesSchema = z.strictObject({
  /** Outside these hours, and on free days, nothing is pushed. */
  allowedHours: z.strictObject({ from: clockTime, to: clockTime }),
  allowedDays: z.literal('workingDays'),
  digestTime: clockTime,
  /** Whether rulers get a list of what waits, each working day. */
  digest: z.boolean().default(true),
  /** Reminders of activities go on any day of the week. */
  reminders: z.strictObject({
    daysBefore: positiveNumber,
    hoursBefore: positiveNumber,
    /** Whether the one some hours before is sent at all. */
    second: z.boolean().default(true),
    /** What would be due before the allowed hours goes at this time the evening before. */
    eveningBefore: clockTime,
  }),
});

/** What one person may ask of the bot, so that nobody holds up the others. */
const limitsSchema = z
  .strictObject({
    commandsPerMinute: positiveNumber,
    filesPerHour: positiveNumber,
    /** Matters that one person entered and nobody has decided yet. */
    openMatters: positiveNumber,
  })
  .default({ commandsPerMinute: 30, filesPerHour: 100, openMatters: 300 });

/** Whether a language model may be asked about words that no way of saying fits; the settings say which. */
const plainWordsSchema = z.strictObject({ model: z.boolean() }).default({ model: false });

const reportsSchema = z.strictObject({
  reportDue: monthDay,
  /** Years in which it is due; in others nobody is reminded. The source names its own year. */
  reportYears: z.array(positiveNumber).default([2018]),
  remindDaysBefore: z.array(positiveNumber),
  /** Closed activities that were not exported for the cloud platform are called to mind. */
  exportReminder: z.enum(['weekly', 'never']).default('weekly'),
  halfYearCheckMonth: wholeNumber.min(1).max(12),
});

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
  limits: limitsSchema,
  reports: reportsSchema,
  plainWords: plainWordsSchema,
});

export type Rulebook = z.infer<typeof rulebookSchema>;
export type Limits = Rulebook['limits'];
export type RulebookItem = z.infer<typeof itemSchema>;
export type BaseItem = z.infer<typeof baseItemSchema>;
export type Grade = z.infer<typeof gradeSchema>;
export type Side = RulebookItem['side'];
export type DraftedItem = z.infer<typeof draftedItem>;
export type Category = z.infer<typeof categorySchema>;
export type ActivityKind = Rulebook['activities']['kinds'][number];
export type TierId = keyof Rulebook['assessment']['tiers'];
