import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createThrottle } from '../../src/app/delivery/sending/throttle.js';
import { newFile } from '../store/scene.js';
import { handTimer } from '../support/branch/hand-timer.js';
import { scriptedChannel } from '../support/channels/scripted-channel.js';
import { openProcess, to } from './scene.js';

/** The most messages in any window of this many seconds. */
function busiest(times: readonly number[], seconds: number): number {
  const within = (from: number) => times.filter((at) => at >= from && at < from + seconds * 1000).length;
  return Math.max(0, ...times.map(within));
}

const limits = fc.uniqueArray(
  fc.record({ most: fc.integer({ min: 1, max: 8 }), seconds: fc.integer({ min: 1, max: 60 }) }),
  { minLength: 1, maxLength: 3, selector: ({ seconds }) => seconds },
);

describe('whatever the rate and whenever somebody wants to send', () => {
  it('THEN no window holds more than its limit, and nobody waits without need', () => {
    const wishes = fc.array(fc.record({ rest: fc.nat(20_000), takes: fc.nat(3_000), fails: fc.boolean() }), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(limits, wishes, (rate, list) => {
        const timer = handTimer();
        const throttle = createThrottle({ per: 'chat', limits: rate }, timer);
        const sent: number[] = [];
        for (const { rest, takes, fails } of list) {
          timer.skip(rest);
          const wait = throttle.wait('g');
          if (wait > 0) {
            // A moment earlier would have been too many.
            const at = timer.now();
            expect(
              rate.some(
                ({ most, seconds }) => sent.filter((time) => at - time < seconds * 1000).length >= most,
              ),
            ).toBe(true);
          }
          timer.skip(wait);
          const place = throttle.take('g');
          timer.skip(takes);
          if (fails) place.unused();
          else {
            place.arrived();
            sent.push(timer.now());
          }
        }
        for (const { most, seconds } of rate) expect(busiest(sent, seconds)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('THEN chats have windows of their own, or share one, as the channel says', () => {
    const timer = handTimer();
    const each = createThrottle({ per: 'chat', limits: [{ most: 1, seconds: 60 }] }, timer);
    const shared = createThrottle({ per: 'channel', limits: [{ most: 1, seconds: 60 }] }, timer);
    each.take('a').arrived();
    shared.take('a').arrived();
    expect([each.wait('a'), each.wait('b'), shared.wait('b')]).toEqual([60_000, 0, 60_000]);
  });
});

describe('GIVEN 30 a minute and 100 in ten minutes per chat', () => {
  it('WHEN 130 letters wait THEN they go as fast as that allows, in order, and another chat is not held up', async () => {
    const { file, remove } = newFile();
    const timer = handTimer();
    const rate = {
      per: 'chat' as const,
      limits: [
        { most: 30, seconds: 60 },
        { most: 100, seconds: 600 },
      ],
    };
    const channel = scriptedChannel({ capabilities: { rate }, now: () => timer.now() });
    const bot = await openProcess(file, channel, timer);
    await bot.start();
    const letters = Array.from({ length: 130 }, (_, index) => ({ text: `第${index}条` }));
    await bot.write(...letters, { chat: to('a'), text: '私信' });
    await bot.delivery.idle();
    expect(channel.arrived.filter(({ chat }) => chat.kind === 'private')).toHaveLength(1);
    await timer.pass(720_000, () => bot.delivery.idle());
    const group = channel.arrived.map(({ text, chat }, index) => ({
      text,
      chat,
      at: channel.arrivedAt[index] ?? 0,
    }));
    const inGroup = group.filter(({ chat }) => chat.kind === 'group');
    expect(inGroup.map(({ text }) => text)).toEqual(letters.map(({ text }) => text));
    const times = inGroup.map(({ at }) => at);
    expect(busiest(times, 60)).toBe(30);
    expect(busiest(times, 600)).toBe(100);
    bot.die();
    remove();
  });
});

describe('GIVEN a process that has used up the minute and dies', () => {
  it('WHEN another takes over THEN what the first one sent still counts, and a third message waits its turn', async () => {
    const { file, remove } = newFile();
    const timer = handTimer();
    const capabilities = { rate: { per: 'chat' as const, limits: [{ most: 2, seconds: 60 }] } };
    const channel = scriptedChannel({ capabilities, now: () => timer.now() });
    const first = await openProcess(file, channel, timer);
    await first.start();
    await first.write({ text: '一' }, { text: '二' });
    await first.delivery.idle();
    first.die();
    const second = await openProcess(file, channel, timer);
    await second.start();
    await second.write({ text: '三' }, { chat: to('a'), text: '私信' });
    // The lease of the dead process has to run out first.
    await timer.pass(30_000, () => second.delivery.idle());
    expect(channel.arrived.map(({ text }) => text)).toEqual(['一', '二', '私信']);
    await timer.pass(40_000, () => second.delivery.idle());
    expect(channel.arrived.map(({ text }) => text)).toEqual(['一', '二', '私信', '三']);
    expect(busiest(channel.arrivedAt.slice(0, 2).concat(channel.arrivedAt.slice(3)), 60)).toBe(2);
    second.die();
    remove();
  });

  it('WHEN it dies while the second part of a letter waits its turn THEN nothing is in doubt, and the next one goes on', async () => {
    const { file, remove } = newFile();
    const timer = handTimer();
    const capabilities = {
      maximumBytes: 6,
      rate: { per: 'chat' as const, limits: [{ most: 1, seconds: 60 }] },
    };
    const channel = scriptedChannel({ capabilities, now: () => timer.now() });
    const first = await openProcess(file, channel, timer);
    await first.start();
    await first.write({ text: '一\n二二' });
    await first.delivery.idle();
    first.die();
    const second = await openProcess(file, channel, timer);
    await second.start();
    await timer.pass(90_000, () => second.delivery.idle());
    expect(channel.arrived.map(({ text }) => text)).toEqual(['一', '二二']);
    expect(second.states()).toEqual({ 1: 'sent' });
    second.die();
    remove();
  });
});
