import { describe, expect, it } from 'vitest';
import { saidText } from '../../src/cli/play/check.js';
import type { PlayedBot } from '../../src/cli/play/orders.js';
import { play, type Played, type PlayOptions } from '../../src/cli/play/player.js';
import type { Step } from '../../src/cli/play/transcript.js';
import { startKilled } from '../support/killed/bot.js';
import { entries, faults } from '../support/branch/ledger.js';
import { afterEveryLine, playFresh, transcriptsIn, withFile } from '../support/transcripts.js';

const transcripts = await transcriptsIn('tests/transcripts');

/** Each restart costs a process: the shortest ones, and several more that are restarted in this process. */
const mostRestarts = 14;
const short = transcripts.names.filter((name) => lines(transcripts.steps(name)) <= mostRestarts).slice(0, 6);
const playedTwice = transcripts.names.slice(0, 4);

function lines(steps: readonly Step[]): number {
  return steps.filter((step) => step.kind === 'say').length;
}

/** What was said, with the line it followed: the same for two plays that went alike. */
function output(played: readonly Played[]): string {
  return played
    .filter(({ step }) => step.kind !== 'again' && step.kind !== 'restart' && step.kind !== 'expect')
    .map(({ step, said }) => [step.raw, ...said.map(saidText)].join('\n'))
    .join('\n');
}

const look = (played: readonly Played[], file: string) => ({
  said: output(played),
  entries: entries(file),
  faults: faults(file),
});

/** In a process of its own, which every `@重启` kills. */
const killed =
  (databaseFile: string): PlayOptions['open'] =>
  async (startAt, onSaid): Promise<PlayedBot> => {
    const start = (now: string) => startKilled(databaseFile, now, onSaid);
    let bot = await start(startAt);
    return {
      handled: bot.handled,
      tell: (order) => bot.tell(order),
      async restart(now) {
        await bot.kill();
        bot = await start(now);
      },
      close: () => bot.kill(),
    };
  };

function playKilled(steps: readonly Step[]): Promise<ReturnType<typeof look>> {
  return withFile(async (file) => {
    const played: Played[] = [];
    const { folder, rulebook } = transcripts.play;
    await play(steps, {
      ...{ folder, rulebook: rulebook.rulebook, open: killed(file) },
      onPlayed: (line) => played.push(line),
    });
    return look(played, file);
  });
}

describe.concurrent('每一行之后都断电重启，结果与在本进程里一口气说完的一样', () => {
  it.each(short)('%s', async (name) => {
    const steps = transcripts.steps(name);
    const plain = await playFresh(steps, transcripts, look);
    expect(await playKilled(afterEveryLine(steps, 'restart'))).toEqual(plain);
  });
});

describe('同样的对话，同样的字节', () => {
  it.each(playedTwice)('%s', async (name) => {
    const steps = transcripts.steps(name);
    const first = await playFresh(steps, transcripts, output);
    expect(await playFresh(steps, transcripts, output)).toBe(first);
  });
});

it('对话不会悄悄一个也没有', () => {
  expect(short.length).toBeGreaterThan(0);
});
