import type { Context } from '../../app/use-case.js';
import type { CommandList, Word } from '../define.js';

/** What a slot sees while it looks for itself in unspaced text. */
export interface Place {
  readonly text: string;
  readonly at: number;
  readonly context: Context;
  readonly commands: CommandList;
  /** The word of the command that it stands for. */
  readonly word: Word<unknown>;
  /** Its words are testimony: whatever they say, they are kept as they are. */
  readonly isOwnWords: boolean;
}
