import type { PostedHow } from '../../domain/notice/rows.js';
import type { Disposal } from '../../domain/year/rows.js';
import type { ActivityRef } from '../../domain/attendance/references.js';
import type { PersonRef, WhyNotScored } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';
import type { BaseItem, TierId } from '../../domain/rulebook/schema.js';
import type { YearNotice } from '../../domain/year/public-notice.js';
import type { ArchivedYear } from '../../domain/year/archived.js';
import type { SelfProblem } from '../../domain/year/self-assessment.js';
import type { Stage } from '../../domain/year/state.js';
import type { Outstanding, TierBarred } from '../../domain/year/table/tiers.js';
import type { VoteProblem, YearVote } from '../../domain/year/vote.js';
import type { YearTable, Progress, MovedRow, RescoredRow, SelfView } from './views.js';
import type { YearLists } from './lists-says.js';

/** 组织处置: a record for those who keep it. */
export interface DisposalSays {
  /** To who keeps the record: somebody moves away whose disposal has no result. */
  disposalLeaves: { readonly person: Private<PersonRef>; readonly disposal: Private<Disposal> };
  /** Nothing is open that the words could complete. */
  disposalMissing: { readonly person: PersonRef };
  disposalOrder: Record<string, never>;
  disposalRecorded: {
    readonly person: PersonRef;
    readonly disposal: Private<Disposal>;
    /** Another one that ended with it. */
    readonly ended: Private<Disposal | null>;
  };
  disposalTerm: { readonly person: PersonRef };
  /** Private by its place. */
  disposalTermPast: {
    readonly person: PersonRef;
    readonly until: string;
    readonly meetingOn: string | null;
  };
  disposals: { readonly person: PersonRef; readonly disposals: Private<readonly Disposal[]> };
  termOver: { readonly person: Private<PersonRef>; readonly until: Private<string> };
}

export interface YearSays extends YearLists, YearRefusals, DisposalSays {
  archived: { readonly year: number; readonly count: number };
  archivedAbove: { readonly branch: string; readonly year: number; readonly count: number };
  /** `rescored`: whose score is another than in the table that the meeting decided on. */
  audited: {
    readonly year: number;
    readonly passed: boolean;
    readonly rescored: Private<readonly RescoredRow[]>;
  };
  auditedTo: {
    readonly year: number;
    readonly passed: boolean;
    readonly by: PersonRef;
    readonly remarks: Private<string | null>;
  };
  decided: {
    readonly year: number;
    readonly body: Progress['body'];
    readonly vote: Private<YearVote>;
    readonly outstanding: Private<Outstanding>;
    /** Whose proposal changed since the last summary. */
    readonly renewed: Private<readonly MovedRow[]>;
    readonly superiors: Private<readonly PersonRef[]>;
  };
  /** To the secretary: a score changed after the meeting decided. */
  moved: { readonly year: number; readonly row: Private<MovedRow>; readonly noticed: boolean };
  /** To 上级: of what waits for their review, or what they have `passed`. */
  movedUnderReview: {
    readonly branch: string;
    readonly year: number;
    readonly rows: Private<readonly RescoredRow[]>;
    readonly passed: boolean;
  };
  /** Nothing in hand. */
  nothingInHand: { readonly archived: ArchivedYear | null; readonly next: number };
  notice: {
    readonly number: number;
    readonly content: YearNotice & { readonly until: string };
    readonly entryCount: number;
    readonly head: string;
  };
  noticeEnded: {
    readonly year: number;
    readonly open: Private<readonly number[]>;
    readonly moved: Private<readonly MovedRow[]>;
    readonly rescored: Private<readonly RescoredRow[]>;
    /** Letters with its notices that may not have arrived. */
    readonly inDoubt: readonly number[];
  };
  overview: {
    readonly progress: Private<Progress>;
    readonly table: Private<YearTable | null>;
    readonly moved: Private<readonly MovedRow[]>;
    readonly rescored: Private<readonly RescoredRow[]>;
  };
  /** Said in the group; the picture follows. */
  pictured: { readonly year: number };
  /** To the superior. */
  pleaseAudit: {
    readonly branch: string;
    readonly body: Progress['body'];
    readonly vote: Private<YearVote>;
    readonly table: Private<YearTable>;
  };
  published: { readonly year: number; readonly number: number; readonly until: string };
  selfAssessed: { readonly view: Private<SelfView>; readonly before: boolean };
  selfAssessment: { readonly view: Private<SelfView>; readonly open: boolean };
  summed: { readonly table: Private<YearTable>; readonly progress: Private<Progress> };
  /** To the superior, when a tier is set after the meeting's decision. */
  tierChangedAbove: {
    readonly branch: string;
    readonly year: number;
    readonly row: Private<MovedRow>;
    readonly reason: Private<string | null>;
  };
  tierSet: {
    readonly year: number;
    readonly row: Private<MovedRow>;
    readonly reason: Private<string | null>;
    readonly outstanding: Private<Outstanding>;
    /** Number of the member's own notice, and its last day; null: a sheet that is to be put up. */
    readonly notice: { readonly number: number; readonly until: string | null } | null;
    readonly stage: Stage;
  };
  /** Oldest first; `next`: the one in hand. */
  unfinished: { readonly standings: Private<readonly Progress[]>; readonly next: Private<Progress | null> };
  yearStart: { readonly year: number };
}

