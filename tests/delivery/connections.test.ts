import { afterEach, describe, expect, it } from 'vitest';
import { everything } from '../../src/app/ports/channel.js';
import { handTimer } from '../support/branch/hand-timer.js';
import { scriptedChannel } from '../support/channels/scripted-channel.js';
import { openBotScene, type BotScene } from './bot-scene.js';

let scene: BotScene | undefined;
afterEach(() => scene?.close());

const webhook = (instead: boolean) => ({
  channel: scriptedChannel({
    name: 'webhook',
    capabilities: { hears: false, privateChat: false, mentions: true },
  }),
  instead,
});

describe('GIVEN a connection that is lost', () => {
  it('THEN the operator hears it once and when it is back, and /状态 and the health say since when', async () => {
    scene = await openBotScene();
    const { channel, operator, bot } = scene;
    await scene.pass(60);
    channel.report({ state: 'lost' });
    channel.report({ state: 'lost' });
    expect(operator).toEqual([
      '机器人的“剧本”连接已断开，正在自动重连（11月23日（周一）09:01起）。待发的消息已保存，连上后自动补发。',
    ]);
    expect(bot.health().connections).toEqual([
      { channel: 'test', title: '剧本', state: 'lost', since: '2026-11-23T09:01:00', standby: false },
    ]);
    await scene.pass(600);
    channel.report({ state: 'loginNeeded' });
    channel.report({ state: 'connected' });
    channel.report({ state: 'connected' });
    await scene.pass(1);
    expect(operator.map((line) => line.slice(9, 18))).toEqual([
      '接已断开，正在自动',
      '接登录已失效，须重',
      '接已恢复（11月2',
    ]);
    expect((await scene.say('李强', 'private', '/状态')).join('\n')).toContain(
      '连接：剧本 正常（11月23日（周一）09:11起）',
    );
  });

  it('AND there is another channel THEN the secretary hears it there, once, unless it came back within a minute', async () => {
    const other = webhook(false);
    scene = await openBotScene({ broadcasts: [other] });
    await scene.bot.store.bindGroup(scene.branch, 'webhook', 'hook');
    const texts = () => other.channel.arrived.map(({ text }) => text);
    scene.channel.report({ state: 'lost' });
    await scene.pass(30);
    scene.channel.report({ state: 'connected' });
    await scene.pass(120);
    expect(texts()).toEqual([]);
    scene.channel.report({ state: 'lost' });
    await scene.pass(300);
    expect(texts()).toHaveLength(1);
    expect(texts()[0]).toContain('机器人的“剧本”连接已断开，正在自动重连（11月23日（周一）09:02起）');
    scene.channel.report({ state: 'displaced' });
    await scene.pass(300);
    expect(texts()).toHaveLength(2);
    expect(texts()[1]).toContain('已被另一处登录顶替');
  });
});

describe('GIVEN a webhook beside the channel', () => {
  it.each([
    [false, 1],
    [true, 0],
  ])(
    'WHEN something is for the whole group (instead: %s) THEN it goes there with a call to all',
    async (instead, main) => {
      const other = webhook(instead);
      scene = await openBotScene({ broadcasts: [other] });
      await scene.bot.store.bindGroup(scene.branch, 'webhook', 'hook');
      await scene.say('李强', 'private', '/活动 支部大会 11月28日15:00 三楼');
      const announced = ({ text }: { readonly text: string }) => text.includes('三楼');
      const sent = other.channel.arrived.filter(announced);
      expect(sent).toHaveLength(1);
      expect(sent[0]).toMatchObject({ chat: { kind: 'group', id: 'hook' }, mentions: 'all' });
      const inGroup = scene.channel.arrived.filter(
        (message) => announced(message) && message.chat.kind === 'group',
      );
      expect(inGroup).toHaveLength(main);
      // A conversation stays on its channel.
      const before = other.channel.arrived.length;
      await scene.say('张三', 'group', '/积分');
      expect(other.channel.arrived).toHaveLength(before);
    },
  );
});

describe('GIVEN a channel whose account ids change at every login', () => {
  it('THEN no old id is valid; people found by name are proposed, and an officer rules', async () => {
    const timer = handTimer();
    const channel = scriptedChannel({
      name: 'test',
      capabilities: { ...everything, idempotentSends: false, stableIds: false },
      now: () => timer.now(),
      silent: false,
    });
    scene = await openBotScene({ channel, timer, accounts: false });
    channel.people = [];
    channel.report({ state: 'connected', login: 'one' });
    await scene.pass(1);
    expect((await scene.say('q1', 'private', '/认领 000000', { nickname: '李强' })).join('')).toContain(
      '李强',
    );
    await scene.say('z1', 'private', '/绑定 张三', { nickname: '张三' });
    await scene.say('w1', 'private', '/绑定 王芳', { nickname: '王芳' });
    await scene.say('q1', 'private', '/确认 1 2');
    expect((await scene.say('z1', 'private', '/积分')).join('')).toContain('张三 2026年积分');

    // A new login: everybody has another id, and a second person calls themselves 王芳.
    channel.people = [
      { account: 'z2', nickname: '张三' },
      { account: 'w2', nickname: '王芳' },
      { account: 'x2', nickname: '王芳' },
      { account: 'q2', nickname: '李强' },
    ];
    channel.report({ state: 'connected', login: 'two' });
    await scene.pass(1);
    expect((await scene.say('z1', 'private', '/积分')).join('')).toContain('还没有对应到');
    const claimed = await scene.say('q2', 'private', '/认领 000000', { nickname: '李强' });
    expect(claimed.join('\n')).toContain('#3：张三 绑定账号');
    expect(claimed.join('\n')).not.toContain('王芳');
    expect((await scene.say('z2', 'private', '/积分')).join('')).toContain('还没有对应到');
    await scene.say('q2', 'private', '/确认 3');
    expect((await scene.say('z2', 'private', '/积分')).join('')).toContain('张三 2026年积分：100分');
  });
});
