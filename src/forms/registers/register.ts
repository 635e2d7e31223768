import { type Block, type Cell, cellEdges, lineWidth, type PaperDocument, type Row } from '../document.js';
import type { PaperInput } from '../input.js';
import { widthOf } from '../text.js';
import type { RegisterOrder } from './asked.js';
import { attendanceRegister } from './attendance.js';
import { duesRegister } from './dues.js';
import { registerSigns } from '../../words/activities.js';
import { plainNumber } from '../words.js';
import { type Column, decimalsOf, folded, type Ledger, sumsOf, type Value } from './ledger.js';
import { membersRegister } from './members.js';
import { pointsRegister } from './points.js';
import type { Sheet, SheetColumn, SheetRow, SheetValue } from '../sheet.js';

export function registerOf(input: PaperInput, order: RegisterOrder): Ledger {
  switch (order.register) {
    case 'members':
      return membersRegister(input, order);
    case 'points':
      return pointsRegister(input, order);
    case 'attendance':
      return attendanceRegister(input, order);
    case 'dues':
      return duesRegister(input, order);
  }
}

/** A register to print: a landscape sheet whose head repeats on each page. */
export function registerDocument(ledger: Ledger, branch: string): PaperDocument {
  const { title, notes, rows } = ledger;
  const tables = folded(ledger);
  return {
    title,
    orientation: 'landscape',
    textSize: Math.min(...tables.map(({ columns }) => textSizeFor(columns))),
    blocks: [
      { kind: 'title', text: title },
      ...notes.map((text) => ({ kind: 'paragraph' as const, text })),
      ...(rows.length === 0
        ? [{ kind: 'paragraph' as const, text: '没有登记。' }]
        : tables.flatMap((part, at): Block[] => [
            ...(at === 0 ? [] : [{ kind: 'paragraph' as const, text: `续表（${at + 1}/${tables.length}）` }]),
            tableOf(part),
          ])),
      { kind: 'signatures', labels: ['填表人', '书记签字', '党支部盖章'] },
    ],
    footer: branch,
  };
}

function tableOf(ledger: Ledger): Block {
  const { columns, rows } = ledger;
  const sums = sumsOf(ledger);
  const shown = sums === undefined ? rows : [...rows, sums];
  return {
    kind: 'table',
    columns: columns.map(({ width, align }) => ({ width, align: align ?? ('center' as const) })),
    head: [columns.map((column): Cell => ({ text: column.title }))],
    rows: shown.map((row): Row => row.map((value, at) => ({ text: textOf(value, decimalsOf(ledger, at)) }))),
  };
}

const sizes = [10.5, 9, 8.5, 8] as const;
const smallest = 7.5;

/** The largest size in which no heading is broken within a line of it. */
function textSizeFor(columns: readonly Column[]): number {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const most = columns.length > 12 ? 9 : 10.5;
  const fits = (size: number) =>
    columns.every(({ title, width }) => {
      const characters = ((lineWidth.landscape * width) / whole - cellEdges) / size;
      return title.split('\n').every((line) => widthOf(line) <= characters);
    });
  return sizes.find((size) => size <= most && fits(size)) ?? smallest;
}

function textOf(value: Value, decimals: number): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : plainNumber(value, decimals);
}

/** A register to work with: its sums are formulas, so that a checker can follow them. */
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
    const counted = ledger.columns[at]?.summed === 'present';
    return {
      formula: ({ first, last }) => {
        const cells = `${letter}${first}:${letter}${last}`;
        return counted ? `COUNTIF(${cells},"${registerSigns.present}")` : `SUM(${cells})`;
      },
      value,
    };
  });
  return { totals: [row] };
}

/** 0 is A, 26 is AA. */
function columnLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetter(Math.floor(at / 26) - 1) + letter;
}
