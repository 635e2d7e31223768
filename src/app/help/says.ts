import type { PersonRef } from '../../domain/branch/people.js';
import type { Setting, SettingValue } from '../../domain/rulebook/settings.js';
import type { Who } from '../who.js';

/** One command in a speaker's list. `subject` is the first part of its use case's name. */
export interface HelpRow {
  readonly subject: string;
  readonly name: string;
  readonly summary: string;
}

/** What the readings in force may be asked about. */
export const rulebookTopics = [
  'scoring',
  'evidence',
  'leave',
  'quotas',
  'dues',
  'tiers',
  'veto',
  'publication',
  'votes',
  'categories',
  'settings',
] as const;
export type RulebookTopic = (typeof rulebookTopics)[number];
/** … as the file has them. */
export type ReadingTopic = Exclude<RulebookTopic, 'settings'>;

/** `fromYear` null: the one that the branch was founded with. */
export interface RulebookOrigin {
  readonly fromYear: number | null;
  readonly meetingOn: string | null;
  readonly next: { readonly version: string; readonly fromYear: number } | null;
  readonly settled: readonly SettledSetting[];
  /** When the words of the annex were taken over, oldest first. */
  readonly worded: readonly Settlement[];
}

/** A ruling that settled something. */
export interface Settlement {
  readonly matter: number;
  readonly on: string;
  readonly ruler: PersonRef | null;
}

/** What the branch settles in chat: how it is now, and how it came to be so, oldest first. */
export interface SettledSetting {
  readonly setting: Setting;
  readonly value: SettingValue;
  readonly history: readonly (Settlement & { readonly value: SettingValue })[];
}

export interface HelpSays {
  command: {
    readonly summary: string;
    readonly aliases: readonly string[];
    readonly usages: readonly string[];
    readonly examples: readonly string[];
    /** Who may do what; `steps`: the word behind the command, or the whole line as it is written. */
    readonly who: readonly { readonly who: Who; readonly steps: readonly string[] }[];
    readonly note: string | null;
  };
  item: { readonly item: number };
  /** What this person may do, in the order in which it is to be read. */
  overview: { readonly rows: readonly HelpRow[]; readonly stranger: boolean };
  /** All items with points and grades, and the readings in force. */
  rulebook: RulebookOrigin;
  /** The readings about one thing. */
  settings: { readonly settled: readonly SettledSetting[] };
  topic: { readonly topic: ReadingTopic };
  unknownCommand: { readonly typed: string };
}
