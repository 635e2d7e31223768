/** A sheet as both readers hand it on: rows of uninterpreted cells. */
import { seen } from '../../domain/roster/names.js';

export type Cell =
  | { readonly kind: 'empty' }
  | { readonly kind: 'text'; readonly text: string }
  /** `serial` is the same number counted from 1900, for a date that lost its format. */
  | { readonly kind: 'number'; readonly number: number; readonly serial: number }
  /** A cell that Excel shows as a date: the day, `YYYY-MM-DD`, or the month, `YYYY-MM`. */
  | { readonly kind: 'date'; readonly date: string }
  /** `shows`: the value computed by the program that wrote the file; null if it wrote none. */
  | { readonly kind: 'formula'; readonly shows: Cell | null }
  | { readonly kind: 'error'; readonly text: string };

export interface SheetLine {
  /** Row number as Excel counts, from 1. */
  readonly line: number;
  readonly cells: readonly Cell[];
  /** By hand or by a filter: people do not see it in the sheet. */
  readonly hidden: boolean;
}

/** A block of merged cells; rows count from 1, columns from 0, both ends included. */
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

/** What a file may hold in all its sheets: many times the longest table of a branch. */
export const mostCells = 250_000;
export const mostCharacters = 2_000_000;
export const tooMuch =
  '表格太大（超过25万格、200万字或50张工作表），不像是支部的表格。请只留要导入的一张工作表，另存后再试。';

/** A value, or a Chinese sentence on what is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly wrong: string };

export function right<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function wrong(sentence: string): Read<never> {
  return { ok: false, wrong: sentence };
}

/** The text as typed: a name with invisible characters is refused, other cells are read without them. */
export function textCell(text: string): Cell {
  return seen(text).trim() === '' ? { kind: 'empty' } : { kind: 'text', text: text.trim() };
}

/** The text of a formula that is a plain text: `"138…"`. */
export function quotedIn(formula: string): string | undefined {
  return /^"([^"]*)"$/u.exec(formula)?.[1];
}

/** What people see in the cell. */
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

/** The cell's text; for a formula, the value that the writing program computed. */
export function valueOf(cell: Cell): Cell {
  return cell.kind === 'formula' ? (cell.shows ?? { kind: 'empty' }) : cell;
}

export function isBlank(line: SheetLine): boolean {
  return line.cells.every((cell) => cell.kind === 'empty');
}
