/**
 * A table before it is a .xlsx (`xlsx/render.ts`): headings under a title, rows, totals, places to sign. Text is always a
 * text cell, whatever it begins with; only `Formula` calculates.
 */
export interface Sheet {
  /** On the tab. Cleaned of what Excel does not take there. */
  readonly name: string;
  /** Rows over the whole width; the first is the title in large type. */
  readonly title: readonly string[];
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  /** Below the rows, in bold. */
  readonly totals?: readonly SheetRow[];
  /** Rows over the whole width below all others: places to sign, explanations. */
  readonly footer?: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  /** Size of running text in points; 11 when left out. */
  readonly textSize?: number;
  /** Columns that stay in view at the left. */
  readonly frozenColumns?: number;
}

export interface SheetColumn {
  readonly heading: string;
  /** In Chinese characters of running text. Longer text goes on in the next line. */
  readonly width: number;
  readonly kind: 'text' | 'number';
  /** Numbers stand at the right, text at the left. */
  readonly align?: 'left' | 'center' | 'right';
  /** Digits after the point; 0 when left out. */
  readonly decimals?: number;
}

/** One value for each column. */
export type SheetRow = readonly SheetValue[];

export type SheetValue = string | number | null | Formula;

export interface Formula {
  /** Without `=`, by the names of Excel; never with text of people in it. */
  readonly formula: (at: FormulaPlace) => string;
  /** What it comes to: shown by programs that do not calculate. */
  readonly value: number;
}

/** Lines of the sheet as Excel counts them, from 1. */
interface FormulaPlace {
  readonly line: number;
  /** First and last line of `rows`. */
  readonly first: number;
  readonly last: number;
}
