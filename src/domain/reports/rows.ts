/**
 * What the secretary adds to the reports (source, part three: 有事例、有特色做法): a confirmed bonus as an example, or
 * a practice of the branch's own. Text is encrypted at rest.
 */
export interface ReportNote {
  readonly id: number;
  readonly kind: 'example' | 'practice';
  /** The assessment year whose reports it belongs to; of an example, the year of the deed. */
  readonly year: number;
  /** The confirmed bonus; null for a practice. */
  readonly matter: number | null;
  readonly recordedBy: number;
  readonly recordedAt: string;
  /** An example without words of its own uses those of its matter. */
  readonly text: string | null;
  /** Taken out again; the row stays. Null: it counts. */
  readonly struck: { readonly by: number; readonly at: string } | null;
}
