import type { PersonRef } from '../../../domain/branch/people.js';
import type { ParticularField, PersonKind } from '../../../domain/roster/rows.js';
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
  /** Null: nobody gave it. */
  readonly joinedOn: string | null;
  /** Null: not scored. */
  readonly total: number | null;
  readonly exempt: boolean;
}

export interface RegisterSays {
  awayTooEarly: { readonly on: string; readonly most: number };
  /** They are on record as dead: how a mistaken entry is taken back. */
  diedBefore: { readonly name: string; readonly category: string; readonly leftOn: string };
  memberWitnesses: { readonly person: PersonRef };
  /** Another has this name, category and group; or it is the name they have. */
  nameTaken: { readonly person: PersonRef; readonly own: boolean };
  noMass: { readonly person: PersonRef; readonly kind: PersonKind };
  notPutRight: {
    readonly person: PersonRef;
    readonly field: ParticularField;
    readonly why: 'ruled' | 'deedsBefore';
  };
  putRight: {
    readonly person: Private<PersonRef>;
    readonly field: ParticularField;
    readonly before: Private<string | null>;
    readonly after: Private<string | null>;
  };
  register: {
    readonly part: RegisterPart;
    readonly year: number;
    readonly lines: Private<readonly RegisterLine[]>;
  };
  registerCounts: { readonly counts: Private<RegisterCounts> };
  renamed: {
    readonly was: PersonRef;
    readonly name: string;
    readonly namesakes: readonly PersonRef[];
  };
}
