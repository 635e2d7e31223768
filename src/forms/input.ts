import type { Facts } from '../domain/branch/facts.js';
import type { WorkingDays } from '../domain/period/working-days.js';
import type { Rulebook } from '../domain/rulebook/schema.js';

/** What a form reads: facts of one version of the branch, the rules of each year, and the date on the paper. */
export interface PaperInput {
  readonly facts: Facts;
  readonly rulebookOf: (year: number) => Rulebook;
  readonly workingDays: WorkingDays;
  /** `YYYY-MM-DD`, Asia/Shanghai. */
  readonly today: string;
  /** Content of a stored file; undefined when it is gone. */
  readonly content: (file: number) => Promise<Uint8Array | undefined>;
}
