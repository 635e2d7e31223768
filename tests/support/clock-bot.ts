import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { everything, type Inbound, type Outbound } from '../../src/app/ports/channel.js';
import { foundBranch, type Founder } from '../../src/app/roster/found.js';
import { done, openUseCase } from '../../src/app/use-case.js';
import { loadRulebook } from '../../src/start/rulebook-file.js';
import type { Change } from '../../src/domain/branch/rows.js';
import { createBot, type Bot } from '../../src/index.js';

export const CHANNEL = 'test';

/** A bot on a real file with a clock that the test sets; what it says is kept in order. */
export interface ClockBot {
  readonly bot: Bot;
  readonly branch: string;
  /** `群:…` in the group, `李强:…` in private; of a picture alone nothing. */
  readonly said: string[];
  now: string;
  /** Puts rows as the branch would have them after commands of other subjects. */
  seed(...changes: readonly Change[]): Promise<void>;
  say(account: string, text: string): Promise<void>;
  runDue(): Promise<void>;
}

export function founder(name: string, changed: Partial<Founder> = {}): Founder {
  return {
    name,
    kind: 'member',
    category: 'office',
    probationary: false,
    group: null,
    joinedOn: '2025-01-01',
    partyJoinedOn: null,
    phone: null,
    offices: [],
    account: { channel: CHANNEL, account: name },
    ...changed,
  };
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

/** Opens the file; founds the branch when it is new. Starting catches up. */
export async function openBot(file: string, now: string): Promise<ClockBot> {
  const state = { now };
  const said: string[] = [];
  let hear: ((message: Inbound) => Promise<void>) | undefined;
  const bot = await createBot({
    databaseFile: file,
    key: '70'.repeat(32),
    rulebook: await loadRulebook('rulebooks/2018.yaml'),
    channel: {
      name: CHANNEL,
      capabilities: everything,
      start: (receive) => {
        hear = receive;
        return Promise.resolve();
      },
      send: ({ chat, text }: Outbound) => {
        if (text !== '') said.push(`${chat.kind === 'group' ? '群' : chat.account}：${text}`);
        return Promise.resolve();
      },
      stop: () => Promise.resolve(),
    },
    clock: { now: () => state.now },
    ids: { claimCode: () => '000000', reference: () => 'E0001' },
    log: pino({ level: 'silent' }),
    botName: '机器人',
  });
  const branch = await bot.store.createBranch('机关第一党支部', now);
  await bot.store.bindGroup(branch, CHANNEL, 'g');
  const fromClock = (messageId: string, intent: ReturnType<typeof seedRows>) =>
    bot.handle({ branch, message: { channel: 'founding', messageId }, speaker: null, files: [] }, () => ({
      kind: 'intent',
      intent,
    }));
  await fromClock('founding', foundBranch.intent({ people: [...people] }));
  await bot.start();
  await bot.delivery.idle();
  return {
    bot,
    branch,
    said,
    get now() {
      return state.now;
    },
    set now(at) {
      state.now = at;
    },
    seed: (...changes) => fromClock(`seed${(messages += 1)}`, seedRows(changes)),
    async say(account, text) {
      await hear?.({
        chat: { kind: 'private', account },
        account,
        nickname: account,
        messageId: `t${(messages += 1)}`,
        text,
        files: [],
      });
      await bot.delivery.idle();
    },
    async runDue() {
      await bot.runDue(state.now);
      await bot.delivery.idle();
    },
  };
}
