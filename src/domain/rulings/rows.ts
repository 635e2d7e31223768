import type { Recorded, Truth } from '../attendance/rows.js';
import type { Standing } from '../roster/rows.js';
import type { Setting, SettingValue } from '../rulebook/settings.js';
import type { FormerLine } from '../year/former-line.js';
import type { RecordedVote } from './votes.js';

/**
 * `open` waits for evidence or a ruling; `confirmed`, `rejected`: ruled; `withdrawn`: taken back by its proposer;
 * `closed` fell with what it hung on; `cancelled`: an approved leave given up.
 */
export type MatterState = 'open' | 'confirmed' | 'rejected' | 'withdrawn' | 'closed' | 'cancelled';

export interface MatterBase {
  readonly number: number;
  readonly state: MatterState;
  readonly subject: number;
  readonly proposer: number;
  readonly openedAt: string;
  /** How many appointments the branch had seen: later ones give no say in matters of the secretary. */
  readonly appointments: number;
  /** Drafted by the bot's own registers: only a ruling ends it, its proposer cannot take it back. */
  readonly drafted: boolean;
  /** Closed without a ruling as its subject was entered as dead: it comes back with them if that was an error. */
  readonly fellWithDeath?: true;
}

/** Where a file holds a line; the file itself is kept. */
interface Source {
  /** Id of the stored file. */
  readonly file: number;
  readonly sheet: string;
  /** Row as the spreadsheet counts it. */
  readonly line: number;
}

/** A bonus or deduction waiting for a ruling, or ruled. `points` are signed. */
export interface PointsMatter extends MatterBase {
  readonly kind: 'bonus' | 'deduction';
  readonly item: number;
  readonly grade: string | null;
  readonly times: number;
  readonly points: number;
  readonly deedOn: string;
  /** Set when the closing of this activity drafted it (item 16). */
  readonly activity: number | null;
  /** Encrypted at rest. */
  readonly reason: string;
  /** `YYYY-MM`: the month of dues it is for (item 17): drafted for it by the register, or named by hand. */
  readonly duesMonth?: string;
  /** The reason names another day than `deedOn`; `on`: null where no certain day is meant (上周). Encrypted at rest. */
  readonly otherDay?: { readonly said: string; readonly on: string | null };
  /** Its subject heard of it before a witness took back what made it complete. */
  readonly subjectTold?: true;
  /** Closed without a ruling (a stronger grade was confirmed, a death entered by mistake): it waits again since then. */
  readonly waitsAgainSince?: string;
  /** A rejected matter that an upheld objection sends to a different ruler. */
  readonly redoes?: number;
  /** It was read out of a table that the branch had kept by hand; encrypted at rest. */
  readonly source?: Source;
}

export interface LeaveMatter extends MatterBase {
  readonly kind: 'leave';
  readonly activity: number;
  /** Leave kind of the rulebook; encrypted at rest, as illness is private. */
  readonly leaveKind: string;
  readonly reason: string | null;
}

/** Asks to put a closed register right: what the member is on it, and what is true. */
export interface AttendanceMatter extends MatterBase {
  readonly kind: 'attendance';
  readonly activity: number;
  readonly from: Recorded | null;
  readonly truth: Truth;
  readonly reason: string;
}

export interface BindingMatter extends MatterBase {
  readonly kind: 'binding';
  readonly channel: string;
  readonly account: string;
  readonly nickname: string | null;
  /** Where account ids change at every login: the one it belongs to. */
  readonly login?: string;
  /** When the person whose account it shall be agreed from the one they have. */
  readonly consentedAt?: string;
}

/** Asks to reverse what a confirmed matter posted. */
export interface CorrectionMatter extends MatterBase {
  readonly kind: 'correction';
  readonly corrects: number;
  readonly reason: string;
  /** `/补正`: the year is archived, so only the superior committee rules (SPEC §3). */
  readonly supplement?: true;
}

/** Takes a member out of scoring, or back in: first their own consent, then a ruling (annex 1, first paragraph). */
export interface ExemptionMatter extends MatterBase {
  readonly kind: 'exemption';
  /** What the member will be: out of scoring, or in it again. */
  readonly exempt: boolean;
  readonly reason: string | null;
  /** When the member consented; null: not yet. */
  readonly consentedAt: string | null;
}

