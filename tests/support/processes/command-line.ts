import type { Run } from '../../../src/cli/command-line.js';
import { sharedReading } from '../../../src/cli/stage/reading.js';
import { readConfig } from '../../../src/config.js';

interface Called {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Settings {
  readonly database: string;
  readonly key?: string;
  /** The answer at the terminal; without it there is no terminal. */
  readonly answer?: string;
}

/** Runs a command line in this process, which has one thread for reading. `tests/cli/command-lines.test.ts` starts the real ones. */
export async function call(run: Run, settings: Settings, ...words: readonly string[]): Promise<Called> {
  const { database, key = 'ab'.repeat(32), answer } = settings;
  const heard = { out: '', err: '' };
  const code = await run(words, {
    config: () =>
      readConfig({ DATABASE_URL: `file:${database}`, BRANCH_NAME: '机关第一党支部', ZHIBU_KEY: key }),
    say: (text) => (heard.out += `${text}\n`),
    complain: (text) => (heard.err += `${text}\n`),
    ask: answer === undefined ? null : () => Promise.resolve(answer),
    reading: sharedReading,
  });
  return { code, ...heard };
}