/** Why a step of the year was not taken. */
export interface YearRefusals {
  /** Candidates for 优秀 of whom the meeting has not said yes or no. */
  candidatesOpen: {
    readonly year: number;
    readonly vote: YearVote;
    readonly persons: readonly PersonRef[];
    /** Recorded as 优秀 before. */
    readonly recorded: readonly PersonRef[];
  };
  forSecretary: Record<string, never>;
  /** 上级 would pass what the meeting has to look at again. */
  movedBeforeAudit: { readonly year: number; readonly persons: readonly PersonRef[] };
  mustDecideAgain: {
    readonly year: number;
    readonly persons: readonly { readonly person: PersonRef; readonly proposed: TierId | null }[];
  };
  /** Named as 优秀, though the score proposes something else. */
  noCandidate: { readonly year: number; readonly person: PersonRef };
  noResults: Record<string, never>;
  nobodyListed: { readonly year: number };
  /** No year has ended that is not archived. */
  notEnded: { readonly year: number; readonly archived: ArchivedYear | null };
  notListed: { readonly person: PersonRef; readonly year: number };
  notRated: { readonly person: PersonRef; readonly left: boolean };
  noticeInDoubt: { readonly number: number; readonly letter: number };
  noticeRuns: { readonly until: string };
  /** A sheet of the year's results waits to be put up. */
  noticeUnposted: { readonly number: number; readonly how: PostedHow };
  onlySecretarysTier: Record<string, never>;
  openMatters: {
    readonly year: number;
    readonly numbers: readonly number[];
    readonly before: 'decision' | 'archive';
  };
  /** Another step comes first, or has been taken already; `stage` says which. */
  outOfOrder: { readonly progress: Omit<Progress, 'returned'> };
  ownFollowUp: Record<string, never>;
  ownTier: { readonly deputy: boolean };
  pairedWithHimself: Record<string, never>;
  reasonOwed: {
    readonly year: number;
    readonly person: PersonRef;
    readonly tier: TierId;
    readonly total: number;
  };
  /** Recorded as 优秀 before, and the meeting's line leaves them out. */
  recordedNotNamed: {
    readonly year: number;
    readonly vote: YearVote;
    readonly named: readonly PersonRef[];
    readonly left: readonly PersonRef[];
  };
  /** Before it is archived: leaves without a ruling, and activities that were held and are not closed. */
  registerOpen: {
    readonly year: number;
    readonly leaves: readonly number[];
    readonly unclosed: readonly ActivityRef[];
  };
  remarksOwed: Record<string, never>;
  selfClosed: { readonly year: number };
  selfNotScored: { readonly why: WhyNotScored | 'notYetHere'; readonly year: number };
  selfWrong: {
    readonly problem: SelfProblem;
    readonly items: readonly BaseItem[];
    readonly entered: PersonRef | null;
  };
  selfYear: { readonly year: number; readonly open: readonly number[] };
  textTooLong: { readonly most: number };
  tierBarred: {
    readonly year: number;
    readonly person: PersonRef;
    readonly why: TierBarred;
    readonly total: number;
  };
  /** A tier that the meeting set does not fit the score any more. */
  tierStale: { readonly year: number; readonly person: PersonRef; readonly tier: TierId };
  tierUnmoved: { readonly person: PersonRef; readonly year: number };
  voteIncomplete: { readonly body: Progress['body']; readonly entitled: number };
  voteWrong: {
    readonly year: number;
    readonly why: VoteProblem;
    readonly vote: YearVote;
    readonly body: Progress['body'];
    readonly most: number;
  };
}
