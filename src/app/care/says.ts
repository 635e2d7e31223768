import type { ActivityRef } from '../attendance/says.js';
import type { Period } from '../../domain/notice/period.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { Private } from '../../domain/private.js';

/** The notice that somebody without an account has not read. */
export type NoticeSaid =
  | { readonly kind: 'announced' | 'rescheduled' | 'cancelled'; readonly activity: ActivityRef }
  | { readonly kind: 'publication'; readonly number: number; readonly period: Period }
  /** `YYYY-MM` */
  | { readonly kind: 'duesReminder'; readonly month: string };

export interface PhoneRow {
  readonly person: PersonRef;
  readonly phone: string | null;
}

export interface CareSays {
  /** To the recorder: whom to phone about a notice. */
  phoneList: { readonly notice: NoticeSaid; readonly rows: Private<readonly PhoneRow[]> };
}
