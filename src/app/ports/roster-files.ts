import type { ImportRow } from '../../domain/roster/import-plan.js';
import type { Context } from '../use-case.js';
import type { ChannelFile } from './channel.js';

/** What a roster file would change, for people to read before anything is written. */
interface DryRun {
  /** With one of these sentences nothing can be imported. */
  readonly wrong: readonly string[];
  /** What each line changes; the columns of a table are told apart by blanks. */
  readonly text: string;
  /** Empty: there is nothing to write. */
  readonly rows: readonly ImportRow[];
}

/** Reads a table of people, as `npm run roster` does. */
export interface RosterFiles {
  read(file: ChannelFile): Promise<(context: Pick<Context, 'facts' | 'rulebook' | 'now'>) => DryRun>;
}
