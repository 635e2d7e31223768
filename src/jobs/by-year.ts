import type { WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

/** What hangs on rulebook and working days alone. */
export interface Calendar {
  readonly rulebook: Rulebook;
  readonly workingDays: WorkingDays;
}

/**
 * Calendar arithmetic costs milliseconds for a year and is asked for at every commit (`branch.next_due`); it hangs on
 * nothing but rulebook and working days, so `compute` runs once for each year.
 */
export function onceAYear<T>(
  compute: (year: number, calendar: Calendar) => T,
): (year: number, calendar: Calendar) => T {
  const known = new WeakMap<WorkingDays, WeakMap<Rulebook, Map<number, T>>>();
  return (year, { rulebook, workingDays }) => {
    const byRulebook = known.get(workingDays) ?? new WeakMap<Rulebook, Map<number, T>>();
    known.set(workingDays, byRulebook);
    const byYear = byRulebook.get(rulebook) ?? new Map<number, T>();
    byRulebook.set(rulebook, byYear);
    const before = byYear.get(year);
    if (before !== undefined) return before;
    const computed = compute(year, { rulebook, workingDays });
    byYear.set(year, computed);
    return computed;
  };
}
