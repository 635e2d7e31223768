import { readXlsx, type CellValue } from 'hucre/xlsx';
import type { Change } from '../../src/domain/branch/rows.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import type { SummaryOrder } from '../../src/forms/summary/lines.js';
import { factsWith } from '../support/branch/branch-facts.js';
import { rowsOfDocx } from '../support/papers/office.js';
import { inputOf, summaryOf } from './scenes/scene.js';

export const today = '2026-11-28';
export const ofYear: SummaryOrder = { year: 2026, quarter: null, order: 'roster', large: false };

export function made(changes: readonly Change[], order: Partial<SummaryOrder> = {}, rules?: Rulebook) {
  return summaryOf(inputOf(factsWith(...changes), today, rules), { ...ofYear, ...order });
}

/** Rows below the headings. */
export const bodyOf = (docx: Uint8Array) => rowsOfDocx(docx).slice(1);

export async function gridOf(xlsx: Uint8Array): Promise<readonly (readonly CellValue[])[]> {
  const { sheets } = await readXlsx(xlsx);
  const rows = sheets[0]?.rows ?? [];
  return rows.slice(rows.findIndex(([first]) => first === '党员姓名') + 1);
}

/** Name, base, items of both sides and score; a sheet has the sum of a side beside its items. */
export const numbers = (row: readonly CellValue[]) => row.slice(0, 5);
export const inSheet = (row: readonly CellValue[]) => [0, 1, 3, 5, 6].map((at) => row[at] ?? null);
