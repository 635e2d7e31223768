/** A register before it is a document or a sheet: the same rows become both. */
export interface Ledger {
  readonly title: string;
  /** Lines under the title: what the numbers mean, and up to when. */
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
}

/** Null: an empty cell. */
export type Value = string | number | null;

export interface Column {
  readonly title: string;
  /** In Chinese characters. */
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** A sum of the column stands under it. */
  readonly summed?: true;
}

/** The sums to the hundredth (yuan are shown as decimals), with a word in front; undefined where nothing is summed. */
export function sumsOf({ columns, rows }: Ledger): readonly Value[] | undefined {
  if (rows.length === 0 || !columns.some(({ summed }) => summed)) return undefined;
  const label = columns.findIndex(({ align }) => align === 'left');
  return columns.map(({ summed }, at) => {
    if (summed) return Math.round(rows.reduce((sum, row) => sum + numberIn(row[at]), 0) * 100) / 100;
    return at === Math.max(0, label) ? '合计' : null;
  });
}

function numberIn(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0;
}
