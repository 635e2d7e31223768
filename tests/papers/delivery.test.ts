import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFiller, type Filler } from '../../src/app/delivery/filler.js';
import type { PaperFile, PaperOrder } from '../../src/app/ports/papers.js';
import { inGroup, openProcess, said, to, type Process } from '../delivery/scene.js';
import { newFile } from '../store/scene.js';
import { handTimer, type HandTimer } from '../support/hand-timer.js';
import { scriptedChannel, type ScriptedChannel } from '../support/scripted-channel.js';

const order: PaperOrder = { paper: 'memberForm', person: 1, year: 2026 };
const paper = { order, today: '2026-11-28', instead: '附件没有做成' };
const made: readonly PaperFile[] = [{ kind: 'file', name: '考核表.docx', bytes: new Uint8Array([1, 2, 3]) }];

/** A workshop that hands out its papers when it is told to. */
function workshop() {
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
    fail: () => waiting.shift()?.fail(new Error('no such year')),
  };
}

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

async function start(channel: ScriptedChannel, fill: Filler): Promise<Process> {
  const bot = await openProcess(given.file, channel, timer, fill);
  processes.push(bot);
  await bot.start();
  return bot;
}

function fillerOf(shop: ReturnType<typeof workshop>, log: string[] = []): Filler {
  const note = (facts: object, message: string) => void log.push(`${message} ${JSON.stringify(facts)}`);
  return createFiller({ papers: shop, timer, log: { info: note, warn: note, error: note } });
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
async function turns(): Promise<void> {
  for (let count = 0; count < 20; count += 1) await turn();
}

describe('GIVEN a letter with a paper', () => {
  it('WHEN the paper is slow THEN its chat is answered meanwhile, and the paper comes with its words', async () => {
    const shop = workshop();
    const channel = scriptedChannel({});
    const bot = await start(channel, fillerOf(shop));
    await bot.write({ chat: to('a'), text: '考核表见附件', paper });
    await bot.write({ chat: to('a'), text: '已登记' });
    await turns();
    expect(said(channel)).toEqual(['已登记']);
    expect(shop.asked).toEqual([{ branch: 'b1', order, today: '2026-11-28' }]);
    shop.finish();
    await bot.delivery.idle();
    expect(channel.arrived[1]).toMatchObject({ text: '考核表见附件', files: made });
    expect(bot.states()).toEqual({ 1: 'sent', 2: 'sent' });
  });

  it('WHEN it cannot be made THEN the words say so, the group hears nothing of it, and the log has no name', async () => {
    const shop = workshop();
    const channel = scriptedChannel({});
    const log: string[] = [];
    const bot = await start(channel, fillerOf(shop, log));
    await bot.write(
      { chat: to('a'), text: '考核表见附件', paper },
      { chat: inGroup, text: '', paper: { ...paper, instead: null } },
    );
    shop.fail();
    await turns();
    shop.fail();
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['考核表见附件\n附件没有做成']);
    expect(bot.states()).toEqual({ 1: 'sent', 2: 'sent' });
    expect(channel.arrived.flatMap(({ files }) => files)).toEqual([]);
    expect(log.join()).toContain('memberForm');
    expect(log.join()).not.toContain('考核表');
  });

  it.each([
    ['just before five minutes', 299_000, 0],
    ['after five minutes', 300_000, 1],
  ])('WHEN nothing comes %s THEN the words wait or go alone', async (_, milliseconds, count) => {
    const channel = scriptedChannel({});
    const shop = workshop();
    const bot = await start(channel, fillerOf(shop));
    await bot.write({ chat: to('a'), text: '考核表见附件', paper });
    await timer.pass(milliseconds, turns);
    await turns();
    expect(said(channel)).toHaveLength(count);
    // Whoever hangs would hold up every paper after it.
    expect(shop.givenUp).toBe(count);
  });

  it.each([true, false])(
    'WHEN the process dies while it is made (repeats recognised: %s) THEN the next one makes it and sends it once',
    async (idempotentSends) => {
      const first = workshop();
      const channel = scriptedChannel({ capabilities: { idempotentSends } });
      const bot = await start(channel, fillerOf(first));
      await bot.write({ chat: to('a'), text: '考核表见附件', paper });
      expect(first.asked).toHaveLength(1);
      bot.die();
      await timer.pass(120_000, turns);
      const second = workshop();
      const next = await openProcess(given.file, channel, timer, fillerOf(second));
      processes.push(next);
      const started = next.start();
      await turns();
      expect(second.asked).toEqual(first.asked);
      second.finish();
      await started;
      // The paper of the dead process is of no use to anybody.
      first.finish();
      await timer.pass(120_000, turns);
      expect(channel.arrived).toMatchObject([{ text: '考核表见附件', files: made }]);
      expect(next.states()).toEqual({ 1: 'sent' });
    },
  );

  it('WHEN another process takes over while it is made THEN only that one sends it', async () => {
    const [slow, quick] = [workshop(), workshop()];
    const [channelA, channelB] = [scriptedChannel({}), scriptedChannel({})];
    const a = await start(channelA, fillerOf(slow));
    await a.write({ chat: to('a'), text: '考核表见附件', paper });
    // The first process sleeps through the end of its lease.
    timer.skip(300_000);
    const b = await openProcess(given.file, channelB, timer, fillerOf(quick));
    processes.push(b);
    const started = b.start();
    await turns();
    quick.finish();
    await started;
    slow.finish();
    await timer.pass(120_000, turns);
    expect([...said(channelA), ...said(channelB)]).toEqual(['考核表见附件']);
  });
});

