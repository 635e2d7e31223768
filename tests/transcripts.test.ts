import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { entries, faults, scores } from './support/ledger.js';
import { atMost } from './support/parallel.js';
import { root } from './support/built.js';
import {
  afterEveryLine,
  diff,
  output,
  parse,
  playFresh,
  whisper,
  type Played,
  type Step,
} from './support/transcripts.js';

const folder = join(root, 'tests/transcripts');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.chat'))
  .sort();
const inTurn = atMost(3);

/** The longer ways to play are tried on the shortest transcripts: each restart costs a process. */
const mostRestarts = 14;
const restarted = files.filter((name) => lines(stepsOf(name)) <= mostRestarts).slice(0, 6);
const playedTwice = files.slice(0, 4);

function stepsOf(name: string): readonly Step[] {
  return parse(readFileSync(join(folder, name), 'utf8'));
}

function lines(steps: readonly Step[]): number {
  return steps.filter((step) => step.kind === 'say').length;
}

/** Asks everybody who has an account for his score of the last year, at the end of the play. */
function questions(steps: readonly Step[]): readonly Step[] {
  const last = steps.findLast((step) => step.kind === 'time')?.at.slice(0, 4) ?? '2026';
  const names = steps.flatMap((step) =>
    step.kind === 'person' && step.person.kind === 'member' && step.person.bound ? [step.person.name] : [],
  );
  const unique = names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
  return unique.map((name) => whisper(name, `/积分 ${last}`));
}

/** `张三 2026年积分:103分` in the answers to `questions`. */
function shownScores(asked: readonly Played[]): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const { step, said } of asked) {
    const [first = ''] = said.map(({ text }) => text.split('\n')[0] ?? '');
    if (step.kind === 'say') shown.set(step.speaker, first);
  }
  return shown;
}

describe.concurrent('每个对话都说得与写的一样', () => {
  it.each(files)('%s', { timeout: 240_000 }, async (name) => {
    const steps = stepsOf(name);
    const asked = steps.filter((step) => step.kind === 'branch').length === 1 ? questions(steps) : [];
    await inTurn(() =>
      playFresh([...steps, ...asked], (played, file) => {
        expect(diff(played.slice(0, steps.length)), name).toBe('');
        expect(faults(file)).toEqual([]);
        const shown = shownScores(played.slice(steps.length));
        for (const { name: member, year, score } of scores(file)) {
          const line = shown.get(member);
          // Who has left the branch is told so, and has no line to compare.
          if (line?.startsWith(`${member} ${year}年积分：`) === true)
            expect(line).toBe(`${member} ${year}年积分：${score}分`);
        }
      }),
    );
  });
});

describe.concurrent('重发任何一行,不多说一句话', () => {
  it.each(files)('%s', { timeout: 240_000 }, async (name) => {
    const again = afterEveryLine(stepsOf(name), 'again');
    await inTurn(() =>
      playFresh(again, (played, file) => {
        expect(diff(played), name).toBe('');
        const repeated = played.filter(({ step }) => step.kind === 'again').flatMap(({ said }) => said);
        expect(repeated).toEqual([]);
        expect(faults(file)).toEqual([]);
      }),
    );
  });
});

describe.concurrent('每一行之后都重启,结果一样', () => {
  it.each(restarted)('%s', { timeout: 240_000 }, async (name) => {
    const steps = stepsOf(name);
    const look = (played: readonly Played[], file: string) => ({
      said: output(played),
      entries: entries(file),
      faults: faults(file),
    });
    const plain = await inTurn(() => playFresh(steps, look));
    const broken = await inTurn(() => playFresh(afterEveryLine(steps, 'restart'), look));
    expect(broken).toEqual(plain);
  });
});

describe.concurrent('同样的对话,同样的字节', () => {
  it.each(playedTwice)('%s', { timeout: 240_000 }, async (name) => {
    const steps = stepsOf(name);
    const first = await inTurn(() => playFresh(steps, output));
    const second = await inTurn(() => playFresh(steps, output));
    expect(second).toBe(first);
  });
});

it('对话不会悄悄一个也没有', () => {
  expect(files.length).toBeGreaterThan(2);
  expect(restarted.length).toBeGreaterThan(0);
});
