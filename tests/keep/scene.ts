import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Run } from '../../src/cli/command-line.js';
import { sharedReading } from '../../src/cli/stage/reading.js';
import { openStage, type Stage } from '../../src/cli/stage/stage.js';
import { readConfig } from '../../src/config.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { people } from '../support/branch/clock-bot.js';
import { hexIn } from '../../src/store/sealing/key.js';

export const firstKey = 'cd'.repeat(32);
const rulebook = await loadRulebook('rulebooks/2018.yaml');

/** A folder as an office has it: the key in a file beside the database. */
export function newOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-keep-'));
  const file = join(folder, 'zhibu.db');
  writeFileSync(`${file}.key`, `${firstKey}\n`, { mode: 0o600 });
  const key = () => hexIn(`${file}.key`) ?? '';
  return {
    folder,
    file,
    key,
    backups: join(folder, 'backups'),
    open: (clock: string): Promise<Stage> =>
      openStage({
        ...{ databaseFile: file, rulebook, clock, key: key() },
        ...(existsSync(file) ? {} : { founding: { branch: '机关第一党支部', people } }),
      }),
    /** A command line, with the settings of that folder. */
    async call(run: Run, words: readonly string[], settings: Readonly<Record<string, string>> = {}) {
      const lines: string[] = [];
      const code = await run(words, {
        config: () => readConfig({ DATABASE_URL: `file:${file}`, ...settings }),
        say: (text) => lines.push(text),
        complain: (text) => lines.push(text),
        ask: null,
        reading: sharedReading,
      });
      return { code, text: lines.join('\n') };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export type Office = ReturnType<typeof newOffice>;

/** One confirmed bonus of 张三; `number` of its matter. */
export async function bonus(stage: Stage, number: number): Promise<void> {
  await stage.whisper('赵敏', `/加分 张三 8 第${number}次献血 证明 王芳、周涛`);
  await stage.whisper('王芳', `/证明 ${number}`);
  await stage.whisper('周涛', `/证明 ${number}`);
  await stage.whisper('李强', `/确认 ${number}`);
}

export async function scoreOf(stage: Stage, name: string): Promise<string> {
  const [first] = await stage.whisper(name, '/积分');
  return first?.text.split('\n')[0] ?? '';
}
