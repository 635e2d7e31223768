import type { Block } from '../document.js';
import { drawChart, type Chart } from '../pictures/charts.js';

type Named = Pick<Chart, 'kind' | 'title' | 'unit'> & { readonly name: string };

/** A chart of one value for each row, whose table stands beside it; nothing where all are alike. */
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
