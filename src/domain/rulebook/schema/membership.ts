/** Who is scored, how often they are expected, and what attendance and leave cost. */
import { z } from 'zod';
import { festivalNames } from '../festivals.js';
import { draftedItem } from './scoring.js';
import { aliases, dayOfMonth, id, positiveNumber, wholeNumber, word } from './values.js';

export const categorySchema = z.strictObject({
  id,
  label: word,
  inService: z.boolean(),
  /** The switch for retired members: true here scores the category, false only cares for it. */
  scored: z.boolean(),
  quota: id,
});

export const quotaSchema = z.strictObject({
  id,
  /** Activities of organisational life expected in a whole year. */
  perYear: wholeNumber,
  /** Offices whose holders have this quota in any category. */
  offices: z.array(z.enum(['secretary', 'deputySecretary', 'committeeMember'])).default([]),
});

export const quotaRulesSchema = z.strictObject({
  effect: z.literal('warning'),
  partOfYear: z.literal('proRataRoundedDown'),
  /** 学时 of a year, shown beside the progress; off unless the branch counts them. */
  studyHours: z
    .strictObject({ counted: z.boolean(), perYear: positiveNumber, forOffices: positiveNumber })
    .default({ counted: false, perYear: 32, forOffices: 56 }),
});

export const membershipSchema = z.strictObject({
  /** Years for which the branch elects its committee. */
  termYears: positiveNumber.default(3),
  exemption: z.tuple([z.literal('consent'), z.literal('ruling')]),
  exemptionReversible: z.literal(true),
  joining: z.literal('fullBase'),
  leaving: z.literal('statement'),
  probationary: z.strictObject({
    /** The category that a probationary member is written into when none is named. */
    category: id,
    scored: z.literal('forReference'),
    rated: z.literal(false),
    votes: z.literal(false),
  }),
});

/** 学习, 谈心, 自评, 互评, 测评, 组织评定 */
const appraisalSteps = ['study', 'talks', 'self', 'mutual', 'ballot', 'decision'] as const;

const month = wholeNumber.min(1).max(12);

/** The months in which they are held, and for which year. */
const heldSchema = z
  .strictObject({ from: month, to: month, of: z.enum(['yearBefore', 'sameYear']) })
  .default({ from: 1, to: 3, of: 'yearBefore' });

export const activitiesSchema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        id,
        label: word,
        aliases,
        /** Absence without leave costs points, unless the announcement says voluntary. */
        required: z.boolean(),
        countsForQuota: z.boolean(),
        /** Whom it is for when the announcement does not say; `groupOrAll` must be said. */
        audience: z.enum(['all', 'inService', 'committee', 'groupOrAll']).default('all'),
        /** How often the branch owes one. */
        frequency: z.enum(['monthly', 'quarterly', 'yearly', 'none']).default('none'),
      }),
    )
    .min(1),
  /** 组织生活会 and 民主评议 as held: their steps, and the kind that closing the secret ballot (`/评议`) counts as. */
  appraisal: z
    .strictObject({
      kinds: z.array(id),
      ballot: id,
      steps: z.array(z.enum(appraisalSteps)),
      held: heldSchema,
    })
    .default({
      kinds: ['organizationalLifeMeeting', 'democraticAppraisal'],
      ballot: 'democraticAppraisal',
      steps: [...appraisalSteps],
      held: { from: 1, to: 3, of: 'yearBefore' },
    }),
  checkIn: z.strictObject({
    /** Whether members may sign in by themselves. */
    offered: z.boolean().default(true),
    minutesBefore: wholeNumber,
    minutesAfter: wholeNumber,
  }),
});

export const attendanceSchema = z.strictObject({
  absence: draftedItem,
  leave: draftedItem,
  linesPerActivity: z.literal(1),
  lateApproval: z.literal('reversesAbsence'),
  unregistered: z.literal('free'),
});

export const leaveSchema = z.strictObject({
  kinds: z
    .array(
      z.strictObject({
        id,
        label: word,
        /** A reason of only these words says the kind: 出差. */
        aliases,
        /** Counts towards the free leaves and, past them, costs points. */
        counts: z.boolean(),
        /** false: the reason is not even asked for. */
        askReason: z.boolean(),
      }),
    )
    .min(1),
  /** The kind of a request that names none. */
  defaultKind: id,
  freePersonalLeaves: wholeNumber,
  countedBy: z.literal('activityDate'),
  /** Days after closing within which leave may still be asked for. */
  lateRequestDays: wholeNumber,
});

export const duesSchema = z.strictObject({
  drafts: draftedItem,
  reminderDay: dayOfMonth,
  /** Day of the next month on which the recorder hears who is missing. */
  missingListDay: dayOfMonth,
  /** Day of the next month on which the missed month is drafted. */
  draftDay: dayOfMonth,
  /** A month without a single payment was not kept; that is not a month no one paid. */
  onlyMonthsWithPayments: z.literal(true),
});

export const careSchema = z.strictObject({
  /** A festival without a known day would never be reminded of, so it is refused. */
  visitsBefore: z.array(z.enum(festivalNames)).min(1),
  daysBefore: positiveNumber,
});
