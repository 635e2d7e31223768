/** Days of several branches under faults, and what was found. Everything follows from the seed. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Inbound } from '../../../app/ports/channel.js';
import type { LoadedRulebook } from '../../../domain/rulebook/adopted.js';
import type { Line } from '../model/acts.js';
import { personOf, type Book } from '../model/book.js';
import { addDays, isWorkingDay, later } from '../model/calendar.js';
import { chanceOf, type Chance } from '../model/chance.js';
import { choose } from '../model/choosing/choose.js';
import { judge } from '../model/judging/judge.js';
import { write } from '../model/write.js';
import type { Report } from '../report.js';
import { createService, letterOf, type Service } from './channel.js';
import type { DiskFault } from './disk.js';
import { openHouse, type House } from './house.js';
import { createListening } from './listening.js';
import { readRows } from './read.js';
import { compare } from '../model/compare.js';
import { followClock } from './follow-clock.js';
import { found, groupOf } from './scene.js';

interface Simulation {
  readonly seed: number;
  readonly days: number;
  readonly branches: number;
  /** Of each branch, on a working day at each hour: how likely somebody speaks. */
  readonly talk: number;
  /** The first day. */
  readonly from: string;
}

interface World {
  readonly talk: number;
  readonly chance: Chance;
  readonly house: House;
  readonly service: Service;
  readonly books: readonly Book[];
  readonly report: Report;
  readonly listening: ReturnType<typeof createListening>;
  lines: number;
  /** What was said in each branch and answered there, for who has to find out what went wrong. */
  readonly traces: readonly string[][];
}

