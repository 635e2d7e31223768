import type { Setting, SettingValue } from './settings.js';

/**
 * A rulebook as the branch adopted it. Append-only: the years before keep the one they were kept by, so a new
 * version never changes the past (SPEC §1, rulebook).
 */
export interface AdoptedRulebook {
  readonly no: number;
  readonly version: string;
  /** The first assessment year it holds for; 0 for the one the branch was founded with. */
  readonly fromYear: number;
  /**
   * The whole rulebook, as JSON; encrypted at rest, so that its words for the tiers are not found beside the ballots.
   */
  readonly content: string;
  /** The ruling that adopted it, and the day of the meeting; null for the founding one. Words alone need no meeting. */
  readonly matter: number | null;
  readonly meetingOn: string | null;
  readonly adoptedAt: string;
}

/** A reading that the branch settled in chat. Append-only: the last one of a setting holds. */
export interface AdoptedReading {
  readonly no: number;
  readonly setting: Setting;
  readonly value: SettingValue;
  /** The ruling that adopted it. */
  readonly matter: number;
  readonly adoptedAt: string;
}
