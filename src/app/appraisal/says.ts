import type { Tally } from '../../domain/appraisal/rows.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';

/** The results of a year, as those hear them who prepare its meeting. */
export interface AppraisalResults {
  readonly year: number;
  readonly voters: number;
  readonly lines: readonly { readonly person: PersonRef; readonly tally: Tally }[];
  /** How many are rated but got too few ballots to be shown. */
  readonly hidden: number;
  readonly shownFrom: number;
}

/** How far one member has got with their ballots: never what they gave. */
export interface OwnBallots {
  readonly year: number;
  readonly given: readonly PersonRef[];
  readonly left: readonly PersonRef[];
  readonly voters: number;
  /** Shown to those who may end it. */
  readonly mayEnd: boolean;
}

export interface AppraisalSays {
  already: { readonly person: PersonRef; readonly left: readonly PersonRef[] };
  alreadyDone: { readonly year: number };
  alreadyOpen: { readonly year: number };
  archived: { readonly year: number };
  /** To the group. `anew`: the earlier ballot lost its key, and every vote with it. */
  begun: { readonly year: number; readonly anew: boolean };
  /** To who began it in private. */
  begunHere: { readonly year: number; readonly anew: boolean };
  /** To the group: that it ended, and how many voted. */
  ended: { readonly year: number; readonly voters: number };
  endedHere: { readonly year: number; readonly voters: number };
  himself: Record<string, never>;
  /** The ballots cannot be opened; nothing was changed. */
  keyLost: { readonly file: Private<string>; readonly year: number; readonly ballots: number };
  /** To a voter: without the key the ballot could not be counted. */
  noBox: { readonly year: number };
  noResults: { readonly year: number | null };
  noVote: Record<string, never>;
  nobodyRated: { readonly year: number };
  /** No ballot is under way. */
  none: Record<string, never>;
  /** Ending destroys the ballots: first asked while so many have given none. */
  notAllVoted: { readonly year: number; readonly voters: number; readonly missing: number };
  notRated: { readonly person: PersonRef };
  own: { readonly own: Private<OwnBallots> };
  received: { readonly person: Private<PersonRef>; readonly left: readonly PersonRef[] };
  results: {
    readonly results: Private<AppraisalResults>;
    /** It was entered as an activity just now. */
    readonly held: boolean;
    /** To who ends it: ballots that were cast and that were opened, where the two differ. */
    readonly odd: { readonly cast: number; readonly opened: number } | null;
  };
  stillOpen: { readonly year: number };
  /** Neither this year nor the last. */
  wrongYear: { readonly year: number; readonly last: number };
}
