import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startBotProcess, type BotProcess, type BotProcessOptions } from '../../../src/cli/play/process.js';

/** Kills before the `at`-th continuation, or step on the disk, after the message has arrived. */
export interface Kill {
  readonly at: number;
  readonly message: string;
  readonly before?: 'continuation' | 'step';
  /** Kills nobody: a file that gets the continuations before which something changed that outlives the process. */
  readonly map?: string;
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const snapshot = execFileSync(process.execPath, [here('snapshot.mjs')], { encoding: 'utf8' });

/** A bot to be killed: a real process, which starts out of a snapshot in a fifth of the time. */
export function startKilled(
  databaseFile: string,
  now: string,
  onSaid: BotProcessOptions['onSaid'],
  kill?: Kill,
): Promise<BotProcess> {
  return startBotProcess({
    ...{ databaseFile, now, onSaid, rulebookFile: '', execArgv: ['--snapshot-blob', snapshot] },
    ...(kill && {
      env: {
        KILLER: here(`at-${kill.before ?? 'continuation'}.cjs`),
        KILL_AT: String(kill.at),
        KILL_MESSAGE: kill.message,
        ...(kill.map !== undefined && { KILL_MAP: kill.map }),
      },
    }),
  });
}
