import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PaperOrder } from '../../src/app/ports/papers.js';
import { createReading } from '../../src/reading/reading.js';

/** A thread that hangs or breaks for certain years; for all others it names itself. */
const script = `
  import { parentPort, threadId } from 'node:worker_threads';
  parentPort.on('message', ({ id, question }) => {
    const { year } = question.order;
    if (year === 1) for (;;);
    if (year === 2) setImmediate(() => { throw new Error('broken'); });
    else parentPort.postMessage({ id, kind: 'answer', answer: [String(threadId)] });
  });
`;
const order = (year: number): PaperOrder => ({ paper: 'memberForm', person: 1, year });
const [hanging, breaking, usual] = [order(1), order(2), order(3)];

let reading: ReturnType<typeof createReading>;
/** What ends the thread once it has been idle for long; undefined: it is at work, or ended. */
let endIdle: (() => void) | undefined;
beforeEach(() => {
  endIdle = undefined;
  reading = createReading(
    () => new Worker(new URL(`data:text/javascript,${encodeURIComponent(script)}`)),
    (end) => {
      endIdle = end;
      return () => void (endIdle = undefined);
    },
  );
});
afterEach(() => reading.close());

const ask = (wanted: PaperOrder) => reading.make('b1', wanted, '2026-11-28');

describe('GIVEN a reading thread', () => {
  it('WHEN it is given up THEN what hung is refused, and what is asked next is answered', async () => {
    await ask(usual);
    const hung = ask(hanging);
    reading.giveUp();
    const next = ask(usual);
    await expect(hung).rejects.toThrow('ended');
    expect(await next).toHaveLength(1);
  });

  it('WHEN it breaks THEN one other thread answers from then on', async () => {
    const first = await ask(usual);
    await expect(ask(breaking)).rejects.toThrow('broken');
    const second = await ask(usual);
    expect(second).not.toEqual(first);
    expect(await ask(usual)).toEqual(second);
  });

  it('WHEN it has been idle for long THEN it ends, and the next question starts another', async () => {
    const [first] = await Promise.all([ask(usual), ask(usual)]);
    const under = ask(usual);
    expect(endIdle).toBeUndefined();
    expect(await under).toEqual(first);
    endIdle?.();
    expect(await ask(usual)).not.toEqual(first);
    await reading.close();
    expect(endIdle).toBeUndefined();
  });

  it('WHEN it is closed THEN what is under way is refused, and nothing more is asked', async () => {
    const hung = ask(hanging);
    const closed = reading.close();
    await expect(hung).rejects.toThrow('ended');
    await closed;
    await expect(ask(usual)).rejects.toThrow('closed');
  });
});
