import type { UnreadableDocument } from '../ports/document-reader.js';
import type { FileProblem } from '../ports/rulebook-reader.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Setting, SettingValue } from '../../domain/rulebook/settings.js';
import type { WordingProblem } from '../../domain/rulebook/wording.js';
import type { Seat } from '../matters/seat.js';

interface Adoption {
  readonly number: number;
  readonly version: string;
  readonly title: string;
  readonly meetingOn: string;
  readonly fromYear: number;
}

interface SettledReading {
  readonly number: number;
  readonly setting: Setting;
  readonly from: SettingValue;
  readonly to: SettingValue;
}

export interface RulebookSays {
  /** In the group, where the ruling was made elsewhere. */
  adopted: Adoption;
  /** To the superior committee. */
  adoptedAbove: Adoption & { readonly branch: string };
  badFile: { readonly name: string; readonly problems: readonly FileProblem[]; readonly most: number };
  /** Ids of categories that members of the branch are in. */
  categoriesMissing: { readonly version: string; readonly missing: readonly string[] };
  knownVersion: { readonly version: string; readonly fromYear: number; readonly running: boolean };
  meetingMissing: Record<string, never>;
  /** A picture, or far too large to be a rulebook. */
  notAFile: { readonly name: string };
  oneFile: { readonly meetingOn: string };
  proposed: Adoption & { readonly seat: Seat };
  /** To the superior committee. */
  readingAbove: SettledReading & { readonly branch: string };
  readingAlready: { readonly setting: Setting; readonly to: SettingValue };
  readingProposed: SettledReading & { readonly seat: Seat };
  /** In the group, where the ruling was made elsewhere. */
  readingSettled: SettledReading;
  readingWaits: { readonly setting: Setting; readonly number: number };
  waits: { readonly version: string; readonly number: number };
  wordingAlready: { readonly name: string };
  /** The file may follow until then. */
  wordingAwaited: { readonly until: string };
  wordingFileMissing: Record<string, never>;
  /** To the sender of the annex: what was read, beside what is said now. */
  wordingFound: {
    readonly before: Rulebook;
    readonly after: Rulebook;
    /** Numbers that the rulebook does not have. */
    readonly unknown: readonly number[];
  };
  wordingProposed: { readonly number: number; readonly count: number; readonly seat: Seat };
  wordingRefused: { readonly name: string; readonly problems: readonly WordingProblem[] };
  wordingUnreadable: { readonly name: string; readonly why: UnreadableDocument };
  wordingWaits: { readonly number: number };
}
