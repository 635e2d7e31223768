import type { Sums } from '../points/score.js';
import type { TierId } from '../rulebook/schema.js';
import type { YearVote } from './vote.js';

/** Points members give themselves for the base items, in order; they never move the score. Encrypted at rest. */
export interface SelfAssessment {
  readonly person: number;
  readonly year: number;
  readonly points: readonly number[];
  readonly recordedAt: string;
}

/** One member when a year is summed up or archived. */
export interface YearLine extends Sums {
  readonly person: number;
}

/** A line with the tier that the numbers propose; null: not rated (预备). */
export interface ProposedLine extends YearLine {
  readonly proposed: TierId | null;
}

/**
 * One step of the year-end procedure (annex 1, 考核流程). Append-only; its steps, the last return or re-opening included,
 * say how far the year has got. `data` is encrypted at rest.
 */
export interface YearStep {
  readonly id: number;
  readonly year: number;
  readonly at: string;
  readonly by: number;
  readonly data: YearStepData;
}

export type YearStepData =
  /** 汇总: scores and proposed tiers as of this moment. */
  | { readonly step: 'summary'; readonly lines: readonly ProposedLine[] }
  /**
   * 等次: the meeting departs from the proposal, or chooses; `reason` null where none is owed. `line` is what it had
   * before it.
   */
  | {
      readonly step: 'tier';
      readonly person: number;
      readonly tier: TierId;
      readonly reason: string | null;
      readonly line: ProposedLine;
    }
  /** 评定 */
  | {
      readonly step: 'decision';
      readonly body: 'committee' | 'generalMeeting';
      readonly vote: YearVote;
    }
  /** 上级审核 */
  | { readonly step: 'audit'; readonly passed: boolean; readonly remarks: string | null }
  /** 年度公示, and its last day */
  | { readonly step: 'notice'; readonly notice: number; readonly until: string }
  /** A tier changed by a correction: seven new days for this member. */
  | {
      readonly step: 'memberNotice';
      readonly person: number;
      readonly notice: number;
      readonly until: string;
    }
  /** `imported`: number of the matter by which the result of a year before the bot was taken over. */
  | { readonly step: 'archive'; readonly imported?: number };

/** A member's year as it was archived. Append-only: nothing of it changes; a 补正 is shown beside it. */
export interface YearRecord extends YearLine {
  readonly year: number;
  /** Null: not rated (预备). */
  readonly tier: TierId | null;
  readonly archivedAt: string;
  readonly rulebook: string;
  /** Rank among those rated, 1 is the highest; only the secretary ever sees it. Encrypted at rest. */
  readonly rank: number | null;
  /** How many were rated. */
  readonly scoredMembers: number;
  /** Taken over from a table of the year, by the ruling on this matter; encrypted at rest. */
  readonly imported?: {
    readonly matter: number;
    /** Row of the table in the file. */
    readonly line: number;
    /** The table named no tier: it is what the score proposes. */
    readonly byScore: boolean;
    readonly remark: string | null;
  };
}

/**
 * 组织处置 as the meeting decided and 上级 approved it (办法 of August 2024). Days; null: not on record. Each line of
 * `/处置` keeps the whole as it then stood.
 */
export interface Disposal {
  /** 限期改正, 劝退, 除名. */
  readonly measure: 'correction' | 'persuasion' | 'removal';
  readonly meetingOn: string | null;
  readonly heardOn: string | null;
  readonly approvedOn: string | null;
  readonly deliveredOn: string | null;
  /** Number of the superior's document. */
  readonly paper: string | null;
  /** Last day of the term of 限期改正. */
  readonly until: string | null;
  readonly result: { readonly on: string; readonly text: string } | null;
  /** It ended because another one was decided. */
  readonly supersededBy?: Disposal['measure'];
  /** A line after the result, beside the one it completes or puts right: the day of entry. */
  readonly amendedOn?: string;
}

/** What followed a low score (annex 1, 考核应用): 谈话, 结对, 整改, 处置. Encrypted at rest but for number, person and year. */
export interface FollowUp {
  readonly id: number;
  readonly person: number;
  readonly year: number;
  readonly kind: 'talk' | 'pairing' | 'improvement' | 'disposal';
  /** The partner of a pairing. */
  readonly partner: number | null;
  /** Id of the outcome in the rulebook, for an improvement. */
  readonly outcome: string | null;
  readonly on: string;
  readonly recordedBy: number;
  readonly recordedAt: string;
  readonly text: string | null;
  readonly disposal?: Disposal;
}
