/** What a year's scores lead to: tiers, votes, veto, notice, follow-up. */
import { z } from 'zod';
import { fraction, id, plainText, positiveNumber, wholeNumber, word } from './values.js';

const tierIds = ['outstanding', 'qualified', 'basicallyQualified', 'unqualified'] as const;

export const assessmentSchema = z.strictObject({
  /** Labels of the four tiers, best first. */
  tiers: z.strictObject({
    outstanding: word,
    qualified: word,
    basicallyQualified: word,
    unqualified: word,
  } satisfies Record<(typeof tierIds)[number], typeof word>),
  /** Scores up to and including this propose the lowest tier; exactly this score is marked. */
  unqualifiedAtMost: wholeNumber,
  boundary: z.literal('marked'),
  departure: z.literal('recordedReason'),
  /** Below this no awards; this score itself is enough. */
  noAwardsBelow: wholeNumber,
  outstandingFrom: positiveNumber,
  topShare: fraction,
  outstandingShareMax: fraction,
  shareExceeded: z.literal('warning'),
  ranking: z.literal('secretaryOnly'),
  decidedBy: z.literal('committeeElseGeneralMeeting'),
  /** Below so many ballots of the appraisal nothing is shown: two would name each other. */
  ballotsShownFrom: positiveNumber,
});

/** Both shares are of those entitled, not of those present. */
export const voteSchema = z.strictObject({
  presentAtLeast: fraction,
  inFavourMoreThan: fraction,
});

const ladder = z.strictObject({
  ground: positiveNumber,
  warnAtMonths: z.array(positiveNumber).min(1),
  draftAtMonths: positiveNumber,
});

export const vetoSchema = z.strictObject({
  grounds: z
    .array(z.strictObject({ number: positiveNumber, title: plainText(20), explanation: plainText(300) }))
    .min(1),
  steps: z.tuple([
    z.literal('report'),
    z.literal('hearing'),
    z.literal('vote'),
    z.literal('certification'),
    z.literal('superiorInformed'),
  ]),
  hearingWaivable: z.literal(true),
  failedVote: z.literal('closes'),
  tier: z.enum(tierIds),
  absenceLadder: ladder.extend({
    reset: z.literal('anyAttendance'),
    neutralMonths: z.tuple([z.literal('approvedLeaveOnly'), z.literal('noActivity')]),
  }),
  duesLadder: ladder.extend({
    /** Months owed count, in a row or not. */
    counting: z.literal('anyMonths').default('anyMonths'),
    requires: z.tuple([z.literal('education'), z.literal('refusal')]),
  }),
});

export const publicNoticeSchema = z.strictObject({
  /** Calendar days; day 1 is the day after posting. */
  days: positiveNumber,
  firstDay: z.literal('dayAfterPosting'),
  endOnFreeDay: z.literal('nextWorkingDay'),
  tierChanged: z.literal('startsAgainForMember'),
});

export const objectionsSchema = z.strictObject({ reminderWorkingDays: positiveNumber });

export const followUpSchema = z.strictObject({
  /** Archived years in a row, each below the score and in the last share … */
  years: positiveNumber,
  scoreBelow: wholeNumber,
  lastShare: fraction,
  /** … or one of these recorded for this year's improvement. */
  improvements: z.array(z.strictObject({ id, label: word, listed: z.boolean() })).min(1),
  decidedBy: z.literal('meetingAndSuperior'),
});
