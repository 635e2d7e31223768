import type { PersonRef } from '../../domain/branch/people.js';
import type { Period } from '../../domain/notice/period.js';
import type { Notice, PostedHow, Posting } from '../../domain/notice/rows.js';
import type { Publication } from '../../domain/notice/publication.js';
import type { ReminderMoment } from '../../domain/notice/reminders.js';
import type { Private } from '../../domain/private.js';
import type { ActivityRef } from '../../domain/attendance/references.js';
import type { MatterCard, Step } from '../matters/card.js';
import type { AuditLine, Overview, Status } from '../status/says.js';

interface Posted {
  readonly notice: Notice;
  readonly posting: Posting;
  readonly until: string | null;
}

/** As it was typed. */
interface WrittenPosting {
  readonly how: PostedHow;
  readonly on: string;
  readonly place: string;
}

export interface NoticeSays {
  /** In the group, without names: leave is private. */
  activityReminder: {
    readonly activity: ActivityRef;
    readonly place: string;
    readonly required: boolean;
    readonly moment: ReminderMoment;
  };
  alreadyHeld: { readonly period: Period; readonly heldBy: PersonRef; readonly heldAt: string };
  /** `letter`: the one that may not have arrived. */
  alreadyPublished: {
    readonly period: Period;
    readonly number: number;
    readonly postedAt: string;
    readonly letter: number | null;
  };
  audit: { readonly acts: Private<readonly AuditLine[]> };
  /** `since`: the branch's first day. */
  beforeBranch: { readonly period: Period; readonly since: string };
  /** It is over since so many days and not closed. */
  closingDue: { readonly activity: ActivityRef; readonly days: number };
  /** It was sent again on a later day. */
  daysAgain: { readonly number: number; readonly until: string };
  digest: {
    readonly cards: Private<readonly MatterCard[]>;
    /** What the reader must do before others can rule. */
    readonly own: Private<readonly { readonly card: MatterCard; readonly step: Step }[]>;
    /** Days since each was opened. */
    readonly waited: readonly { readonly number: number; readonly days: number }[];
    /** Open matters whose proof is not complete. */
    readonly unproven: number;
    /** Letters that may or may not have arrived. */
    readonly uncertain: number;
  };
  held: { readonly periods: readonly Period[] };
  /** To the other officers. */
  heldByOther: {
    readonly periods: readonly Period[];
    readonly heldBy: PersonRef;
    readonly reason: Private<string>;
  };
  holdReasonTooLong: { readonly most: number };
  holdReminder: {
    readonly period: Period;
    readonly heldBy: PersonRef;
    readonly heldAt: string;
    readonly reason: Private<string>;
    readonly ended: boolean;
  };
  holdTooLate: {
    readonly period: Period;
    readonly number: number;
    readonly postedAt: string;
    /** Else its sheet was made, and nobody has said yet that it hangs. */
    readonly isPublic: boolean;
  };
  nobodyListed: { readonly period: Period };
  /** `ready`: one that could be published instead. */
  notEnded: { readonly period: Period; readonly ready: Period | null };
  /** `number`: of which was spoken; null: of none. */
  nothingToPost: { readonly number: number | null };
  /** To the inspector, who looks after no bot. */
  overview: { readonly overview: Private<Overview> };
  /** In the group: one sentence, without scores. `until`: the last day of the year's public notice. */
  posted: Posted;
  /** Not of a day to come, nor before the sheet was `made`. */
  postingDate: WrittenPosting & { readonly notice: Notice; readonly made: string };
  postingPlaceTooLong: { readonly most: number };
  postingRecorded: Posted;
  postingReminder: { readonly notice: Notice };
  preview: {
    readonly content: Private<Publication>;
    readonly publishAt: string;
    readonly held: boolean;
    readonly how: PostedHow;
    /** An outage delayed it, and the publication with it. */
    readonly late: boolean;
    /** Without secretary and deputy nothing leaves by itself. */
    readonly hasOfficer: boolean;
  };
  publicAlready: { readonly notice: Notice; readonly posting: Posting | null };
  publication: {
    readonly number: number;
    readonly content: Publication;
    readonly entryCount: number;
    readonly head: string;
  };
  /** To those above and the recorder: nobody who could have looked at it first is in office. */
  publicationWaits: { readonly period: Period };
  published: { readonly period: Period; readonly number: number };
  released: { readonly period: Period; readonly publishAt: string };
  /** With the sheet: when and where it is put up or read out is asked for. */
  sheet: { readonly notice: Notice };
  /** In the group, where it was asked for. */
  sheetMade: { readonly notice: Notice };
  status: { readonly status: Private<Status>; readonly overview: Private<Overview | null> };
  whichPeriod: { readonly periods: readonly Period[] };
  whichPosting: WrittenPosting & { readonly notices: readonly Notice[] };
}
