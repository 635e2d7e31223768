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
  /** Whether the column has a sum; `known`: only if a row has a number, as no note is not 0. */
  readonly summed?: 'always' | 'known';
}

/** The sums to the hundredth (yuan are shown as decimals), with a word in front; undefined where nothing is summed. */
export function sumsOf({ columns, rows }: Ledger): readonly Value[] | undefined {
  if (rows.length === 0 || !columns.some(({ summed }) => summed)) return undefined;
  const label = columns.findIndex(({ align }) => align === 'left');
  return columns.map(({ summed }, at) => {
    const values = rows.map((row) => row[at] ?? null);
    if (summed === 'always' || (summed === 'known' && values.some((value) => typeof value === 'number')))
      return Math.round(values.reduce<number>((sum, value) => sum + numberIn(value), 0) * 100) / 100;
    return at === Math.max(0, label) ? '合计' : null;
  });
}

/** Digits after the point that all numbers of a column are shown with: 12.50 beside 125.00. */
export function decimalsOf({ rows }: Ledger, at: number): 0 | 2 {
  return rows.every((row) => Number.isInteger(numberIn(row[at] ?? null))) ? 0 : 2;
}

function numberIn(value: Value): number {
  return typeof value === 'number' ? value : 0;
}
