import type { Sheet, SheetColumn, SheetRow, SheetValue } from '../sheet.js';
import { decimalsOf, sumsOf, type Ledger } from './ledger.js';

/** A register to go on working with: its sums are formulas, so that whoever checks it can follow them. */
export function registerSheet(ledger: Ledger): Sheet {
  const { title, notes, columns, rows } = ledger;
  const named = columns.findIndex(({ align }) => align === 'left');
  return {
    name: title,
    title: [title, ...notes],
    columns: columns.map((column, at) => columnOf(ledger, column, at)),
    rows,
    ...totalsOf(ledger),
    footer: ['填表人：                    书记签字：                    党支部盖章：'],
    orientation: 'landscape',
    textSize: 10,
    frozenColumns: named + 1,
  };
}

function columnOf(
  ledger: Ledger,
  { title, width, align }: Ledger['columns'][number],
  at: number,
): SheetColumn {
  const decimals = decimalsOf(ledger, at);
  return {
    heading: title,
    width,
    kind: ledger.rows.some((row) => typeof row[at] === 'number') ? 'number' : 'text',
    align: align ?? 'center',
    decimals,
  };
}

function totalsOf(ledger: Ledger): { readonly totals?: readonly SheetRow[] } {
  const sums = sumsOf(ledger);
  if (sums === undefined) return {};
  const row = sums.map((value, at): SheetValue => {
    if (typeof value !== 'number') return value;
    const letter = columnLetter(at);
    return { formula: ({ first, last }) => `SUM(${letter}${first}:${letter}${last})`, value };
  });
  return { totals: [row] };
}

/** 0 is A, 26 is AA. */
function columnLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetter(Math.floor(at / 26) - 1) + letter;
}
