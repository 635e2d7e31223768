import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newFile } from '../store/scene.js';
import { handTimer, type HandTimer } from '../support/branch/hand-timer.js';
import { scriptedChannel, type ScriptedChannel } from '../support/channels/scripted-channel.js';
import { inGroup, openProcess, said, to, type Process } from './scene.js';

let given: ReturnType<typeof newFile>;
let timer: HandTimer;
let channel: ScriptedChannel;
let bot: Process;
beforeEach(async () => {
  given = newFile();
  timer = handTimer();
  channel = scriptedChannel({ now: () => timer.now() });
  bot = await openProcess(given.file, channel, timer);
  await bot.start();
});
afterEach(() => {
  bot.die();
  given.remove();
});
const pass = (seconds: number) => timer.pass(seconds * 1000, () => bot.delivery.idle());

describe('GIVEN a channel that does not take a letter', () => {
  it('WHEN it says later THEN it is tried again with longer and longer rests, before the next of its chat', async () => {
    channel.script('transient', 'transient', 'transient');
    await bot.write({ text: '一' }, { text: '二' });
    await bot.delivery.idle();
    expect(said(channel)).toEqual([]);
    expect(bot.states()).toEqual({ 1: 'queued', 2: 'queued' });
    await pass(6);
    expect(said(channel)).toEqual([]);
    await pass(2);
    expect(said(channel)).toEqual(['一', '二']);
    expect(bot.states()).toEqual({ 1: 'sent', 2: 'sent' });
  });

  it('WHEN it says later THEN other chats do not wait', async () => {
    channel.always('g', 'transient');
    await bot.write({ text: '群' }, { chat: to('a'), text: '私' });
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['私']);
    channel.always('g', undefined);
    await pass(2);
    expect(said(channel)).toEqual(['私', '群']);
  });

  it('WHEN it refuses one THEN the following are sent, and the refused one is kept for people', async () => {
    channel.script('refused');
    await bot.write({ text: '一' }, { text: '二' });
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['二']);
    expect(bot.states()).toEqual({ 1: 'failed', 2: 'sent' });
    expect(bot.store.outbox.troubled('b1')).toMatchObject([{ id: 1, state: 'failed', chat: 'group' }]);
  });

  it.each(['lost', 'uncertain', 'stranger'] as const)(
    'WHEN nobody knows whether it arrived (%s) THEN it is not sent again by itself',
    async (fate) => {
      channel.script(fate);
      await bot.write({ text: '一' }, { text: '二' });
      await pass(400);
      expect(said(channel).filter((text) => text === '二')).toHaveLength(1);
      expect(said(channel).filter((text) => text === '一').length).toBeLessThanOrEqual(1);
      expect(bot.states()).toEqual({ 1: 'uncertain', 2: 'sent' });
    },
  );

  it('WHEN it never answers THEN after a minute the letter is in doubt and the next one goes', async () => {
    channel.script('hang');
    await bot.write({ text: '一' }, { text: '二' });
    await timer.pass(59_000, nextTurn);
    expect(said(channel)).toEqual([]);
    await timer.pass(2_000, nextTurn);
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['二']);
    expect(bot.states()).toEqual({ 1: 'uncertain', 2: 'sent' });
  });

  it('WHEN the connection is lost THEN nothing is tried until it is back', async () => {
    channel.report({ state: 'lost' });
    await bot.write({ text: '一' });
    await pass(600);
    expect(said(channel)).toEqual([]);
    channel.report({ state: 'connected' });
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['一']);
  });

  it('WHEN a letter is no longer worth sending THEN it is not sent', async () => {
    channel.script('transient');
    await bot.write({ text: '一', expiresAt: '2026-11-23T09:00:00' }, { text: '二' });
    await pass(5);
    expect(said(channel)).toEqual(['二']);
    expect(bot.states()).toEqual({ 1: 'expired', 2: 'sent' });
  });
});

