/** Two branches in processes of their own, tortured for so many minutes or steps. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Row } from '../../../store/connection.js';
import type { Line } from '../model/acts.js';
import { openBook, type Book, type Person } from '../model/book.js';
import { addDays, dateOf } from '../model/calendar.js';
import { chanceOf, type Chance } from '../model/chance.js';
import { choose } from '../model/choosing/choose.js';
import { compare } from '../model/compare.js';
import { judge } from '../model/judging/judge.js';
import { write } from '../model/write.js';
import type { Report } from '../report.js';
import { followClock } from '../sim/follow-clock.js';
import { createListening } from '../sim/listening.js';
import { readRows } from '../sim/read.js';
import { groupOf } from '../sim/scene.js';
import type { Delivered } from '../sim/channel.js';
import { openLiveHouse, type LiveHouse } from './house.js';

interface Torture {
  readonly seed: number;
  /** Ends with the first of them. */
  readonly minutes: number;
  readonly steps: number;
}

const branches = 2;
/** Holidays of this year and the next are known for certain. */
const from = '2024-12-09T08:45:00';

export async function torture({ seed, minutes, steps }: Torture, report: Report): Promise<void> {
  const until = performance.now() + minutes * 60_000;
  await Promise.all(
    Array.from({ length: branches }, async (_, branch) => {
      const chance = chanceOf(seed * 31 + branch);
      const house = await openLiveHouse(chanceOf(seed * 31 + branch + 1000), from);
      try {
        const ward = await openWard(house, chance, branch, report);
        for (
          let step = 0;
          step < steps && performance.now() < until && report.violations.length < 10;
          step += 1
        ) {
          await (chance.happens(0.4) ? pass(ward) : speak(ward));
          if (step % 10 === 9) look(ward);
        }
        // Whatever the last process left is said by the next.
        await house.move(await house.now(), 0);
        look(ward);
      } finally {
        report.kills += house.counts.kills;
        report.faults += house.counts.faults;
        await house.close();
      }
    }),
  );
}

interface Ward {
  readonly house: LiveHouse;
  readonly chance: Chance;
  readonly branch: number;
  readonly book: Book;
  readonly report: Report;
  readonly delivered: Delivered[];
  readonly listening: ReturnType<typeof createListening>;
  lines: number;
  /** What was said and answered, for who has to find out what went wrong. */
  readonly trace: string[];
  heardUpTo: number;
}

async function openWard(house: LiveHouse, chance: Chance, branch: number, report: Report): Promise<Ward> {
  const founded = await house.now();
  const book = openBook('b1', peopleOf(house, branch), founded);
  const delivered: Delivered[] = [];
  const listening = createListening([book], { delivered }, report, () => groupOf(branch));
  return { house, chance, branch, book, report, delivered, listening, lines: 0, heardUpTo: 0, trace: [] };
}

const officeNames: Readonly<Record<string, Person['offices'][number]>> = {
  ...{ secretary: 'secretary', deputySecretary: 'deputy', recorder: 'recorder' },
  ...{ committeeMember: 'committee', supervisor: 'supervisor' },
};

/** The sample as it was founded; accounts of the two branches differ by their number. */
function peopleOf({ ask }: LiveHouse, branch: number): readonly Person[] {
  const offices = ask('SELECT person, office FROM office');
  return ask(
    'SELECT id, name, kind, category, account FROM person JOIN account ON account.person = person.id AND account.branch = person.branch ORDER BY id',
  ).map((row) => ({
    ...{ id: Number(row['id']), name: String(row['name']), account: `${branch}-${String(row['account'])}` },
    kind: row['kind'] as Person['kind'],
    scored: row['kind'] === 'member' && row['category'] !== 'retired',
    offices: offices.flatMap((held) =>
      held['person'] === row['id'] ? (officeNames[String(held['office'])] ?? []) : [],
    ),
  }));
}

const hours = ['08:45', '09:30', '11:00', '14:10', '15:30', '18:50'];

