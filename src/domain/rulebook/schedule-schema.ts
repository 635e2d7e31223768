/** When the bot speaks by itself. Times are Asia/Shanghai, `HH:MM`. */
import { z } from 'zod';
import { clockTime, monthDay, positiveNumber, wholeNumber } from './values.js';

export const publicationSchema = z.strictObject({
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

export const pushesSchema = z.strictObject({
  /** Outside these hours, and on free days, nothing is pushed. */
  allowedHours: z.strictObject({ from: clockTime, to: clockTime }),
  allowedDays: z.literal('workingDays'),
  digestTime: clockTime,
  /** Reminders of activities go on any day of the week. */
  reminders: z.strictObject({
    daysBefore: positiveNumber,
    hoursBefore: positiveNumber,
    /** What would be due before the allowed hours goes at this time the evening before. */
    eveningBefore: clockTime,
  }),
});

export const reportsSchema = z.strictObject({
  reportDue: monthDay,
  remindDaysBefore: z.array(positiveNumber),
  /** Closed activities that were not exported for the cloud platform are called to mind. */
  exportReminder: z.enum(['weekly', 'never']).default('weekly'),
  halfYearCheckMonth: wholeNumber.min(1).max(12),
});
