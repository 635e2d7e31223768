import { describe, expect, it } from 'vitest';
import { said, to } from '../delivery/scene.js';
import { scriptedChannel } from '../support/channels/scripted-channel.js';
import { desk as openDesk, fillerOf, made, paper, turns, workshop } from './scene.js';

const desk = openDesk();

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
    const bot = await desk.start(channel, fillerOf(desk.timer(), shop));
    await bot.write(letter('a', 1), letter('b', 2), letter('a', 3));
    await turns();
    expect(persons(shop)).toEqual([1]);
    // The channel takes its time with the first one.
    channel.script('hang');
    shop.finish();
    await turns();
    expect(persons(shop)).toEqual([1]);
    // A minute, and it is given up.
    await desk.timer().pass(61_000, turns);
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
    const bot = await desk.start(channel, fillerOf(desk.timer(), shop));
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
    await desk.timer().pass(10_000, turns);
    expect(persons(shop)).toEqual([1, 3, 2]);
    shop.finish();
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['考核表3', '考核表1', '考核表2']);
  });

  it('WHEN it stands behind words that the chat cannot take now THEN papers for others go on too', async () => {
    const shop = workshop();
    const channel = scriptedChannel({});
    channel.always('a', 'transient');
    const bot = await desk.start(channel, fillerOf(desk.timer(), shop));
    await bot.write({ chat: to('a'), text: '已登记' });
    await turns();
    await bot.write(letter('a', 1), letter('b', 2));
    await turns();
    shop.finish();
    await turns();
    expect(persons(shop)).toEqual([1, 2]);
    shop.finish();
    await turns();
    channel.recover();
    await desk.timer().pass(10_000, turns);
    expect(said(channel)).toEqual(['考核表2', '已登记', '考核表1']);
  });

  it('WHEN one hangs THEN the patience with the next one begins when it is its turn', async () => {
    const shop = workshop();
    const channel = scriptedChannel({});
    const bot = await desk.start(channel, fillerOf(desk.timer(), shop));
    await bot.write(letter('a', 1), letter('b', 2));
    await desk.timer().pass(300_000, turns);
    expect(persons(shop)).toEqual([1, 2]);
    await desk.timer().pass(299_000, turns);
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
    const a = await desk.start(channelA, fillerOf(desk.timer(), slow));
    await a.write(letter('a', 1), letter('a', 2));
    desk.timer().skip(300_000);
    const b = await desk.open(channelB, fillerOf(desk.timer(), quick));
    const started = b.start();
    await turns();
    quick.finish();
    await turns();
    quick.finish();
    await started;
    await desk.timer().pass(20_000, turns);
    slow.finish();
    await desk.timer().pass(20_000, turns);
    expect(persons(slow)).toEqual([1]);
    expect(said(channelA)).toEqual([]);
    expect(said(channelB)).toEqual(['考核表1', '考核表2']);
  });
});
