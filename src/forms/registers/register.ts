import type { Cell, PaperDocument, Row } from '../document.js';
import type { PaperInput } from '../input.js';
import type { RegisterOrder } from './asked.js';
import { attendanceRegister } from './attendance.js';
import { duesRegister } from './dues.js';
import { sumsOf, type Ledger, type Value } from './ledger.js';
import { membersRegister } from './members.js';
import { pointsRegister } from './points.js';

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

/** A register to print: a landscape sheet whose head comes again on each page. */
export function registerDocument(ledger: Ledger, branch: string): PaperDocument {
  const { title, notes, columns, rows } = ledger;
  const sums = sumsOf(ledger);
  const shown = sums === undefined ? rows : [...rows, sums];
  return {
    title,
    orientation: 'landscape',
    textSize: columns.length > 12 ? 9 : 10.5,
    blocks: [
      { kind: 'title', text: title },
      ...notes.map((text) => ({ kind: 'paragraph' as const, text })),
      rows.length === 0
        ? { kind: 'paragraph', text: '没有登记。' }
        : {
            kind: 'table',
            columns: columns.map(({ width, align }) => ({ width, align: align ?? ('center' as const) })),
            head: [columns.map((column): Cell => ({ text: column.title }))],
            rows: shown.map((row): Row => row.map((value) => ({ text: textOf(value) }))),
          },
      { kind: 'signatures', labels: ['填表人', '书记签字', '党支部盖章'] },
    ],
    footer: branch,
  };
}

function textOf(value: Value): string {
  return value === null ? '' : String(value);
}
