import type { ActivityRef } from '../../domain/attendance/references.js';
import type { CareReason, CareSummary } from '../../domain/care/known.js';
import type { CareKind } from '../../domain/care/rows.js';
import type { Period } from '../../domain/notice/period.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';

/** The notice that members without an account have not read. */
export type NoticeSaid =
  | { readonly kind: 'announced' | 'rescheduled' | 'cancelled'; readonly activity: ActivityRef }
  | { readonly kind: 'placeChanged'; readonly activity: ActivityRef; readonly place: string }
  | { readonly kind: 'publication'; readonly number: number; readonly period: Period }
  | { readonly kind: 'yearly'; readonly number: number; readonly year: number; readonly until: string }
  /** `YYYY-MM` */
  | { readonly kind: 'duesReminder'; readonly month: string };

interface PhoneRow {
  readonly person: PersonRef;
  readonly phone: string | null;
}

/** One person in care, as recorder and secretary see them. */
export interface CareRow extends PhoneRow, CareSummary {
  /** Empty: a member like others of whom something was noted. */
  readonly reasons: readonly CareReason[];
}

/** One entry kept about a person. */
export interface CareLine {
  readonly number: number;
  readonly kind: CareKind;
  readonly on: string;
  /** 分. */
  readonly amount: number | null;
  readonly text: string;
  readonly over: boolean;
  readonly by: PersonRef;
  readonly struckBy: PersonRef | null;
}

/** A new entry, and what is now known or was done in its year. */
export interface CareKept extends Pick<CareSummary, 'clear' | 'comforts' | 'amount'> {
  readonly person: PersonRef;
  readonly line: CareLine;
  readonly year: number;
}

export interface CareSays {
  /** The same entry of the same day. */
  already: { readonly number: number };
  alreadyStruck: { readonly number: number };
  file: { readonly row: Private<CareRow>; readonly lines: Private<readonly CareLine[]> };
  future: { readonly date: string };
  kept: { readonly kept: Private<CareKept> };
  noEntry: { readonly number: number };
  notInHardship: { readonly person: PersonRef };
  overview: { readonly rows: Private<readonly CareRow[]> };
  /** To the recorder: whom to phone about a notice. */
  phoneList: { readonly notice: NoticeSaid; readonly rows: Private<readonly PhoneRow[]> };
  struck: { readonly person: Private<PersonRef>; readonly line: Private<CareLine> };
  textTooLong: { readonly most: number };
  /** Before a festival, to recorder and secretary. */
  visitsAhead: {
    readonly festival: string;
    readonly on: string;
    readonly rows: Private<readonly CareRow[]>;
  };
}
