import type { Private } from '../../../domain/private.js';
import type { RegisterPart } from '../../../domain/roster/register-part.js';
import type { RosterLine } from '../says.js';

/** Members in each category of the rulebook; the last two are counted beside the categories. */
export interface RegisterCounts {
  readonly members: number;
  readonly categories: readonly {
    readonly category: string;
    readonly inService: boolean;
    readonly members: number;
  }[];
  readonly probationary: number;
  readonly exempt: number;
}

export interface RegisterLine extends RosterLine {
  readonly joinedOn: string;
  /** Null: not scored. */
  readonly total: number | null;
  readonly exempt: boolean;
}

export interface RegisterSays {
  register: {
    readonly part: RegisterPart;
    readonly year: number;
    readonly lines: Private<readonly RegisterLine[]>;
  };
  registerCounts: { readonly counts: Private<RegisterCounts> };
}
