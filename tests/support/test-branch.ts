import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import pino from 'pino';
import { everything, type Channel, type ChannelFile, type Inbound } from '../../src/app/ports/channel.js';
import { foundBranch, type Founder } from '../../src/app/roster/found.js';
import { loadRulebook } from '../../src/start/rulebook-file.js';
import type { LoadedRulebook } from '../../src/domain/rulebook/adopted.js';
import type { OfficeName, PersonKind } from '../../src/domain/roster/rows.js';
import { createBot, type Bot } from '../../src/index.js';
import { projectFolder } from '../../src/project-folder.js';

/** What the bot said: `to` is an account, or null for the group. */
export interface Heard {
  readonly to: string | null;
  readonly text: string;
}

/** A branch on a real store in this process, spoken to through the real reader. */
export interface TestBranch {
  readonly bot: Bot;
  readonly id: string;
  /** Says a line and resolves with everything the bot said because of it. */
  say(who: string, text: string, place?: 'group' | 'private', files?: readonly string[]): Promise<Heard[]>;
  /** Several at once, handed over in the same moment. */
  together(lines: readonly (readonly [who: string, text: string])[]): Promise<Heard[]>;
  moveTo(instant: string): void;
  /** Plain SQL on the file of the branch. */
  readonly sql: Query;
  close(): Promise<void>;
}

type Query = <T>(query: string, ...values: readonly (string | number)[]) => T[];

const group = 'group';

type Cast = Readonly<
  Record<
    string,
    { kind?: PersonKind; category?: string | null; offices?: readonly OfficeName[]; probationary?: boolean }
  >
>;

/** The scene of COMMAND-LINES.md. */
export const commandLineCast: Cast = {
  张三: {},
  王芳: { category: 'counter' },
  周涛: { category: 'institution' },
  赵敏: { offices: ['recorder'] },
  李强: { category: 'leadingCadre', offices: ['secretary'] },
  钱进: { category: 'partyAffairs', offices: ['deputySecretary'] },
  郑国: { category: 'retired' },
  孙伟: { kind: 'mass', category: null },
};

export async function openBranch(
  cast: Cast = commandLineCast,
  startAt = '2026-11-23T09:00:00',
  rulebook?: LoadedRulebook,
): Promise<TestBranch> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-branch-'));
  const databaseFile = join(folder, 'zhibu.db');
  let now = startAt;
  let hear: ((message: Inbound) => Promise<void>) | undefined;
  let heard: Heard[] = [];
  let messages = 0;
  const channel: Channel = {
    name: 'test',
    capabilities: everything,
    start: (receive) => {
      hear = receive;
      return Promise.resolve();
    },
    send: ({ chat, text }) => {
      // A picture alone is no words.
      if (text !== '') heard.push({ to: chat.kind === 'private' ? chat.account : null, text });
      return Promise.resolve();
    },
    stop: () => Promise.resolve(),
  };
  const bot = await createBot({
    databaseFile,
    key: '70'.repeat(32),
    rulebook: rulebook ?? (await loadRulebook(join(projectFolder(), 'rulebooks/2018.yaml'))),
    channel,
    clock: { now: () => now },
    ids: { claimCode: () => '000000', reference: () => 'E0001' },
    log: pino({ level: 'fatal' }),
    botName: '机器人',
  });
  await bot.start();
  const id = await bot.store.createBranch('机关第一党支部', now);
  await bot.store.bindGroup(id, 'test', group);
  const intent = foundBranch.intent({ people: Object.entries(cast).map(founder) });
  await bot.handle(
    { branch: id, message: { channel: 'founding', messageId: '1' }, speaker: null, files: [] },
    () => ({ kind: 'intent', intent }),
  );
  const deliver = async (who: string, text: string, place: 'group' | 'private', files: readonly string[]) => {
    messages += 1;
    const chat =
      place === 'group'
        ? ({ kind: 'group', id: group } as const)
        : ({ kind: 'private', account: who } as const);
    const sent = files.map((name): ChannelFile => ({ kind: 'picture', name, bytes: Buffer.from(name) }));
    await hear?.({ chat, account: who, nickname: who, messageId: `m${messages}`, text, files: sent });
  };
  const listen = async (speak: () => Promise<unknown>): Promise<Heard[]> => {
    heard = [];
    await speak();
    await bot.delivery.idle();
    return heard;
  };
  return {
    bot,
    id,
    say: (who, text, place = 'group', files = []) => listen(() => deliver(who, text, place, files)),
    together: (lines) =>
      listen(() => Promise.all(lines.map(([who, text]) => deliver(who, text, 'group', [])))),
    moveTo: (instant) => {
      now = instant;
    },
    sql: <T>(query: string, ...values: readonly (string | number)[]): T[] => {
      const db = new Database(databaseFile, { readonly: true });
      try {
        return db.prepare(query).all(...values) as T[];
      } finally {
        db.close();
      }
    },
    close: async () => {
      await bot.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function founder([name, person]: [string, Cast[string]]): Founder {
  const { kind = 'member', category = 'office', offices = [], probationary = false } = person;
  return {
    name,
    kind,
    category: kind === 'member' ? category : null,
    probationary,
    group: null,
    joinedOn: '2025-01-01',
    partyJoinedOn: null,
    phone: null,
    offices: [...offices],
    account: { channel: 'test', account: name },
  };
}

/** What the group heard, line by line. */
export function inGroup(heard: readonly Heard[]): string {
  return heard
    .filter(({ to }) => to === null)
    .map(({ text }) => text)
    .join('\n');
}

/** What one person heard in private. */
export function privately(heard: readonly Heard[], who: string): string {
  return heard
    .filter(({ to }) => to === who)
    .map(({ text }) => text)
    .join('\n');
}

/** The sum of the ledger, by plain SQL. */
export function ledgerSum(branch: TestBranch, member: number): number {
  const [row] = branch.sql<{ sum: number | null }>(
    'SELECT SUM(points) AS sum FROM ledger_entry WHERE member = ?',
    member,
  );
  return row?.sum ?? 0;
}
