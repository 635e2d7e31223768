import type { Action } from '../actions/rows.js';
import type { Appraisal, AppraisalVoter } from '../appraisal/rows.js';
import type { Activity, Attendance, AttendanceChange } from '../attendance/rows.js';
import type { Care } from '../care/rows.js';
import type { DuesPayment, DuesStep } from '../dues/rows.js';
import type { Hold, Notice, Posting, Postponement } from '../notice/rows.js';
import type { Offer } from '../plain/rows.js';
import type { LedgerEntry } from '../points/rows.js';
import type { ReportNote } from '../reports/rows.js';
import type {
  Account,
  ClaimCode,
  Election,
  Office,
  Person,
  ProxyEntry,
  RosterChange,
} from '../roster/rows.js';
import type { AdoptedReading, AdoptedRulebook } from '../rulebook/rows.js';
import type { Matter, Ruling } from '../rulings/rows.js';
import type { Material, Remark, Witness } from '../rulings/attached-rows.js';
import type { FollowUp, SelfAssessment, YearRecord, YearStep } from '../year/rows.js';

/**
 * What the bot knows about one branch, as rows. The store keeps one table for each key of `Rows`;
 * every row belongs to exactly one branch, whose id is not repeated here.
 *
 * Dates are `YYYY-MM-DD`, instants `YYYY-MM-DDTHH:MM:SS`, both Asia/Shanghai. Persons, matters,
 * activities and notices are numbered 1, 2, 3 … within the branch.
 */

/** What the bot must remember of its talk with one person between two lines. */
export interface Talk {
  readonly person: number;
  /** The list that `/确认 全部` showed last: each number, a blank, and a hash of its card as it was shown. */
  readonly shown: readonly string[];
  /** `/材料 N`, `/纪要 活动` or `/细则 原文` (0) waits for a file of the same person until then. */
  readonly materialFor: number | null;
  readonly picturesFor: number | null;
  readonly materialUntil: string | null;
}

export interface StoredFile {
  readonly id: number;
  readonly kind: 'picture' | 'file';
  readonly sha256: string;
  readonly size: number;
  /** Encrypted at rest, like the content beside it. */
  readonly name: string;
}

/** Table name → row. */
export interface Rows {
  person: Person;
  office: Office;
  election: Election;
  account: Account;
  claimCode: ClaimCode;
  activity: Activity;
  attendance: Attendance;
  attendanceChange: AttendanceChange;
  matter: Matter;
  witness: Witness;
  material: Material;
  remark: Remark;
  ruling: Ruling;
  entry: LedgerEntry;
  notice: Notice;
  posting: Posting;
  hold: Hold;
  postponement: Postponement;
  talk: Talk;
  offer: Offer;
  file: StoredFile;
  rulebook: AdoptedRulebook;
  reading: AdoptedReading;
  rosterChange: RosterChange;
  proxyEntry: ProxyEntry;
  dues: DuesPayment;
  duesStep: DuesStep;
  care: Care;
  action: Action;
  appraisal: Appraisal;
  appraisalVoter: AppraisalVoter;
  selfAssessment: SelfAssessment;
  yearStep: YearStep;
  yearRecord: YearRecord;
  followUp: FollowUp;
  reportNote: ReportNote;
}

export type TableName = keyof Rows;

/** One row written: inserted, or replaced where the table allows it. */
export type Change = { [T in TableName]: { readonly table: T; readonly row: Rows[T] } }[TableName];

/** Makes a change; only here so that a call reads `put('matter', {...})`. */
export function put<T extends TableName>(table: T, row: Rows[T]): Change {
  return { table, row } as Change;
}