describe('GIVEN a letter in several messages', () => {
  beforeEach(async () => {
    bot.die();
    channel = scriptedChannel({ capabilities: { maximumBytes: 6 } });
    bot = await openProcess(given.file, channel, timer);
    await bot.start();
    await timer.pass(20_000, () => bot.delivery.idle());
  });

  it('WHEN one of them has to wait THEN those before are not sent again, not even after a crash', async () => {
    channel.script('sent', 'transient', 'transient');
    await bot.write({ text: '一\n二二\n三三' });
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['一']);
    bot.die();
    bot = await openProcess(given.file, channel, timer);
    await bot.start();
    await pass(20);
    expect(said(channel)).toEqual(['一', '二二', '三三']);
    expect(bot.states()).toEqual({ 1: 'sent' });
  });

  it('WHEN the process is killed while one is under way THEN only that one and what follows are in doubt', async () => {
    channel.script('sent', 'hang');
    await bot.write({ text: '一\n二二\n三三' });
    await timer.pass(1_000, nextTurn);
    expect(said(channel)).toEqual(['一']);
    bot.die();
    bot = await openProcess(given.file, channel, timer);
    await bot.start();
    await pass(20);
    expect(bot.states()).toEqual({ 1: 'uncertain' });
    expect(bot.store.outbox.troubled('b1')).toMatchObject([{ id: 1, progress: 1 }]);
    await bot.resend(1);
    await pass(5);
    expect(said(channel)).toEqual(['一', '二二', '三三']);
    expect(bot.states()).toEqual({ 1: 'sent' });
  });

  it('WHEN the file cannot be written between two of them THEN the letter is still ours, and goes on', async () => {
    const { outbox } = bot.store;
    const mark = outbox.mark.bind(outbox);
    let failures = 0;
    Object.assign(outbox, {
      mark: (...words: Parameters<typeof mark>) => {
        if (words[1] === 'sent') return mark(...words);
        failures += 1;
        return Promise.reject(new Error('disk full'));
      },
    });
    await bot.write({ text: '一\n二二\n三三' });
    await bot.delivery.idle();
    expect(failures).toBeGreaterThan(0);
    expect(said(channel)).toEqual(['一', '二二', '三三']);
    expect(bot.states()).toEqual({ 1: 'sent' });
  });

  it('WHEN it is a table of 30,000 characters THEN it goes whole and in order, cut at line ends', async () => {
    bot.die();
    channel = scriptedChannel({ capabilities: { maximumBytes: 20_480 } });
    bot = await openProcess(given.file, channel, timer);
    await bot.start();
    const rows = Array.from({ length: 1_000 }, (_, row) => `${row} ${'字'.repeat(26)}`);
    await bot.write({ text: rows.join('\n') });
    await pass(20);
    expect(channel.arrived.length).toBeGreaterThan(3);
    expect(said(channel).join('\n')).toBe(rows.join('\n'));
    expect(channel.arrived.every(({ text }) => Buffer.byteLength(text) <= 20_480)).toBe(true);
  });
});

describe('GIVEN somebody whom the bot may not write to yet', () => {
  it('WHEN they speak to it THEN waiting letters arrive in order, and nowhere else', async () => {
    channel.always('a', 'contactFirst');
    await bot.write({ chat: to('a'), text: '一' }, { chat: to('a'), text: '二' }, { text: '群' });
    await bot.delivery.idle();
    expect(bot.states()).toEqual({ 1: 'waiting', 2: 'waiting', 3: 'sent' });
    expect(channel.arrived.map(({ chat }) => chat)).toEqual([inGroup]);
    channel.always('a', undefined);
    await bot.delivery.heardFrom('scripted', to('a'));
    await bot.write({ chat: to('a'), text: '三' });
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['群', '一', '二', '三']);
  });
});

describe('GIVEN a letter that answers a message', () => {
  it('THEN it is sent with the reply handle while that lasts, and pushed afterwards, also after a restart', async () => {
    const reply = { handle: 'h1', expiresAt: '2026-11-23T09:00:30' };
    await bot.write({ text: '一', reply });
    await bot.delivery.idle();
    expect(channel.arrived[0]).toMatchObject({ text: '一', reply: 'h1' });
    channel.script('transient');
    await bot.write({ text: '二', reply });
    await bot.delivery.idle();
    bot.die();
    bot = await openProcess(given.file, channel, timer);
    await bot.start();
    await pass(20);
    expect(channel.arrived[1]).toMatchObject({ text: '二', reply: 'h1' });
    await bot.write({ text: '三', reply: { ...reply, expiresAt: '2026-11-23T09:00:10' } });
    await bot.delivery.idle();
    expect(channel.arrived[2]).not.toHaveProperty('reply');
  });
});

/** A hanging send never becomes idle. */
async function nextTurn(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('GIVEN a process that died holding the lease, and a clock that was set back', () => {
  /** The next process on the file, at this time. */
  const next = async (at: string) => {
    await bot.write({ text: '一' });
    await bot.delivery.idle();
    bot.die();
    timer = handTimer(at);
    channel = scriptedChannel({ now: () => timer.now() });
    bot = await openProcess(given.file, channel, timer);
    await bot.start();
    await bot.write({ text: '二' });
    await bot.delivery.idle();
  };

  it('WHEN the lease lies further ahead than a lease lasts THEN the next process delivers at once', async () => {
    await next('2026-11-23T08:59:59');
    expect(said(channel)).toEqual(['二']);
  });

  it('WHEN it may still be alive THEN the next process waits until the lease has run out', async () => {
    await next('2026-11-23T09:00:00');
    expect(said(channel)).toEqual([]);
    await pass(16);
    expect(said(channel)).toEqual(['二']);
  });
});
