import type { Intent } from '../../app/use-case.js';

/** What a file would change, said in full sentences. */
export interface Compared {
  /** With one of these nothing is imported; each names its line. */
  readonly problems: readonly string[];
  readonly notices: readonly string[];
  /** The dry run: line by line. */
  readonly text: string;
  /** Matters that would be opened. */
  readonly changes: number;
  /** Null: nothing changes. */
  readonly intent: Intent | null;
}
