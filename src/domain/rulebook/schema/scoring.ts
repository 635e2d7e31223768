/**
 * How points come about and are proved. A reading that has one value here is a decision the code
 * relies on: a file that says otherwise is refused instead of being silently ignored.
 */
import { z } from 'zod';
import { positiveNumber, wholeNumber } from './values.js';

/** The shortest prefix of a grade label that counts as naming it. */
export const GRADE_PREFIX_MINIMUM = 2;

export const scoringSchema = z.strictObject({
  basePoints: positiveNumber,
  /** null: bonuses have no upper limit. */
  bonusCap: wholeNumber.nullable(),
  /** Deductions count until the base is used up; the rest is recorded, not counted. */
  deductionCap: z.literal('base'),
  vetoTotal: z.literal(0),
  selfAssessmentChangesScore: z.literal(false),
});

export const commandsSchema = z.strictObject({
  /** The number in a bonus line is the item's number, never an amount of points. */
  numberMeans: z.literal('item'),
  gradePrefixMinimum: z.literal(GRADE_PREFIX_MINIMUM),
  missingGrade: z.literal('ask'),
});

export const evidenceSchema = z.strictObject({
  /** Either so much material … */
  materialsNeeded: positiveNumber,
  /** … or so many witnesses who confirm themselves. */
  witnessesNeeded: positiveNumber,
  witnessKinds: z.array(z.enum(['members', 'masses'])).min(1),
  witnesses: z.strictObject({ bonus: z.literal('anyEligible'), deduction: z.literal('namedOnly') }),
  neverWitness: z.tuple([z.literal('subject'), z.literal('proposer'), z.literal('recorder')]),
  /** The bot's own attendance and dues registers prove what they record. */
  registersAreMaterial: z.literal(true),
  sentencesAreMaterial: z.literal(false),
  subjectSeesDeductionWitnesses: z.literal(false),
});

export const hearingSchema = z.strictObject({
  sides: z.tuple([z.literal('deduction')]),
  notify: z.literal('beforeRuling'),
  /** A ruling on at least so many points deducted asks for the date of the meeting. */
  meetingDateFrom: positiveNumber,
});

export const yearSchema = z.strictObject({
  decidedBy: z.literal('dateOfDeed'),
  deedWithoutYear: z.literal('latestPast'),
  activityWithoutYear: z.literal('nextComing'),
  futureDeeds: z.literal('refused'),
  openUntil: z.literal('archived'),
});
