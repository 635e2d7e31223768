/** Base items and scored items: what the annex's table holds, as data. */
import { z } from 'zod';
import { id, plainText, points, positiveNumber, word } from './values.js';

const itemNumber = positiveNumber;

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
  explanation: plainText(300),
  /** Exactly one of `points` and `grades` is given; the cross-checks see to it. */
  points: points.nullable().default(null),
  grades: z.array(gradeSchema).default([]),
  /** Who may draft it: a person's line (`manual`), the closing of an activity, the dues register. */
  sources: z
    .array(z.enum(['manual', 'attendance', 'dues']))
    .min(1)
    .default(['manual']),
  /** `pointsOnly` keeps the title out of publications, to shield who stood up against a wrong. */
  publish: z.enum(['full', 'pointsOnly']).default('full'),
  /** Several grades for one deed: the strongest once, or each. */
  sameDeed: z.enum(['highest', 'each']).default('highest'),
});

/** Self-evaluated on the form; never moves the score. */
export const baseItemSchema = z.strictObject({
  number: itemNumber,
  title: plainText(20),
  explanation: plainText(300),
  points,
  /** Points of its parts where the form evaluates them one by one; they add up to `points`. */
  parts: z.array(points).default([]),
});

/** An item, and its grade where it has grades, that a part of the bot drafts by itself. */
export const draftedItem = z.strictObject({ item: itemNumber, grade: id.nullable() });
