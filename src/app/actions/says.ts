import type { Action, ActionKind } from '../../domain/actions/rows.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';

/** A bonus item that an action also fits, and the reason for its claim. */
export interface Offer {
  readonly item: number;
  readonly reason: string;
  readonly on: string;
}

export interface ActionLine extends Pick<Action, 'kind' | 'which' | 'on' | 'text' | 'whom'> {
  /** The claim it was brought into. */
  readonly claimed: number | null;
}

/** What one member did in a year, in numbers. */
export interface ProgressRow {
  readonly person: PersonRef;
  readonly inService: boolean;
  readonly fiveOnes: readonly string[];
  /** Ids of services or roles, each as often as it was done. */
  readonly services: readonly string[];
  readonly roles: readonly string[];
  readonly masses: number;
}

export interface ActionSays {
  already: { readonly on: string };
  future: { readonly date: string };
  /** `/申报` alone, and nothing of today that could be claimed. */
  nothingToClaim: Record<string, never>;
  /** One's own year. */
  progress: {
    readonly row: Private<ProgressRow>;
    readonly year: number;
    readonly lines: Private<readonly ActionLine[]>;
  };
  /** Repeats the entry in short, in the group too: good deeds may be heard. */
  recorded: {
    readonly person: PersonRef;
    readonly line: ActionLine;
    readonly year: number;
    readonly fiveOnes: readonly string[];
    /** How often this one was done in the year. */
    readonly times: number;
    readonly offer: Offer | null;
    readonly hidesText: boolean;
  };
  summary: { readonly year: number; readonly rows: Private<readonly ProgressRow[]> };
  textTooLong: { readonly most: number };
  /** The item wants a grade: lines to choose from. */
  whichGrade: { readonly offer: Offer };
  /** Retired members have other words than those in service. */
  wrongCategory: { readonly kind: ActionKind; readonly inService: boolean };
  yearClosed: { readonly date: string };
}
