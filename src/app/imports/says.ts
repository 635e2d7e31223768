import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';

export interface ImportSays {
  /** The branch has changed since the file was compared with it. */
  outdated: Record<string, never>;
  /** To the proposer of record: they may take it back, and hear of it when another person imported it. */
  registered: { readonly file: Private<string>; readonly numbers: Private<readonly number[]> };
  /** To those who may rule, where there are too many cards. */
  waiting: {
    readonly file: Private<string>;
    readonly proposer: PersonRef;
    readonly numbers: Private<readonly number[]>;
  };
  /** To those who should know that a former year is archived now. */
  yearTakenOver: { readonly number: number; readonly year: number; readonly count: number };
}
