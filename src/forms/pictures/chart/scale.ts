/** A round scale for the values of a chart. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
  /** From the lowest to the highest, 0 among them. */
  readonly ticks: readonly number[];
}

/** About so many steps. */
const steps = 5;

/** 0 is always on it, so that a bar is as long as its value. Counts are whole: no step is smaller than 1. */
export function scaleFor(values: readonly (number | null)[]): Scale {
  const known = values.filter((value) => value !== null);
  const high = Math.max(0, ...known);
  const low = Math.min(0, ...known);
  const step = roundStep(Math.max(1, high - low) / steps);
  const from = Math.floor(low / step);
  const to = Math.max(from + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: to - from + 1 }, (_, index) => (from + index) * step);
  return { lowest: from * step, highest: to * step, ticks };
}

/** 1, 2, 5, 10, 20, 50 … */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  return ([1, 2, 5, 10].find((step) => step * power >= least) ?? 10) * power;
}
