import type { Who } from '../who.js';

/** One command in the list of what somebody may do. `subject` is the first part of its use case's name. */
export interface HelpRow {
  readonly subject: string;
  readonly name: string;
  readonly summary: string;
}

export interface HelpSays {
  /** What this person may do, in the order in which it is to be read. */
  overview: { readonly rows: readonly HelpRow[]; readonly stranger: boolean };
  command: {
    readonly summary: string;
    readonly aliases: readonly string[];
    readonly usages: readonly string[];
    readonly examples: readonly string[];
    readonly who: readonly Who[];
    readonly note: string | null;
  };
  unknownCommand: { readonly typed: string };
  /** All items with points and grades, and the readings in force. */
  rulebook: Record<string, never>;
  item: { readonly item: number };
}
