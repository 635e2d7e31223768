import { afterEach, beforeEach } from 'vitest';
import { createFiller, type Filler } from '../../src/app/delivery/filler.js';
import type { PaperFile, PaperOrder } from '../../src/app/ports/papers.js';
import type { StoredLetter } from '../../src/app/ports/store/store.js';
import { openProcess, type Process } from '../delivery/scene.js';
import { newFile } from '../store/scene.js';
import { handTimer, type HandTimer } from '../support/branch/hand-timer.js';
import type { ScriptedChannel } from '../support/channels/scripted-channel.js';

export const order: PaperOrder = { paper: 'memberForm', person: 1, year: 2026 };
export const paper = { order, today: '2026-11-28', by: null, instead: '附件没有做成' };
export const made: readonly PaperFile[] = [
  { kind: 'file', name: '考核表.docx', bytes: new Uint8Array([1, 2, 3]) },
];

/** A workshop that hands out its papers on request. */
export function workshop() {
  const asked: { readonly branch: string; readonly order: PaperOrder; readonly today: string }[] = [];
  const waiting: { finish: (files: readonly PaperFile[]) => void; fail: (error: Error) => void }[] = [];
  return {
    asked,
    make: (branch: string, wanted: PaperOrder, today: string) =>
      new Promise<readonly PaperFile[]>((finish, fail) => {
        asked.push({ branch, order: wanted, today });
        waiting.push({ finish, fail });
      }),
    givenUp: 0,
    giveUp() {
      this.givenUp += 1;
    },
    finish: () => waiting.shift()?.finish(made),
    fail: (error = new Error('no such year')) => waiting.shift()?.fail(error),
  };
}

export function fillerOf(timer: HandTimer, shop: ReturnType<typeof workshop>, log: string[] = []): Filler {
  const note = (facts: object, message: string) => void log.push(`${message} ${JSON.stringify(facts)}`);
  const mayHave = ({ paper }: StoredLetter) => paper?.by?.person !== 0;
  const onMissing = () => Promise.resolve();
  return createFiller({
    papers: shop,
    mayHave,
    onMissing,
    timer,
    log: { info: note, warn: note, error: note },
  });
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
export async function turns(): Promise<void> {
  for (let count = 0; count < 20; count += 1) await turn();
}

/** Processes on one file with one timer, which end with the test. */
export function desk() {
  let given: ReturnType<typeof newFile>;
  let timer: HandTimer;
  const processes: Process[] = [];
  beforeEach(() => {
    given = newFile();
    timer = handTimer();
  });
  afterEach(() => {
    for (const bot of processes.splice(0)) bot.die();
    given.remove();
  });
  const open = async (channel: ScriptedChannel, fill: Filler): Promise<Process> => {
    const bot = await openProcess(given.file, channel, timer, fill);
    processes.push(bot);
    return bot;
  };
  return {
    timer: () => timer,
    open,
    async start(channel: ScriptedChannel, fill: Filler): Promise<Process> {
      const bot = await open(channel, fill);
      await bot.start();
      return bot;
    },
  };
}
