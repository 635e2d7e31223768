import type { PersonRef } from '../../domain/branch/people.js';
import type { ActivityRef } from '../../domain/attendance/references.js';
import type { NameOrder, RegisterKind } from '../ports/papers.js';
import type { RegisterPart } from '../../domain/roster/register-part.js';

export interface PaperSays {
  /** `settled`: nothing of the result is to come: the year is archived, or he has left. */
  memberForm: { readonly person: PersonRef; readonly year: number; readonly settled: boolean };
  /** Of everybody in one file. */
  memberForms: { readonly year: number; readonly members: number; readonly settled: boolean };
  memberCards: { readonly year: number; readonly members: number };
  summary: {
    readonly year: number;
    readonly quarter: number | null;
    readonly order: NameOrder;
    readonly large: boolean;
  };
  memberCard: { readonly person: PersonRef; readonly year: number };
  /** `closed`: its register is; else what stands there may still change. */
  activityRecord: { readonly activity: ActivityRef; readonly closed: boolean };
  logbook: { readonly year: number; readonly quarter: number | null; readonly activities: number };
  memberLogbook: { readonly year: number; readonly quarter: number | null; readonly person: PersonRef };
  register: {
    readonly register: RegisterKind;
    readonly part: RegisterPart | null;
    readonly year: number;
    readonly quarter: number | null;
  };
  notYours: Record<string, never>;
  /** The record of a whole activity names everybody who was not there. */
  recordNotYours: Record<string, never>;
  nothingHeld: { readonly year: number; readonly quarter: number | null };
  ahead: { readonly year: number; readonly quarter: number | null };
  /** `scored`: nobody who has a score; else nobody at all. */
  nobodyThen: { readonly year: number; readonly scored: boolean };
  /**
   * Before the branch was kept here. `instead`: the result of that year was taken over from its table, and whoever asks
   * can have the table, or his own form.
   */
  before: {
    readonly year: number;
    readonly quarter: number | null;
    readonly began: string;
    readonly instead: 'summary' | 'form' | null;
  };
}
