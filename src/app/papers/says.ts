import type { PersonRef } from '../../domain/branch/people.js';
import type { NameOrder } from '../ports/papers.js';

export interface PaperSays {
  /** `settled`: the year is archived, so that the result stands on the form. */
  memberForm: { readonly person: PersonRef; readonly year: number; readonly settled: boolean };
  summary: {
    readonly year: number;
    readonly quarter: number | null;
    readonly order: NameOrder;
    readonly large: boolean;
  };
  notYours: Record<string, never>;
  ahead: { readonly year: number; readonly quarter: number | null };
  /** Before the branch was kept here. */
  before: { readonly year: number; readonly quarter: number | null; readonly began: string };
}
