/** A chart before it is drawn; the table beside it shows the same numbers. */
export interface Chart {
  readonly kind: 'bar' | 'line';
  readonly title: string;
  /** What the values count, above the axis: 次, 人, %. */
  readonly unit: string;
  /** Along the axis from the left. */
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** What it shows, for those who cannot see it. */
  readonly caption: string;
}

type Named = Pick<Chart, 'kind' | 'title' | 'unit'> & { readonly name: string };

/** A chart of one value for each row. */
export function chartOf<T>(
  { name, ...chart }: Named,
  rows: readonly T[],
  label: (row: T) => string,
  value: (row: T) => number,
): Chart {
  const all = rows.map((row) => `${label(row)}${value(row)}${chart.unit}`);
  return {
    ...chart,
    labels: rows.map(label),
    series: [{ name, values: rows.map(value) }],
    caption: `${chart.title}:${all.join('、')}`,
  };
}
