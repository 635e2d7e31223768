/** Tables and the numbers in them, written the same way in every report. */
import type { Block } from '../document.js';
import { type Chart, drawChart } from '../pictures/charts.js';

interface Column {
  readonly title: string;
  /** Share of the width. */
  readonly width: number;
}

/**
 * A table with its title in the head, so that both stand on every page of it. The first column names the row, the
 * others are numbers; `total` comes last in bold. Without the empty line after them two tables would merge.
 */
export function dataTable(
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  total?: readonly string[],
): readonly Block[] {
  const table: Block = {
    kind: 'table',
    columns: columns.map(({ width }, index) => ({ width, align: index === 0 ? 'left' : 'center' })),
    head: [
      [{ text: title, bold: true, align: 'center', across: columns.length }],
      columns.map(({ title }) => ({ text: title, bold: true, align: 'center' as const })),
    ],
    rows: [
      ...rows.map((row) => row.map((text) => ({ text }))),
      ...(total === undefined ? [] : [total.map((text) => ({ text, bold: true }))]),
    ],
  };
  return [table, { kind: 'paragraph', text: '' }];
}

/** 95%, 95.5%; — where there is nothing to take a part of. */
export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${percentOf(part, whole)}%`;
}

/** To a tenth; rounded half up. */
export function percentOf(part: number, whole: number): number {
  return Math.round((part * 1000) / whole) / 10;
}

interface Leaders<T> {
  readonly rows: readonly T[];
  readonly value: number;
}

/** More names than these in one sentence say nothing. */
export const mostNames = 3;

/** Rows that have the most; undefined where that says nothing: no row stands out, or all are empty. */
export function leaders<T>(rows: readonly T[], value: (row: T) => number): Leaders<T> | undefined {
  const most = Math.max(...rows.map(value));
  const first = rows.filter((row) => value(row) === most);
  return most <= 0 || first.length === rows.length || first.length > mostNames
    ? undefined
    : { rows: first, value: most };
}

export function sum<T>(rows: readonly T[], value: (row: T) => number): number {
  return rows.reduce((total, row) => total + value(row), 0);
}

type Named = Pick<Chart, 'kind' | 'title' | 'unit'> & { readonly name: string };

/** A chart of one value for each row of a table; nothing when all are equal. */
export function chartOf<T>(
  { name, ...chart }: Named,
  rows: readonly T[],
  label: (row: T) => string,
  value: (row: T) => number,
): readonly Block[] {
  const values = rows.map(value);
  if (new Set(values).size < 2) return [];
  const all = rows.map((row) => `${label(row)}${value(row)}${chart.unit}`);
  const picture = drawChart({
    ...chart,
    labels: rows.map(label),
    series: [{ name, values }],
    caption: `${chart.title}：${all.join('、')}`,
  });
  return [picture, { kind: 'paragraph', text: '' }];
}
