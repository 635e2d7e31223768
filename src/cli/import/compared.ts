import type { Intent } from '../../app/use-case.js';

/** What a file would change, in full sentences. */
export interface Compared {
  /** Any of these prevents the import; each names its line. */
  readonly problems: readonly string[];
  readonly notices: readonly string[];
  /** The dry run: line by line. */
  readonly text: string;
  /** Matters that would be opened. */
  readonly changes: number;
  /** Null: nothing changes. */
  readonly intent: Intent | null;
}
