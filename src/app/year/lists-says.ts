import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { ListedMember, FollowUpLine } from './views.js';

/** What follows a score (annex 1, 考核应用). */
export interface YearLists {
  followUps: { readonly person: PersonRef; readonly done: Private<readonly FollowUpLine[]> };
  /** `decided`: the meeting has; else tiers are only proposed. */
  listAwards: {
    readonly year: number;
    readonly members: Private<readonly ListedMember[]>;
    readonly decided: boolean;
  };
  listTalks: {
    readonly year: number;
    readonly members: Private<readonly (ListedMember & { readonly done: readonly FollowUpLine[] })[]>;
    /** They may record what was done. */
    readonly records: boolean;
    readonly decided: boolean;
  };
  listTwoYears: {
    readonly members: Private<
      readonly {
        readonly person: PersonRef;
        readonly years: readonly {
          readonly year: number;
          readonly total: number;
          readonly supplemented: number | null;
          readonly place: ListedMember['place'];
          readonly imported: boolean;
        }[];
        readonly outcome: string | null;
      }[]
    >;
  };
  pairedMember: { readonly partner: Private<PersonRef> };
  pairedPartner: { readonly member: Private<PersonRef> };
  recorded: {
    readonly person: PersonRef;
    readonly line: Private<FollowUpLine>;
    /** Of the year whose results are looked at. */
    readonly unqualified: Private<boolean>;
  };
  recordedBefore: { readonly person: PersonRef; readonly line: Private<FollowUpLine> };
}
