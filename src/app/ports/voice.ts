import type { Button, ChannelFile } from './channel.js';
import type { AnySay } from '../says.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';

/** What a sentence needs besides its facts. */
export interface View {
  readonly now: string;
  readonly today: string;
  readonly rulebook: Rulebook;
  /** Another year is described in the words of its own rulebook. */
  readonly rulebookOf: (year: number) => Rulebook;
  /** Name of the branch that speaks, where the hearer belongs to several: then numbers carry it (一支部#3). */
  readonly among?: string;
}

/** Turns codes and facts into Chinese; implemented by `chat/replies`. */
export interface Voice {
  say(words: AnySay, view: View): string;
  /** Buttons below the sentence, with the matter they are about; each types a line. */
  card(
    words: AnySay,
    view: View,
  ): { readonly matter: number; readonly buttons: readonly Button[] } | undefined;
  /** Whether everybody in the group is called, where the channel can. */
  callsAll(words: AnySay): boolean;
  /** In place of files that the channel cannot carry. */
  leftOut(files: readonly Pick<ChannelFile, 'kind' | 'name'>[]): string;
  /** Below a text whose paper could not be made. */
  readonly paperMissing: string;
  /** “系统出错，已记录（编号…）” */
  failure(reference: string): string;
}
