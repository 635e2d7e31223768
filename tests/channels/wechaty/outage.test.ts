import { afterEach, describe, expect, it } from 'vitest';
import { handTimer } from '../../support/branch/hand-timer.js';
import { roomId, type Said } from '../../support/channels/wechaty/wechaty-world.js';
import { openWechatyBot, type WechatyBotScene } from './bot-scene.js';
import type { Way } from './scene.js';

const scenes: WechatyBotScene[] = [];
afterEach(async () => {
  for (const scene of scenes.splice(0)) await scene.close();
});

const isNotice = ({ to, text }: Said) => to === roomId && text.startsWith('公示第');
const isPicture = ({ to, file }: Said) => to === roomId && file !== undefined;
const named = ({ to, text, file }: Said) => `${to} ${text} ${file?.name ?? ''}`;

async function open(way: Way) {
  const hand = handTimer();
  const scene = await openWechatyBot(way, { hand });
  scenes.push(scene);
  const settle = () => scene.bot.delivery.idle();
  const undelivered = () =>
    scene.sql("SELECT id, state, progress FROM outbox WHERE state NOT IN ('sent', 'unreachable')");
  return {
    scene,
    undelivered,
    pass: (seconds: number) => hand.pass(seconds * 1000, settle),
    /** Moves the bot's own time until everything is out that will go out; so many letters wait for another. */
    drain: async (waiting = 0) => {
      await expect
        .poll(async () => {
          await hand.pass(5_000, settle);
          return scene.sql("SELECT 1 FROM outbox WHERE state IN ('queued', 'sending', 'waiting')").length;
        })
        .toBe(waiting);
    },
    publishes: async () => {
      await scene.moveTo('2027-01-04T08:59:00');
      await hand.pass(120_000, settle);
      const before = scene.world.said.length;
      await scene.moveTo('2027-01-04T09:00:00');
      return () => scene.world.said.slice(before);
    },
  };
}

/** The letters of a publication when nothing goes wrong. */
async function undisturbed(): Promise<readonly string[]> {
  const control = await open('process');
  const said = await control.publishes();
  await control.drain();
  return said().map(named).sort();
}

describe('GIVEN a gateway that is killed for 90 s in the middle of a quarterly publication', () => {
  it.each([
    ['the text', isNotice, ['text', '公示第1号.png']],
    ['the picture', isPicture, ['公示第1号.png']],
  ] as const)(
    'WHEN %s was taken but nobody said so THEN all else arrives once, and that is sent again only by /补发',
    async (_, isLast, doubtful) => {
      // The picture of a doubtful text waits for it.
      const waiting = doubtful.length - 1;
      const whole = await undisturbed();
      expect(whole.join()).toContain('公示第1号.png');
      const { scene, pass, drain, undelivered, publishes } = await open('gateway');
      let back: (() => Promise<void>) | undefined;
      scene.world.rules.taken = async (said) => {
        if (back === undefined && isLast(said)) back = await scene.gateway!.kill();
      };
      const said = await publishes();
      await expect.poll(() => scene.state()).toBe('lost');
      await pass(90);
      const during = said().length;
      expect(during).toBeLessThan(whole.length);
      expect(scene.state()).toBe('lost');
      await back!();
      await expect.poll(() => scene.state()).toBe('connected');
      await drain(waiting);
      const arrived = said().map(named);
      expect(new Set(arrived).size).toBe(arrived.length);
      expect(undelivered()).toMatchObject([
        { state: 'uncertain', progress: 0 },
        ...Array<object>(waiting).fill({ state: 'queued' }),
      ]);
      expect(whole.filter((one) => !arrived.includes(one))).toHaveLength(waiting);
      for (const who of ['李强', '赵敏'])
        expect(said().some(({ to, text }) => to === who && text.includes('没有发到支部群'))).toBe(true);

      const [{ id }] = undelivered() as [{ id: number }];
      await scene.say('李强', 'private', '/状态');
      await drain(waiting);
      await scene.shows(({ to, text }) => to === '李强' && text.includes('不能确定是否送达1条'));
      const before = scene.world.said.length;
      await scene.say('李强', 'private', `/补发 ${id}`);
      await drain();
      const again = scene.world.said.slice(before).filter(({ to }) => to === roomId);
      expect(again.map((one) => one.file?.name ?? 'text')).toEqual(doubtful);
      expect(undelivered()).toEqual([]);
    },
  );
});
