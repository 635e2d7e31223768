import { describe, expect, it } from 'vitest';
import { inGroup, said, to } from '../delivery/scene.js';
import { scriptedChannel } from '../support/channels/scripted-channel.js';
import { desk as openDesk, fillerOf, made, order, paper, turns, workshop } from './scene.js';

const desk = openDesk();

describe('GIVEN a letter with a paper', () => {
  it('WHEN the paper is slow THEN its chat is answered meanwhile, and the paper comes with its words', async () => {
    const shop = workshop();
    const channel = scriptedChannel({});
    const bot = await desk.start(channel, fillerOf(desk.timer(), shop));
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
    const bot = await desk.start(channel, fillerOf(desk.timer(), shop, log));
    await bot.write(
      { chat: to('a'), text: '考核表见附件', paper },
      { chat: inGroup, text: '', paper: { ...paper, instead: null } },
    );
    shop.fail(new TypeError('张三的“绝密”事由\n    at 张三 (src/secret.ts:1:1) is no date'));
    await turns();
    shop.fail();
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['考核表见附件\n附件没有做成']);
    expect(bot.states()).toEqual({ 1: 'sent', 2: 'sent' });
    expect(channel.arrived.flatMap(({ files }) => files)).toEqual([]);
    expect(log.join()).toContain('memberForm');
    expect(log.join()).not.toMatch(/考核表|张三|绝密|secret|no such year/u);
    expect(log[0]).toContain('"error":"TypeError"');
  });

  it('WHEN its words have arrived and it cannot be made when it is sent again THEN that is said', async () => {
    const shop = workshop();
    const channel = scriptedChannel({ capabilities: { together: false } });
    const bot = await desk.start(channel, fillerOf(desk.timer(), shop));
    channel.script('sent', 'uncertain');
    await bot.write({ chat: to('a'), text: '考核表见附件', paper });
    shop.finish();
    await bot.delivery.idle();
    expect(bot.states()).toEqual({ 1: 'uncertain' });
    await bot.resend(1);
    shop.fail();
    await bot.delivery.idle();
    expect(said(channel)).toEqual(['考核表见附件', '考核表见附件\n附件没有做成']);
    expect(bot.states()).toEqual({ 1: 'sent' });
  });

  it.each([
    ['just before five minutes', 299_000, 0],
    ['after five minutes', 300_000, 1],
  ])('WHEN nothing comes %s THEN the words wait or go alone', async (_, milliseconds, count) => {
    const channel = scriptedChannel({});
    const shop = workshop();
    const bot = await desk.start(channel, fillerOf(desk.timer(), shop));
    await bot.write({ chat: to('a'), text: '考核表见附件', paper });
    await desk.timer().pass(milliseconds, turns);
    await turns();
    expect(said(channel)).toHaveLength(count);
    // One that hangs would hold up every paper after it.
    expect(shop.givenUp).toBe(count);
  });

  it.each([true, false])(
    'WHEN the process dies while it is made (repeats recognised: %s) THEN the next one makes it and sends it once',
    async (idempotentSends) => {
      const first = workshop();
      const channel = scriptedChannel({ capabilities: { idempotentSends } });
      const bot = await desk.start(channel, fillerOf(desk.timer(), first));
      await bot.write({ chat: to('a'), text: '考核表见附件', paper });
      expect(first.asked).toHaveLength(1);
      bot.die();
      await desk.timer().pass(120_000, turns);
      const second = workshop();
      const next = await desk.open(channel, fillerOf(desk.timer(), second));
      const started = next.start();
      await turns();
      expect(second.asked).toEqual(first.asked);
      second.finish();
      await started;
      // The paper of the dead process is of no use to anybody.
      first.finish();
      await desk.timer().pass(120_000, turns);
      expect(channel.arrived).toMatchObject([{ text: '考核表见附件', files: made }]);
      expect(next.states()).toEqual({ 1: 'sent' });
    },
  );

  it('WHEN another process takes over while it is made THEN only that one sends it', async () => {
    const [slow, quick] = [workshop(), workshop()];
    const [channelA, channelB] = [scriptedChannel({}), scriptedChannel({})];
    const a = await desk.start(channelA, fillerOf(desk.timer(), slow));
    await a.write({ chat: to('a'), text: '考核表见附件', paper });
    // The first process sleeps through the end of its lease.
    desk.timer().skip(300_000);
    const b = await desk.open(channelB, fillerOf(desk.timer(), quick));
    const started = b.start();
    await turns();
    quick.finish();
    await started;
    slow.finish();
    await desk.timer().pass(120_000, turns);
    expect([...said(channelA), ...said(channelB)]).toEqual(['考核表见附件']);
  });
});
