import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Outbound } from '../../../src/app/ports/channel.js';
import { foundBranch, type Founder } from '../../../src/app/roster/found.js';
import { done, openUseCase } from '../../../src/app/use-case.js';
import { founder } from '../../../src/cli/stage/founder.js';
import { openStage } from '../../../src/cli/stage/stage.js';
import type { Change } from '../../../src/domain/branch/rows.js';
import type { Bot } from '../../../src/start/bot.js';
import { loadRulebook } from '../../../src/start/files/rulebook-file.js';

/** A bot on a real file with a clock set by the test; keeps what it says in order. */
export interface ClockBot {
  readonly bot: Bot;
  readonly branch: string;
  /** `群:…` in the group, `李强:…` in private; nothing for a picture alone. */
  readonly said: string[];
  now: string;
  /** Writes rows as other subjects' commands would. */
  seed(...changes: readonly Change[]): Promise<void>;
  say(account: string, text: string): Promise<void>;
  runDue(): Promise<void>;
}

export const people: readonly Founder[] = [
  founder('张三'),
  founder('王芳'),
  founder('赵敏', { offices: ['recorder'] }),
  founder('李强', { offices: ['secretary'] }),
  founder('钱进', { offices: ['deputySecretary'] }),
  founder('周涛'),
];

const folders: string[] = [];

export function freshFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-clock-'));
  folders.push(folder);
  return join(folder, 'zhibu.db');
}

export function removeFiles(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

const seedRows = (changes: readonly Change[]) =>
  openUseCase({
    name: 'test.seed',
    who: 'clock',
    place: 'anywhere',
    input: foundBranch.input,
    run: () => done({ changes, replies: [] }),
  }).intent({ people: [] });

let messages = 0;

/** Opens the file and founds a new branch. Starting catches up. */
export async function openBot(file: string, now: string): Promise<ClockBot> {
  const said: string[] = [];
  const stage = await openStage({
    ...{ databaseFile: file, clock: now },
    rulebook: await loadRulebook('rulebooks/2018.yaml'),
    founding: { branch: '机关第一党支部', people },
    onSaid: ({ chat, text }: Outbound) => {
      if (text !== '') said.push(`${chat.kind === 'group' ? '群' : chat.account}：${text}`);
    },
  });
  const { bot, clock } = stage;
  const [branch = ''] = bot.store.branches().map(({ id }) => id);
  return {
    ...{ bot, branch, said },
    get now() {
      return clock.now();
    },
    set now(at) {
      clock.set(at);
    },
    seed: (...changes) =>
      bot.handle(
        {
          ...{ branch, speaker: null, files: [] },
          message: { channel: 'founding', messageId: `seed${(messages += 1)}` },
        },
        () => ({ kind: 'intent', intent: seedRows(changes) }),
      ),
    async say(account, text) {
      await stage.whisper(account, text);
    },
    async runDue() {
      await stage.listen(() => bot.runDue(clock.now()));
    },
  };
}
