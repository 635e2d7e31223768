import type { HalfYear } from '../../domain/period/half-year.js';
import type { RegisterPart } from '../../domain/roster/register-part.js';
import type { ChannelFile } from './channel.js';

/**
 * An ordered paper, as data: which one, about whom and when. The letter that carries the paper keeps it, so that the
 * same paper is made again after a crash; the reading worker makes the files. Years are assessment years, quarters 1–4,
 * persons and activities numbers of the branch.
 */
export type PaperOrder =
  /** 考核表: annex 2 of the source. */
  | { readonly paper: 'memberForm'; readonly person: number; readonly year: number }
  /** The same of many members in one file, in this order. */
  | { readonly paper: 'memberForms'; readonly persons: readonly number[]; readonly year: number }
  /** 积分汇总(公示)表: annex 3 of the source. `quarter` null: the whole year. */
  | {
      readonly paper: 'summary';
      readonly year: number;
      readonly quarter: number | null;
      readonly order: NameOrder;
      /** A sheet for the notice board, legible from two metres. */
      readonly large: boolean;
    }
  /** 党员信息卡. */
  | { readonly paper: 'memberCard'; readonly person: number; readonly year: number }
  | { readonly paper: 'memberCards'; readonly persons: readonly number[]; readonly year: number }
  /** 党员活动记录本: one activity, or those of a period. `quarter` null: the whole year. */
  | { readonly paper: 'activityRecord'; readonly activity: number }
  | { readonly paper: 'logbook'; readonly year: number; readonly quarter: number | null }
  /** The activities of one member. */
  | {
      readonly paper: 'memberLogbook';
      readonly person: number;
      readonly year: number;
      readonly quarter: number | null;
    }
  /** 各类别台账. `part` null: everybody. */
  | {
      readonly paper: 'register';
      readonly register: RegisterKind;
      readonly part: RegisterPart | null;
      readonly year: number;
      readonly quarter: number | null;
    }
  /** One part of the archive of activities for the cloud platform; `period` null: chosen in another way. */
  | {
      readonly paper: 'cloudArchive';
      readonly period: { readonly year: number; readonly quarter: number | null } | null;
      readonly contents: readonly ArchiveContent[];
      readonly part: number;
      readonly parts: number;
    }
  /** The table of a publication as it was posted. */
  | { readonly paper: 'publicationPicture'; readonly notice: number }
  /** The same as a sheet to put up or to read out, with a second one in large letters. */
  | { readonly paper: 'noticeSheet'; readonly notice: number }
  /** How far the year end has got. */
  | { readonly paper: 'yearPicture'; readonly year: number }
  /** A member's score with its lines: private. */
  | { readonly paper: 'scoreCard'; readonly person: number; readonly year: number }
  /** Stored pictures and files, as they came in: the evidence of a matter. */
  | { readonly paper: 'evidence'; readonly files: readonly number[] }
  | ReportOrder;

/** 半年检查, 年度 and 分类管理 reports: data, analysis, examples, own practices. */
export type ReportOrder =
  | ({ readonly paper: 'report'; readonly report: 'half' } & HalfYear)
  | { readonly paper: 'report'; readonly report: 'year' | 'category'; readonly year: number };

/** Papers that show only what everybody in the group may see. */
export type PublicPaper = Extract<PaperOrder, { readonly paper: 'publicationPicture' | 'yearPicture' }>;

export type RegisterKind = 'members' | 'points' | 'attendance' | 'dues';

/** By roster, or by strokes of the surname. */
export type NameOrder = 'roster' | 'strokes';

/** A file of a paper; `name` is what it is called in the chat. */
export type PaperFile = ChannelFile;

/** Makes papers away from the thread of the messages. */
export interface Papers {
  /**
   * @param today the date printed on the paper.
   * @throws when the branch cannot be read or the paper not be made
   */
  make(branch: string, order: PaperOrder, today: string): Promise<readonly PaperFile[]>;
  /** Gives up what is being made: it has hung, and the next paper would wait behind it. */
  giveUp(): void;
}

/** An activity in one part of an archive, with the files of it that this part carries. */
export interface ArchiveContent {
  readonly activity: number;
  readonly files: readonly number[];
}
