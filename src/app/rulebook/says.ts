import type { FileProblem } from '../ports/rulebook-reader.js';
import type { Seat } from '../matters/results.js';

interface Adoption {
  readonly number: number;
  readonly version: string;
  readonly title: string;
  readonly meetingOn: string;
  readonly fromYear: number;
}

export interface RulebookSays {
  proposed: Adoption & { readonly seat: Seat };
  /** In the group, where the ruling was made elsewhere. */
  adopted: Adoption;
  /** To the superior committee. */
  adoptedAbove: Adoption & { readonly branch: string };

  meetingMissing: Record<string, never>;
  oneFile: { readonly meetingOn: string };
  /** A picture, or far too large to be a rulebook. */
  notAFile: { readonly name: string };
  badFile: { readonly name: string; readonly problems: readonly FileProblem[]; readonly most: number };
  knownVersion: { readonly version: string; readonly fromYear: number; readonly running: boolean };
  waits: { readonly version: string; readonly number: number };
  /** Ids of categories that members of the branch are in. */
  categoriesMissing: { readonly version: string; readonly missing: readonly string[] };
}
