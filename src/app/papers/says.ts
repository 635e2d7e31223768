import type { ActivityRef } from '../../domain/attendance/references.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { NameOrder, RegisterKind } from '../ports/papers.js';
import type { RegisterPart } from '../../domain/roster/register-part.js';

/** A year, or one quarter of it. */
interface Span {
  readonly year: number;
  readonly quarter: number | null;
}

/** An activity by its kind and its time. */
type Named = Pick<ActivityRef, 'kind' | 'at'>;

export type ExportScope =
  | { readonly kind: 'activity'; readonly activity: Named }
  | { readonly kind: 'period'; readonly span: Span }
  /** Everything not exported yet. */
  | { readonly kind: 'waiting' };

export interface ExportSays {
  /** With the archive, or with one part of it. */
  archive: {
    readonly scope: ExportScope;
    readonly activities: number;
    readonly files: number;
    /** Held in the period, but not closed, so left out. */
    readonly unclosed: number;
    readonly part: number;
    readonly parts: number;
  };
  notClosed: { readonly activity: ActivityRef };
  /** No reminder names it any more. */
  notUploaded: { readonly activity: ActivityRef };
  nothingIn: { readonly span: Span; readonly unclosed: number };
  /** `held`: whether any activity was closed at all. */
  nothingWaits: { readonly held: boolean };
  tooManyParts: { readonly parts: number; readonly most: number };
  /** `changed`: it was exported, and changed afterwards. */
  waiting: {
    readonly activities: readonly (Named & { readonly changed: boolean })[];
    readonly all: number;
  };
}

export interface PaperSays {
  /** `closed`: its register is; until then it may still change. */
  activityRecord: { readonly activity: ActivityRef; readonly closed: boolean };
  ahead: { readonly year: number; readonly quarter: number | null };
  /**
   * Before the branch was kept here. `instead`: the result of that year came from its table; readers can have the
   * table, or their own form.
   */
  before: {
    readonly year: number;
    readonly quarter: number | null;
    readonly began: string;
    readonly instead: 'summary' | 'form' | null;
  };
  logbook: { readonly year: number; readonly quarter: number | null; readonly activities: number };
  memberCard: { readonly person: PersonRef; readonly year: number };
  memberCards: { readonly year: number; readonly members: number };
  /** `settled`: the result is final: the year is archived, or the member has left. */
  memberForm: { readonly person: PersonRef; readonly year: number; readonly settled: boolean };
  /** Of everybody in one file. */
  memberForms: { readonly year: number; readonly members: number; readonly settled: boolean };
  memberLogbook: { readonly year: number; readonly quarter: number | null; readonly person: PersonRef };
  /** `scored`: no one has a score; else no one at all. */
  nobodyThen: { readonly year: number; readonly scored: boolean };
  notYours: Record<string, never>;
  nothingHeld: { readonly year: number; readonly quarter: number | null };
  /** The record of a whole activity names everybody who was not there. */
  recordNotYours: Record<string, never>;
  register: {
    readonly register: RegisterKind;
    readonly part: RegisterPart | null;
    readonly year: number;
    readonly quarter: number | null;
  };
  summary: {
    readonly year: number;
    readonly quarter: number | null;
    readonly order: NameOrder;
    readonly large: boolean;
  };
}
