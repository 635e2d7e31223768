import type { Span } from '../../domain/attendance/frequency.js';
import type { StudyHours } from '../../domain/attendance/quota.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { ActivityRef } from '../../domain/attendance/references.js';
import type { WhyNoExample } from '../../domain/reports/known.js';
import type { ReportNote } from '../../domain/reports/rows.js';
import type { CategoryReport, PeriodReport, ReportNoteLine } from './report-facts.js';

/** A kind of activity that the branch owes and has not held. */
export interface MissingKind {
  readonly kind: string;
  readonly span: Span;
}

/** One's own progress in organisational life, to the end of a quarter. */
export interface OwnProgress {
  readonly person: PersonRef;
  readonly year: number;
  readonly until: string;
  /** For their part of the year. */
  readonly quota: number;
  readonly attended: number;
  readonly hours: StudyHours | null;
  /** They belonged to the branch for only a part of the year. */
  readonly partOfYear: boolean;
  readonly since: string | null;
}

export interface BehindLine {
  readonly person: PersonRef;
  readonly quota: number;
  readonly attended: number;
  readonly expected: number;
  /** Without an account they have not heard it. */
  readonly hasAccount: boolean;
}

export interface LifeSays {
  /** To recorder and secretary. */
  behind: {
    readonly year: number;
    readonly until: string;
    readonly members: number;
    /** What was attended before is not on record; null: the whole year is. */
    readonly since: string | null;
    readonly lines: Private<readonly BehindLine[]>;
  };
  /** `blank`: what nobody filled in, and the paper leaves out. */
  categoryReport: {
    readonly report: Private<CategoryReport>;
    readonly blank: readonly ReportNote['kind'][];
  };
  /** To recorder and secretary: `later` has time yet. */
  frequencyDue: { readonly urgent: readonly MissingKind[]; readonly later: readonly MissingKind[] };
  /** Of spans that have ended; `unclosed` was announced and its register was never closed. */
  frequencyMissed: {
    readonly missed: readonly MissingKind[];
    readonly unclosed: readonly ActivityRef[];
  };
  noExample: { readonly number: number; readonly why: WhyNoExample };
  noNote: { readonly number: number };
  noteAlreadyStruck: { readonly number: number };
  noteKept: { readonly line: Private<ReportNoteLine> };
  noteKnown: { readonly number: number; readonly kind: ReportNote['kind'] };
  noteStruck: { readonly line: Private<ReportNoteLine> };
  noteTooLong: { readonly most: number };
  /** Examples and practices; `year`: of the reports that are due next. */
  notes: { readonly year: number; readonly lines: Private<readonly ReportNoteLine[]> };
  /** `checkDue`: sent by the clock because the half-year check is due. */
  periodReport: {
    readonly report: Private<PeriodReport>;
    readonly checkDue: boolean;
    readonly blank: readonly ReportNote['kind'][];
  };
  progress: { readonly progress: Private<OwnProgress> };
  reportAhead: { readonly year: number };
  /** Before the branch was kept here. */
  reportBefore: { readonly year: number; readonly began: string };
  reportDue: { readonly on: string; readonly days: number };
}
