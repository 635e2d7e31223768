/** A chart before it is drawn: what `tables` show as numbers. */
export interface Chart {
  readonly kind: 'bar' | 'line';
  readonly title: string;
  /** Behind every value: 次, %, 分. */
  readonly unit: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
}
