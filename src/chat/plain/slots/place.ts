import type { Context } from '../../../app/use-case.js';
import type { CommandList, Word } from '../../define.js';
import type { Filling } from '../match.js';

/** What a slot sees while it looks for itself in unspaced text. */
export interface Place {
  readonly text: string;
  readonly at: number;
  readonly context: Context;
  readonly commands: CommandList;
  /** The word of the command that it fills. */
  readonly word: Word<unknown>;
  /** Its words are testimony: whatever they say, they are kept as they are. */
  readonly isOwnWords: boolean;
}

/** What a slot can be at a place. */
export type Finder = (place: Place) => readonly Filling[];

export const said = (written: string, end: number): readonly Filling[] => [{ written, end, free: 0 }];