export async function simulate(
  { seed, days, branches, talk, from }: Simulation,
  rulebook: LoadedRulebook,
  report: Report,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-simulation-'));
  const file = join(folder, 'zhibu.db');
  const chance = chanceOf(seed);
  try {
    const start = `${from}T08:00:00`;
    const books = await found(file, rulebook, branches, start);
    const service = createService(chance, seed % 2 === 0);
    const house = openHouse(file, rulebook, service, chance, start);
    const listening = createListening(books, service, report, groupOf);
    const world: World = {
      talk,
      chance,
      house,
      service,
      books,
      report,
      listening,
      lines: 0,
      traces: books.map(() => []),
    };
    for (let day = 0; day < days && report.violations.length === 0; day += 1) {
      await live(world, addDays(from, day));
      if (day % 7 === 0) look(world);
    }
    service.trouble = 0;
    await house.survive(({ quiet }) => quiet());
    if (service.recognisesRepeats) listening.count();
    look(world);
    await house.close();
    report.said = createHash('sha256')
      .update(JSON.stringify(service.delivered.map(({ chat, text }) => ({ chat, text }))))
      .digest('hex');
    report.kills += house.kills;
    report.faults += house.faults + service.faults;
    report.violations.push(...house.failures);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const hours = ['08:45', '09:30', '11:00', '14:10', '15:30', '18:50', '20:30', '23:40'];

async function live(world: World, date: string): Promise<void> {
  const { chance, books } = world;
  const often = world.talk * (isWorkingDay(date) ? 1 : 0.3);
  const at = hours.filter(() => chance.happens(0.3)).map((hour) => `${date}T${hour}:00`);
  for (const instant of [...at, `${date}T23:59:00`]) {
    await pass(world, instant);
    const speaking = instant.endsWith('23:59:00') ? [] : books.filter(() => chance.happens(often));
    if (speaking.length > 0) await speak(world, speaking);
  }
}

/** The clock goes on, from job to job or in one jump as after a sleep; the power may fail within a job. */
async function pass(world: World, to: string): Promise<void> {
  const { chance, house, service } = world;
  service.trouble = chance.happens(0.1) ? 20 : 0;
  const jumps = chance.happens(0.03);
  provoke(world, 0.04);
  await house.survive(async ({ bot, quiet }) => {
    if (jumps) {
      house.now = to > house.now ? to : house.now;
      await bot.runDue(house.now);
    } else await bot.advance(to, (instant) => void (house.now = instant));
    await quiet();
  });
  world.listening.listen(house.now);
  followClock(world);
}

function provoke({ chance, house }: World, probability: number): DiskFault | null {
  if (!chance.happens(probability)) return null;
  const fault = chance.pick(['powerBefore', 'powerAfter', 'torn', 'full', 'busy'] as const);
  house.arm(fault, chance.below(fault === 'torn' ? 4 : 40));
  return fault;
}

/** One line in each of these branches at once, so that they share a commit; delivered again until all are answered. */
async function speak(world: World, speaking: readonly Book[]): Promise<void> {
  const { chance, house, books, report, service } = world;
  house.now = later(house.now, 1);
  const lines = speaking.map((book) => lineOf(world, book, books.indexOf(book)));
  service.trouble = chance.happens(0.1) ? 20 : 0;
  const fault = provoke(world, 0.08);
  const from = service.delivered.length;
  const deliver = (): Promise<void> =>
    house.survive(async ({ hear, quiet }) => {
      await Promise.all(lines.map((line) => hear(inbound(line, books))));
      await quiet();
    });
  await deliver();
  const failed = (): boolean => service.delivered.slice(from).some(({ text }) => text.startsWith('系统出错'));
  // Nothing was changed: the service delivers them once more, under the same ids, when the disk is well again.
  if (failed() && fault !== null) await deliver();
  else if (failed()) report.violations.push(`${house.now}: a failure without a fault`);
  if (chance.happens(0.1)) await deliver();
  report.messages += lines.length;
  for (const line of lines) {
    const book = books[line.branch];
    if (book !== undefined) judge(book, line, house.now);
    world.listening.answered(line, from);
    trace(world, line, from);
  }
  world.listening.listen(house.now);
  if (service.recognisesRepeats) world.listening.count();
}

function trace({ service, house, traces }: World, line: Line, from: number): void {
  const { branch, who, place, text } = line;
  const heard = service.delivered
    .slice(from)
    .filter(({ chat }) =>
      chat.kind === 'group' ? chat.id === groupOf(branch) : chat.account.startsWith(`${branch}-`),
    )
    .map(
      (one) => `${one.chat.kind === 'group' ? 'group' : one.chat.account}: ${one.text.split('\n')[0] ?? ''}`,
    );
  traces[branch]?.push([`${house.now} ${who} ${place}: ${text}`, ...heard].join('\n    '));
}

function lineOf(world: World, book: Book, branch: number): Line {
  const { who, place, act } = choose(book, world.chance, world.house.now);
  world.lines += 1;
  return { branch, who: who.id, place, act, text: write(book, act, world.house.now), id: `l${world.lines}` };
}

function inbound({ branch, who, place, text, id }: Line, books: readonly Book[]): Inbound {
  const book = books[branch];
  const account = book === undefined ? '' : personOf(book, who).account;
  const chat =
    place === 'group'
      ? ({ kind: 'group', id: groupOf(branch) } as const)
      : ({ kind: 'private', account } as const);
  return { chat, account, messageId: id, text, files: [] };
}

/** Each book beside its rows. */
function look({ books, house, report, service, traces }: World): void {
  report.lost += lost(house, service);
  report.doubled += service.doubled;
  service.doubled = 0;
  for (const [at, book] of books.entries())
    for (const found of compare(book, readRows(house.ask, book.branch)))
      report.violations.push(
        [`${house.now} ${book.branch} ${found}`, ...(traces[at] ?? []).slice(-25)].join('\n  '),
      );
}

/** Letters that count as sent, or that nobody sends any more, and that the service never took. */
function lost(house: House, service: Service): number {
  const arrived = new Set(service.delivered.map(({ key }) => letterOf(key)));
  const gone = service.recognisesRepeats ? "'sent', 'failed', 'uncertain'" : "'sent', 'failed'";
  const rows = house.ask(`SELECT branch || '/' || id AS key FROM outbox WHERE state IN (${gone})`);
  return rows.filter(({ key }) => !arrived.has(String(key))).length;
}