/** Changes whether a member is scored, rated, votes or is one: never for oneself. */
export interface StatusMatter extends MatterBase {
  readonly kind: 'status';
  /** As it was when this was entered: of anything else the ruler was not shown. */
  readonly from: Standing;
  readonly to: Standing;
  readonly meetingOn: string;
  /** Number of the superior's document, which 退党 and 除名 need, and coming back after them. */
  readonly paper: string | null;
  /** That somebody who comes back joins. */
  readonly group?: string;
}

/** 一票否决: reported → heard → voted → certified by a ruling (annex 1, 一票否决). */
export interface VetoMatter extends MatterBase {
  readonly kind: 'veto';
  /** Number of the ground in the rulebook. */
  readonly ground: number;
  /** Decides the year whose score it overrides. */
  readonly deedOn: string;
  readonly reason: string;
  /** `statements`: how many the subject had made before the last of it was put on record. */
  readonly hearing: {
    readonly text: string;
    readonly by: number;
    readonly at: string;
    readonly statements?: number;
  } | null;
  readonly vote: RecordedVote | null;
  /** Votes that a return on procedure set aside, oldest first. */
  readonly annulled?: readonly RecordedVote[];
  /** Drafted by a ladder: the first month (`YYYY-MM`) of the run of months that brought it about. */
  readonly since: string | null;
  /** … and the last one. */
  readonly last?: string;
  /** … and all that are owed, where they need not be in a row. */
  readonly months?: readonly string[];
  /** The register no longer shows that run, so it ended; `matter`: the ruling that put the register right. */
  readonly broken?: { readonly at: string; readonly by: number; readonly matter: number | null };
}

/** What an objection is about: a matter, or a notice as it was posted. */
export type ObjectionTarget =
  | { readonly to: 'matter'; readonly number: number }
  | { readonly to: 'notice'; readonly number: number };

/**
 * 异议. Its proposer is the objector, who is shielded: no card and no reply names them. Its subject is the subject of the
 * matter, or the objector where it is about a notice.
 */
export interface ObjectionMatter extends MatterBase {
  readonly kind: 'objection';
  readonly about: ObjectionTarget;
  readonly reason: string;
  /** To a notice: answered 成立 without a correction, so it waits until somebody says what was put right. */
  readonly upheld?: { readonly by: number; readonly at: string; readonly explanation: string };
}

/** Asks to adopt another rulebook, as a meeting decided. Its proposer counts as its subject. */
export interface RulebookMatter extends MatterBase {
  readonly kind: 'rulebook';
  readonly version: string;
  readonly title: string;
  /** Null: only the words of the items change, which needs no meeting. */
  readonly meetingOn: string | null;
  /** The rulebook itself, as JSON. */
  readonly content: string;
}

/** Asks to read the rulebook otherwise from now on. Proposer and subject are who asks. */
export interface ReadingMatter extends MatterBase {
  readonly kind: 'reading';
  readonly setting: Setting;
  /** As it was when this was entered. */
  readonly from: SettingValue;
  readonly to: SettingValue;
}

/** The closed result of a year before the bot, from the table that summed it up; no one listed in it rules on it. */
export interface FormerYearMatter extends MatterBase {
  readonly kind: 'formerYear';
  readonly year: number;
  /** Id of the stored file. */
  readonly file: number;
  readonly sheet: string;
  readonly lines: readonly FormerLine[];
}

export type Matter =
  | PointsMatter
  | LeaveMatter
  | AttendanceMatter
  | BindingMatter
  | CorrectionMatter
  | ExemptionMatter
  | StatusMatter
  | VetoMatter
  | ObjectionMatter
  | RulebookMatter
  | ReadingMatter
  | FormerYearMatter;

export type MatterKind = Matter['kind'];

/** Append-only, one for each matter. */
export interface Ruling {
  readonly matter: number;
  readonly ruler: number;
  readonly decision: 'confirmed' | 'rejected';
  readonly at: string;
  /** Day of the branch meeting that decided (deductions of ten points and more). */
  readonly meetingOn: string | null;
  readonly reason: string | null;
  /** The ruler heard the subject of a deduction in person (`已听取`); encrypted at rest. */
  readonly heard?: true;
}
