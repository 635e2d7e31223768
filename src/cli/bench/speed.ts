export interface Speed {
  readonly perSecond: number;
  /** Median of a single one, milliseconds. */
  readonly median: number;
}

/** @param took milliseconds for all; `each` milliseconds of each single one */
export function perSecond(count: number, took: number, each: readonly number[]): Speed {
  const sorted = [...each].sort((one, other) => one - other);
  return { perSecond: (count / took) * 1_000, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
}

/** The median round, so that one slow round of the disk does not count. */
export function middle(rounds: readonly Speed[]): Speed {
  const sorted = [...rounds].sort((one, other) => one.perSecond - other.perSecond);
  return sorted[Math.floor(sorted.length / 2)] ?? { perSecond: 0, median: 0 };
}
