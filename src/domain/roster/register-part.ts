import { z } from 'zod';
import { categoryOf } from '../branch/people.js';
import type { Rulebook } from '../rulebook/schema.js';
import type { Person } from './rows.js';

/** Which part of the register: a category of the rulebook, or one wider or beside them. */
export type RegisterPart =
  | { readonly part: 'category'; readonly category: string }
  | { readonly part: 'inService' | 'retired' | 'probationary' | 'exempt' };

export const registerPart: z.ZodType<RegisterPart> = z.discriminatedUnion('part', [
  z.strictObject({ part: z.literal('category'), category: z.string() }),
  z.strictObject({ part: z.enum(['inService', 'retired', 'probationary', 'exempt']) }),
]);

/** Whether this part of the register includes a member. */
export function isIn(rulebook: Rulebook, person: Person, wanted: RegisterPart): boolean {
  switch (wanted.part) {
    case 'category':
      return person.category === wanted.category;
    case 'inService':
      return categoryOf(rulebook, person)?.inService === true;
    case 'retired':
      return categoryOf(rulebook, person)?.inService === false;
    case 'probationary':
      return person.probationary;
    case 'exempt':
      return person.exempt;
  }
}
