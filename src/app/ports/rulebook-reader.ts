import type { LoadedRulebook } from '../../domain/rulebook/adopted.js';
import type { RulebookReason } from '../../domain/rulebook/problems.js';

/** One thing that is wrong with a rulebook file. `line` counts from 1. */
export interface FileProblem {
  readonly line: number | null;
  readonly reason:
    | { readonly code: 'content'; readonly path: string; readonly why: RulebookReason }
    /** `yaml` is the parser's own code. */
    | { readonly code: 'syntax'; readonly yaml: string }
    | { readonly code: 'notUtf8' }
    /** Too long, or nested too deep, to be a rulebook. */
    | { readonly code: 'oversized' }
    | { readonly code: 'endlessAliases' };
}

export type ReadRulebook =
  | { readonly ok: true; readonly loaded: LoadedRulebook }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

/** Reads a rulebook file that came with a message, as start-up reads the one of the settings. Pure. */
export type RulebookReader = (bytes: Uint8Array) => ReadRulebook;