describe('GIVEN several papers of one branch', () => {
  const paperOf = (person: number) => ({
    ...paper,
    order: { paper: 'memberForm', person, year: 2026 } as const,
  });
  const letter = (account: string, person: number) => ({
    chat: to(account),
    text: `考核表${person}`,
    paper: paperOf(person),
  });
  const persons = (shop: ReturnType<typeof workshop>) =>
    shop.asked.map((asked) => (asked.order.paper === 'memberForm' ? asked.order.person : 0));

  it('THEN the next one is made only when the one before has been handed over', async () => {
    const shop = workshop();
    const channel = scriptedChannel({});
    const bot = await start(channel, fillerOf(shop));
    await bot.write(letter('a', 1), letter('b', 2), letter('a', 3));
    await turns();
    expect(persons(shop)).toEqual([1]);
    // The channel takes its time with the first one.
    channel.script('hang');
    shop.finish();
    await turns();
    expect(persons(shop)).toEqual([1]);
    // A minute, and it is given up.
    await timer.pass(61_000, turns);
    expect(persons(shop)).toEqual([1, 2]);
    shop.finish();
    await turns();
    expect(persons(shop)).toEqual([1, 2, 3]);
    shop.finish();
    await bot.delivery.idle();
    expect(channel.arrived).toMatchObject([
      { text: '考核表2', files: made },
      { text: '考核表3', files: made },
    ]);
    expect(bot.states()).toEqual({ 1: 'uncertain', 2: 'sent', 3: 'sent' });
  });

  it('WHEN a chat cannot take its paper now THEN papers for others go on, and those for this chat wait', async () => {
    const shop = workshop();
    const channel = scriptedChannel({});
    channel.always('a', 'transient');
    const bot = await start(channel, fillerOf(shop));
    await bot.write(letter('a', 1), letter('a', 2), letter('b', 3));
    await turns();
    shop.finish();
    await turns();
    expect(persons(shop)).toEqual([1, 3]);
    shop.finish();
    await turns();
    expect(said(channel)).toEqual(['考核表3']);
    expect(persons(shop)).toEqual([1, 3]);
    channel.recover();
    await timer.pass(10_000, turns);
    expect(persons(shop)).toEqual([1, 3, 2]);
    shop.finish();
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['考核表3', '考核表1', '考核表2']);
  });

  it('WHEN one hangs THEN the patience with the next one begins when it is its turn', async () => {
    const shop = workshop();
    const channel = scriptedChannel({});
    const bot = await start(channel, fillerOf(shop));
    await bot.write(letter('a', 1), letter('b', 2));
    await timer.pass(300_000, turns);
    expect(persons(shop)).toEqual([1, 2]);
    await timer.pass(299_000, turns);
    expect(shop.givenUp).toBe(1);
    // The first one is never answered.
    shop.finish();
    shop.finish();
    await bot.delivery.idle();
    expect(channel.arrived).toMatchObject([
      { text: '考核表1\n附件没有做成', files: [] },
      { text: '考核表2', files: made },
    ]);
  });

  it('WHEN another process takes over THEN the first one begins no more of them', async () => {
    const [slow, quick] = [workshop(), workshop()];
    const [channelA, channelB] = [scriptedChannel({}), scriptedChannel({})];
    const a = await start(channelA, fillerOf(slow));
    await a.write(letter('a', 1), letter('a', 2));
    timer.skip(300_000);
    const b = await openProcess(given.file, channelB, timer, fillerOf(quick));
    processes.push(b);
    const started = b.start();
    await turns();
    quick.finish();
    await turns();
    quick.finish();
    await started;
    await timer.pass(20_000, turns);
    slow.finish();
    await timer.pass(20_000, turns);
    expect(persons(slow)).toEqual([1]);
    expect(said(channelA)).toEqual([]);
    expect(said(channelB)).toEqual(['考核表1', '考核表2']);
  });
});
