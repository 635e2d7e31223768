import type { ActivityRef } from '../../domain/attendance/references.js';

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
  /** Whatever was not exported yet. */
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
