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
  /** In the group, where the ruling was made elsewhere. */
  adopted: Adoption;
  /** To the superior committee. */
  adoptedAbove: Adoption & { readonly branch: string };
  badFile: { readonly name: string; readonly problems: readonly FileProblem[]; readonly most: number };
  /** Ids of categories that members of the branch are in. */
  categoriesMissing: { readonly version: string; readonly missing: readonly string[] };
  knownVersion: { readonly version: string; readonly fromYear: number; readonly running: boolean };
  meetingMissing: Record<string, never>;
  /** A picture, or far too large to be a rulebook. */
  notAFile: { readonly name: string };
  oneFile: { readonly meetingOn: string };
  proposed: Adoption & { readonly seat: Seat };
  waits: { readonly version: string; readonly number: number };
}
