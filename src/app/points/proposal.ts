import { z } from 'zod';

/** The words of `/加分`, `/减分` and `/申报`, read: one line, perhaps for several persons. */
export const proposalInput = z.strictObject({
  side: z.enum(['bonus', 'deduction']),
  members: z.array(z.int()).min(1),
  item: z.int(),
  grade: z.string().nullable(),
  times: z.int().min(1),
  reason: z.string(),
  witnesses: z.array(z.int()),
  deedOn: z.string(),
  gluedWitness: z.boolean(),
  writtenDocument: z.string().nullable(),
});
export type ProposalInput = z.infer<typeof proposalInput>;