/** Most days in one step, now and then weeks; the process is killed within the jobs on the way. */
async function pass(ward: Ward): Promise<void> {
  const { house, chance } = ward;
  const now = await house.now();
  const days = chance.happens(0.04) ? 10 + chance.below(15) : 1 + chance.below(2);
  const minute = String(10 + chance.below(50)).slice(-2);
  const to = `${addDays(dateOf(now), days)}T${chance.pick(hours).slice(0, 3)}${minute}:00`;
  const locking = chance.happens(0.1)
    ? house.lock(chance.pick(['zhibu.db', 'local-chat.db']), 300 + chance.below(900))
    : null;
  await house.move(to, chance.happens(0.45) ? chance.below(500) : null);
  await locking;
  await follow(ward);
}

async function speak(ward: Ward): Promise<void> {
  const { house, chance, book, branch, report } = ward;
  const chosenAt = await house.now();
  const { who, place, act } = choose(book, chance, chosenAt);
  ward.lines += 1;
  const line: Line = {
    branch: 0,
    who: who.id,
    place,
    act,
    text: write(book, act, chosenAt),
    id: `line-${branch}-${ward.lines}`,
  };
  const spoken = {
    as: accountOf(who),
    chat: place,
    text: line.text,
    clientId: `line-${branch}-${ward.lines}`,
  };
  const from = ward.delivered.length;
  const locking = chance.happens(0.08) ? house.lock('zhibu.db', 200 + chance.below(1500)) : null;
  const [at] = await Promise.all([
    house.say(spoken, chance.happens(0.3) ? chance.below(80) : null),
    // The same line from a second window of the same person.
    ...(chance.happens(0.1) ? [house.say(spoken, null)] : []),
  ]);
  await locking;
  report.messages += 1;
  const text = await answerTo(ward, line, who, from);
  ward.trace.push(`${at} ${who.name} ${place}: ${line.text} → ${text}`);
  // Nothing was changed: the lock was held too long, or the disk was full.
  if (text.startsWith('系统出错')) {
    if (!(await house.makeRoom()) && locking === null)
      report.violations.push(`${at}: a failure without a fault: ${line.text}`);
  } else judge(book, line, at);
  ward.listening.answered(line, from);
  await follow(ward);
  ward.listening.count();
}

/**
 * What the speaker hears in that place afterwards; a paper may take its time on a busy machine, and chat gets none. A
 * letter to somebody else is no answer: taken for one, it hid a failure. After a failure the line may have been
 * delivered again, and then it is the later answer that counts.
 */
async function answerTo(
  ward: Ward,
  { place, act }: Line,
  { account }: Person,
  from: number,
): Promise<string> {
  const isWanted = act.do !== 'say' || act.answered;
  let failure = '';
  for (let tries = 0; tries < (isWanted ? 1200 : 1) && (failure === '' || tries < 20); tries += 1) {
    pull(ward);
    const answers = ward.delivered
      .slice(from)
      .filter(({ chat }) => chat.kind === place && (chat.kind === 'group' || chat.account === account));
    const answer = answers.find(({ text }) => !text.startsWith('系统出错'));
    if (answer !== undefined) return answer.text;
    failure = answers[0]?.text ?? '';
    await sleep(50);
  }
  return failure;
}

const accountOf = ({ account }: Person): string => account.slice(account.indexOf('-') + 1);

/** Hears what was said since, and takes into the book what the clock did. */
async function follow(ward: Ward): Promise<void> {
  const { house, book, report } = ward;
  const now = await house.now();
  pull(ward);
  followClock({ books: [book], house: { now, ask: house.ask }, report });
  ward.listening.listen(now);
}

function pull(ward: Ward): void {
  for (const row of ward.house.said(ward.heardUpTo)) {
    ward.delivered.push(deliveredOf(row, ward.branch));
    ward.heardUpTo = Number(row['id']);
  }
}

function deliveredOf(row: Row, branch: number): Delivered {
  const { account } = row;
  const chat =
    typeof account === 'string'
      ? ({ kind: 'private', account: `${branch}-${account}` } as const)
      : ({ kind: 'group', id: groupOf(branch) } as const);
  return { key: String(row['id']), chat, text: String(row['text']) };
}

function look({ house, book, branch, report, trace }: Ward): void {
  for (const found of compare(book, readRows(house.ask, book.branch)))
    report.violations.push([`branch ${branch}: ${found}`, ...trace.slice(-25)].join('\n  '));
  const [row] = house.ask("SELECT COUNT(*) AS lost FROM outbox WHERE state IN ('failed', 'uncertain')");
  report.lost += Number(row?.['lost'] ?? 0);
}
