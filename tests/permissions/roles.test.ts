/**
 * Twenty people say every line of every command, here and in private, at four moments of a branch: no row is written
 * that they may not write, and the group hears nothing that only some may hear. Decided as ever; nothing is stored.
 */
import { expect, it } from 'vitest';
import { stepsOf } from '../../src/cli/play/here.js';
import type { Facts } from '../../src/domain/branch/facts.js';
import { isHere, officesOf } from '../../src/domain/branch/people.js';
import { put } from '../../src/domain/branch/rows.js';
import { accountsOf } from '../../src/domain/roster/accounts.js';
import type { Person } from '../../src/domain/roster/rows.js';
import type { Ruling } from '../../src/domain/rulings/rows.js';
import { transcriptsIn } from '../support/transcripts.js';
import { documented, pageRows } from './page.js';
import { moments, roles, secret, secretWords } from './roles-lines.js';
import { atTheEnd, type Came, type Moment } from './roles-scene.js';
import { strays, strayOfStranger } from './row-rules.js';

const transcripts = await transcriptsIn('tests/transcripts');
const page = await pageRows();
const places = ['group', 'private'] as const;

/** The examples of the help; those that name a matter also about each of these. */
function linesAbout(numbers: Iterable<number>): readonly string[] {
  const number = /([ #])\d+(?= |$)/u;
  return page.flatMap(({ words, examples }) =>
    examples.flatMap((example) =>
      words.includes('编号') && number.test(example)
        ? [example, ...[...numbers].map((one) => example.replace(number, `$1${one}`))]
        : [example],
    ),
  );
}

/** Of each kind of matter and each state the latest. */
function oneOfEach(facts: Facts): readonly number[] {
  const each = new Map(facts.all('matter').map(({ kind, state, number }) => [`${kind} ${state}`, number]));
  return [...each.values()];
}

/** Who has left is a stranger again. */
function actorOf(facts: Facts, account: string): Person | null {
  const speaks = ({ id }: Person) => accountsOf(facts, id).some((one) => one.account === account);
  return facts.all('person').find((person) => isHere(person) && speaks(person)) ?? null;
}

/** What is wrong with that this line of theirs could do this. */
function faults(
  facts: Facts,
  actor: Person | null,
  place: 'group' | 'private',
  came: Came,
): readonly string[] {
  const { meaning, changes, writes, letters } = came;
  const leaks = letters
    .filter(({ chat, text }) => chat?.kind === 'group' && secret.test(text))
    .map(({ text }) => `the group hears: ${text}`);
  if (!writes) return leaks;
  if (actor === null)
    return [...leaks, ...changes.filter(strayOfStranger).map(({ table }) => `a stranger writes ${table}`)];
  const offices = officesOf(facts, actor.id).map(({ office }) => office);
  const useCase = meaning.kind === 'intent' ? meaning.intent.useCase : undefined;
  const isPromised = page.some((row) => row.useCase === useCase && documented(row.who ?? '', actor, offices));
  return [
    ...leaks,
    ...(useCase === undefined || isPromised ? [] : [`${useCase.name} is not theirs`]),
    ...(useCase?.place === 'private' && place === 'group' ? [`${useCase.name} is done in the group`] : []),
    ...strays({ facts, actor, changes }),
  ];
}

interface Said {
  count: number;
  /** Use cases that somebody had written. */
  readonly writing: Set<string>;
}

/** @returns what must not be */
function sayAll(moment: Moment, lines: readonly string[], said: Said, isSound = true): readonly string[] {
  const actors = roles.map((who) => [who, actorOf(moment.facts, who)] as const);
  return lines.flatMap((line) =>
    actors.flatMap(([who, actor]) =>
      places.flatMap((place) => {
        const came = moment.come(who, line, place, isSound);
        said.count += 1;
        if (came.writes && came.meaning.kind === 'intent') said.writing.add(came.meaning.intent.useCase.name);
        return faults(moment.facts, actor, place, came).map((fault) => `${who} ${place} ${line}: ${fault}`);
      }),
    ),
  );
}

const all: Said = { count: 0, writing: new Set() };
const at = (lines: string, look: (moment: Moment) => void) =>
  atTheEnd(stepsOf(lines, transcripts.play), transcripts, look);

it('a fresh branch', async () => {
  await at(moments.fresh, (moment) => expect(sayAll(moment, linesAbout([]), all)).toEqual([]));
});

it('the middle of a quarter, where something of every kind waits', async () => {
  await at(moments.middle, (moment) => {
    expect(sayAll(moment, linesAbout(oneOfEach(moment.facts)), all)).toEqual([]);
    rulesAreNoEmptyWords(moment.facts);
  });
});

it('an archived year; and the same, when another hand changed its rows', async () => {
  await at(moments.archived, (moment) => {
    expect(moment.facts.all('yearRecord').length).toBeGreaterThan(10);
    // Confirmed ones of the year that is closed.
    expect(sayAll(moment, linesAbout([2, 3, 4, 22]), all)).toEqual([]);
    const careful: Said = { count: 0, writing: new Set() };
    expect(sayAll(moment, linesAbout([]), careful, false)).toEqual([]);
    // A copy changes nothing.
    expect([...careful.writing]).toEqual(['upkeep.backup']);
    nothingStandsInPlain(moment);
  });
  expect(all.count).toBeGreaterThan(30_000);
  expect(all.writing.size).toBeGreaterThan(80);
});

/** Whoever gets at the files without the key reads none of it: database, log and copies. */
function nothingStandsInPlain({ files }: Moment): void {
  const encodings = ['utf8', 'utf16le'] as const;
  const words = [...secretWords].flatMap((word) => encodings.map((encoding) => Buffer.from(word, encoding)));
  expect(files.map(({ name }) => name)).toContainEqual(expect.stringContaining('zhibu-daily-'));
  for (const { name, bytes } of files)
    expect(words.filter((word) => bytes.includes(word)).map(String), name).toEqual([]);
  // What everybody may know is there, so this does look.
  expect(files.some(({ bytes }) => bytes.includes('张三'))).toBe(true);
}

function rulesAreNoEmptyWords(facts: Facts): void {
  const waits = facts.all('matter').find(({ kind, state }) => kind === 'bonus' && state === 'open');
  const ruled = { matter: waits?.number ?? 0, decision: 'confirmed', at: '', meetingOn: null, reason: null };
  const rule = (who: string, ruler = who) => {
    const actor = actorOf(facts, who);
    if (actor === null) throw new Error(`${who} has no account`);
    const changes = [put('ruling', { ...ruled, ruler: actorOf(facts, ruler)?.id ?? 0 } as Ruling)];
    return strays({ facts, actor, changes }).length;
  };
  expect([rule('李强'), rule('钱进')]).toEqual([0, 0]);
  // Who proposed it, its subject, a witness, an inspector; and in another's name.
  for (const who of ['赵敏', '周敏', '孙伟', '林工']) expect(rule(who), who).toBe(1);
  expect(rule('钱进', '李强')).toBe(1);
  expect(secret.test('事由：鼋蛤腰椎手术')).toBe(true);
}
