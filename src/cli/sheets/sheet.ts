/** A sheet as both readers hand it on: rows of cells, nothing understood yet. */
import { seen } from '../../domain/roster/names.js';

export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** `serial` is the same number counted from 1900, for a date that lost its format. */
  | { readonly kind: 'number'; readonly number: number; readonly serial: number }
  /** A cell that Excel shows as a date: the day, `YYYY-MM-DD`, or the month, `YYYY-MM`, that it shows. */
  | { readonly kind: 'date'; readonly date: string }
  /** `shows`: what the program that wrote the file had computed; null where it wrote no value. */
  | { readonly kind: 'formula'; readonly shows: Cell | null }
  | { readonly kind: 'error'; readonly text: string };

export interface SheetLine {
  /** Row number as Excel counts, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** By hand or by a filter: nobody who looks at the sheet sees it. */
  readonly hidden: boolean;
}

/** A block of merged cells; rows count from 1, columns from 0, both ends belong to it. */
export interface Merge {
  readonly fromLine: number;
  readonly toLine: number;
  readonly fromColumn: number;
  readonly toColumn: number;
}

export interface Sheet {
  readonly name: string;
  readonly lines: readonly SheetLine[];
  readonly merges: readonly Merge[];
}

/** A value, or what is wrong with it as a Chinese sentence. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly wrong: string };

export function right<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function wrong(sentence: string): Read<never> {
  return { ok: false, wrong: sentence };
}

/** The text as it was typed: a name is refused for characters that nobody sees, everything else is read without them. */
export function textCell(text: string): Cell {
  return seen(text).trim() === '' ? { kind: 'empty' } : { kind: 'text', text: text.trim() };
}

/** The text of a formula that is nothing but a text: `"138…"`. */
export function quotedIn(formula: string): string | undefined {
  return /^"([^"]*)"$/u.exec(formula)?.[1];
}

/** What a reader of the cell sees. */
export function shown(cell: Cell): string {
  switch (cell.kind) {
    case 'empty':
      return '';
    case 'text':
    case 'error':
      return seen(cell.text).trim();
    case 'number':
      return String(cell.number);
    case 'date':
      return cell.date;
    case 'formula':
      return '公式';
  }
}

/** What the cell says: of a formula, what the program that wrote the file had computed. */
export function valueOf(cell: Cell): Cell {
  return cell.kind === 'formula' ? (cell.shows ?? { kind: 'empty' }) : cell;
}

export function isBlank(line: SheetLine): boolean {
  return line.cells.every((cell) => cell.kind === 'empty');
}
