/**
 * The one stage for transcripts, `npm run bench` and the tests: the production composition (`createBot`) with played
 * people, clock and ids. Nothing else differs from the office.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inbound, Outbound } from '../../app/ports/channel.js';
import type { Clock } from '../../app/ports/clock.js';
import { foundBranch, type Founder } from '../../app/roster/found.js';
import type { Bot } from '../../start/bot.js';
import { openReadOnly, type SqlValue } from '../../store/connection.js';
import { openPostgres } from '../../store/postgres/connection.js';
import { putFreshFile } from './fresh-file.js';
import { openHouse, type House, type StageClock, type StageOptions } from './house.js';

export interface Stage {
  /** The bot since the last start. */
  readonly bot: Bot;
  readonly databaseFile: string;
  readonly clock: StageClock;
  /** How many messages the file had handled when the stage opened. */
  readonly handled: number;
  /** Everything the bot has said; a reader may empty it. */
  readonly said: Outbound[];
  /** Founds the branch, or adds people to it. @returns its id */
  found(branch: string, people: readonly Founder[]): Promise<string>;
  /** Hands a line to the bot. Resolves when the bot has taken it; the answer may still be under way. */
  hear(who: string, text: string, more?: Partial<Inbound>): Promise<void>;
  /** Says a line, in the first branch's group unless `more` names another chat. */
  say(who: string, text: string, more?: Partial<Inbound>): Promise<readonly Outbound[]>;
  whisper(who: string, text: string, more?: Partial<Inbound>): Promise<readonly Outbound[]>;
  /** Several lines in the same moment. */
  together(lines: readonly (readonly [who: string, text: string])[]): Promise<readonly Outbound[]>;
  /** Presses the button with that label on a message's card. */
  press(who: string, message: Outbound, label: string): Promise<readonly Outbound[]>;
  /** Moves the clock; jobs on the way run at their own time. */
  advance(to: string): Promise<readonly Outbound[]>;
  /** Does something, and waits until the bot has taken this many lines of the channel and has nothing more to say. */
  listen(act: () => unknown, lines?: number): Promise<readonly Outbound[]>;
  /** Restarts the bot on the same file. */
  restart(): Promise<readonly Outbound[]>;
  /** Plain SQL, without the bot. */
  sql<T>(query: string, ...values: readonly SqlValue[]): T[];
  close(): Promise<void>;
}

/** @throws the errors of `createBot` and of the bot's start */
export async function openStage(options: StageOptions): Promise<Stage> {
  const folder = options.databaseFile === undefined ? mkdtempSync(join(tmpdir(), 'zhibu-stage-')) : undefined;
  const databaseFile = options.databaseFile ?? join(folder ?? '', 'zhibu.db');
  const clock =
    typeof options.clock === 'object' ? options.clock : clockAt(options.clock ?? '2026-11-23T09:00:00');
  if (options.postgres === undefined && options.disk?.connect === undefined)
    putFreshFile(databaseFile, clock.now());
  const house = await openHouse(options, databaseFile, clock);
  const handled = house.bot.store.countHandled();
  const scene = peopleOf(house, options, clock, String(handled));
  const close = async () => {
    await house.bot.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  const listen = async (act: () => unknown, lines = 0): Promise<readonly Outbound[]> => {
    const before = house.said.length;
    const taken = house.taken(lines);
    await act();
    await taken;
    await house.bot.delivery.idle();
    return house.said.slice(before);
  };
  try {
    if (options.founding !== undefined) await scene.found(options.founding.branch, options.founding.people);
    await house.start();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    get bot() {
      return house.bot;
    },
    ...{ databaseFile, clock, handled, said: house.said, listen, close },
    async found(name, joining) {
      const branch = await scene.found(name, joining);
      if (joining.some(({ account }) => account === null)) await house.bot.announceClaims();
      await house.bot.delivery.idle();
      return branch;
    },
    hear: (who, text, more) => scene.hear(who, text, more),
    say: (who, text, more) => listen(() => scene.hear(who, text, more)),
    whisper: (who, text, more) =>
      listen(() => scene.hear(who, text, { chat: { kind: 'private', account: who }, ...more })),
    together: (lines) => listen(() => Promise.all(lines.map(([who, text]) => scene.hear(who, text)))),
    press(who, { chat, card }, label) {
      const button = card?.buttons.find((one) => one.label === label);
      if (card === undefined || button === undefined) throw new Error(`no button ${label}`);
      return listen(() => scene.hear(who, button.line, { chat, click: { card: card.id } }));
    },
    advance: (to) => listen(() => house.bot.advance(to, (instant) => clock.set(instant))),
    restart: () =>
      listen(async () => {
        await house.next();
        await house.start();
      }),
    sql: (query, ...values) => ask(options.postgres ?? databaseFile, query, values),
  };
}

function ask<T>(databaseFile: string, query: string, values: readonly SqlValue[]): T[] {
  const db = databaseFile.startsWith('postgresql:') ? openPostgres(databaseFile) : openReadOnly(databaseFile);
  try {
    return db.prepare(query).all(...values) as T[];
  } finally {
    db.close();
  }
}

/** @param run prefix of message ids that no earlier stage on the same file used */
function peopleOf(house: House, { groupOf = (branch) => branch }: StageOptions, clock: Clock, run: string) {
  let count = 0;
  let home = '';
  const nextId = () => `${run}/m${(count += 1)}`;
  return {
    async found(name: string, joining: readonly Founder[]): Promise<string> {
      const { bot, channel } = house;
      const branch = await bot.store.createBranch(name, clock.now());
      const group = groupOf(name);
      if (home === '') home = group ?? '';
      if (group !== null) await bot.store.bindGroup(branch, channel, group);
      const there = joining.map((person) => ({
        ...person,
        account: person.account === null ? null : { ...person.account, channel },
      }));
      await bot.handle(
        { branch, message: { channel: 'founding', messageId: nextId() }, speaker: null, files: [] },
        () => ({ kind: 'intent', intent: foundBranch.intent({ people: there }) }),
      );
      return branch;
    },
    hear: (who: string, text: string, more: Partial<Inbound> = {}): Promise<void> =>
      house.hear({
        ...{ chat: { kind: 'group', id: home }, account: who, nickname: who },
        ...{ messageId: nextId(), text, files: [] },
        ...more,
      }),
  };
}

function clockAt(start: string): StageClock {
  let now = start;
  return { now: () => now, set: (instant) => void (now = instant) };
}
