import { z } from 'zod';
import { aliases, id, plainText, points, positiveNumber, word, wholeNumber } from './values.js';

/** Base items and scored items: what the annex's table holds, as data. */

const itemNumber = positiveNumber;

/** Characters; the longest item of the annex has a fifth of it. */
export const longestWording = 1000;

/** The words of the office's annex, which papers show; left out: title and explanation. */
const wording = plainText(longestWording).optional();

/** One level of an item, named in a command by its label or by a prefix of it. */
export const gradeSchema = z.strictObject({
  id,
  label: word,
  points,
  /** `×N` is allowed: the source counts per person and time (item 19, relatives). */
  perCount: z.boolean().default(false),
});

export const itemSchema = z.strictObject({
  number: itemNumber,
  side: z.enum(['bonus', 'deduction']),
  title: plainText(20),
  /** What people write instead of the title: only asked about. */
  aliases,
  explanation: plainText(300),
  wording,
  /** Exactly one of `points` and `grades` is given; the cross-checks see to it. */
  points: points.nullable().default(null),
  grades: z.array(gradeSchema).default([]),
  /** Who may draft it: a person's line (`manual`), the closing of an activity, the dues register. */
  sources: z
    .array(z.enum(['manual', 'attendance', 'dues']))
    .min(1)
    .default(['manual']),
  /** `pointsOnly` keeps the title out of publications, to shield people who opposed a wrong. */
  publish: z.enum(['full', 'pointsOnly']).default('full'),
  /** Several grades for one deed: the strongest once, or each. */
  sameDeed: z.enum(['highest', 'each']).default('highest'),
});

/** Self-evaluated on the form; never moves the score. */
export const baseItemSchema = z.strictObject({
  number: itemNumber,
  title: plainText(20),
  explanation: plainText(300),
  wording,
  points,
  /** Points of its parts where the form evaluates them one by one; they add up to `points`. */
  parts: z.array(points).default([]),
});

/** An item, and its grade if it has grades, that the bot drafts on its own. */
export const draftedItem = z.strictObject({ item: itemNumber, grade: id.nullable() });

/**
 * How points come about and are proved. A reading that has one value here is a decision the code
 * relies on: a file that says otherwise is refused instead of being silently ignored.
 */

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
  /** How long a subject who knows and says nothing holds up the ruling. */
  hours: wholeNumber.default(24),
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
