import { registerSigns } from '../../words/activities.js';

/** A register before it is a document or a sheet: the same rows become both. */
export interface Ledger {
  readonly title: string;
  /** Lines under the title: what the numbers mean, and up to when. */
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** Columns that may go on in a further table on paper, where they are too many for one sheet: from, until (exclusive). */
  readonly foldable?: readonly [number, number];
}

/** Null: an empty cell. */
export type Value = string | number | null;

export interface Column {
  readonly title: string;
  /** In Chinese characters. */
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** Whether the column has a sum; `known`: only if a row has a number, as no note is not 0; `present`: how many came. */
  readonly summed?: 'always' | 'known' | 'present';
}

/** The most columns of one table that may go on in another. */
const mostFoldable = 20;

/** The same register as tables no wider than a sheet: the first columns in each, the last ones in the last. */
export function folded(ledger: Ledger): readonly Ledger[] {
  const [from, until] = ledger.foldable ?? [0, 0];
  const tables = Math.max(1, Math.ceil((until - from) / mostFoldable));
  const each = Math.ceil((until - from) / tables);
  return Array.from({ length: tables }, (_, at): Ledger => {
    const [first, next] = [from + at * each, Math.min(until, from + (at + 1) * each)];
    const isShown = (_column: unknown, column: number) =>
      column < from || (column >= first && column < next) || (column >= until && at === tables - 1);
    return {
      ...ledger,
      columns: ledger.columns.filter(isShown),
      rows: ledger.rows.map((row) => row.filter(isShown)),
    };
  });
}

/** The sums to the hundredth (yuan are shown as decimals), with a word in front; undefined where nothing is summed. */
export function sumsOf({ columns, rows }: Ledger): readonly Value[] | undefined {
  if (rows.length === 0 || !columns.some(({ summed }) => summed)) return undefined;
  const label = columns.findIndex(({ align }) => align === 'left');
  return columns.map(({ summed }, at) => {
    const values = rows.map((row) => row[at] ?? null);
    if (summed === 'always' || (summed === 'known' && values.some((value) => typeof value === 'number')))
      return Math.round(values.reduce<number>((sum, value) => sum + numberIn(value), 0) * 100) / 100;
    if (summed === 'present') return values.filter((value) => value === registerSigns.present).length;
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
