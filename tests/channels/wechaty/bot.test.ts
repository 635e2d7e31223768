import { afterEach, describe, expect, it } from 'vitest';
import { tooLarge } from '../../support/channels/too-large.js';
import { roomId } from '../../support/channels/wechaty/wechaty-world.js';
import { openWechatyBot, type WechatyBotScene } from './bot-scene.js';
import { peopled, ways } from './scene.js';

let scene: WechatyBotScene;
afterEach(() => scene.close());

const rulings = () => scene.sql('SELECT ruler, decision FROM ruling');
const notices = () => scene.world.said.filter(({ to, text }) => to === roomId && text.includes('公示'));

/** A bonus that waits for the secretary. */
const proven = async (): Promise<void> => {
  await scene.say('赵敏', 'group', '/加分 张三 8 公益活动 证明 王芳、孙伟');
  await scene.say('王芳', 'group', '/证明 1');
  await scene.say('孙伟', 'group', '/证明 1');
};

describe.each(ways)('GIVEN a matter that waits for the secretary (%s)', (way) => {
  it("THEN neither a stranger nor somebody with the secretary's name decides; the secretary does", async () => {
    scene = await openWechatyBot(way);
    await proven();
    await scene.say('路人', 'group', '/确认 1');
    scene.world.rename('路人', '李强');
    await scene.say('路人', 'group', '/确认 1');
    await scene.say('路人', 'private', '/确认 1');
    expect(rulings()).toEqual([]);
    await scene.say('李强', 'private', '/确认 1');
    expect(rulings()).toHaveLength(1);
    await scene.shows(({ to, text }) => to === '李强' && text.includes('#1 已认定：张三同志 +3分'));
  });
});

describe.each(ways)('GIVEN 300 messages out of order and twice (%s)', (way) => {
  it('THEN each is carried out once', async () => {
    scene = await openWechatyBot(way);
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    // 7 and 300 have no common divisor: every number once, none in its place.
    for (const number of [...numbers, ...numbers].map((_, index) => (index * 7) % 300))
      scene.world.text(
        { from: '赵敏', room: roomId, id: `n${number}` },
        `/加分 张三 8 第${number}次公益活动`,
      );
    const matters = () => scene.sql('SELECT 1 FROM matter').length;
    await expect.poll(matters).toBe(300);
    await scene.say('王芳', 'group', '/帮助');
    expect(matters()).toBe(300);
  });
});

describe('GIVEN a gateway that is gone when a quarterly publication falls due', () => {
  it('THEN nothing is said twice, the rest waits, and the operator knows', async () => {
    scene = await openWechatyBot('gateway');
    await scene.moveTo('2027-01-04T08:59:00');
    const before = scene.world.said.length;
    const back = await scene.gateway!.line.cut();
    await expect.poll(() => scene.state()).toBe('lost');
    await scene.moveTo('2027-01-04T09:00:00');
    expect(scene.world.said).toHaveLength(before);
    expect(scene.operator.join('\n')).toContain('机器人的“微信机器人”连接已断开，正在自动重连');
    await back();
    await expect.poll(notices).toHaveLength(1);
    await expect.poll(() => scene.state()).toBe('connected');
    await scene.bot.delivery.idle();
    expect(notices()).toHaveLength(1);
    expect(scene.operator.at(-1)).toContain('连接已恢复');
    expect(
      scene.sql("SELECT 1 FROM outbox WHERE channel = 'wechaty' AND state NOT IN ('sent', 'unreachable')"),
    ).toEqual([]);
  });
});

describe('GIVEN a puppet whose ids change at every login', () => {
  it('THEN no old id is valid; people found in the group by name are proposed, and an officer rules', async () => {
    scene = await openWechatyBot('process', { accounts: false, stableIds: false });
    const { world } = scene;
    await expect.poll(() => scene.announced.join('\n')).toContain('/认领 000000');
    await scene.say('李强', 'private', '/认领 000000');
    await scene.say('张三', 'private', '/绑定 张三');
    await scene.say('李强', 'private', '/确认 1');
    await scene.say('张三', 'private', '/积分');
    await scene.shows(({ to, text }) => to === '张三' && text.includes('张三 2026年积分'));
    await world.logout();
    await expect.poll(() => scene.state()).toBe('loginNeeded');

    // The same people and group under new ids, and somebody who took another's name.
    const names = ['李强', '张三', '王芳'];
    world.forget();
    for (const name of names) world.person(`new-${name}`, name);
    world.person('new-trap', '王芳');
    world.person('new-bot', '机器人');
    world.room('new@chatroom', '机关第一党支部工作群', [
      'new-bot',
      'new-trap',
      ...names.map((name) => `new-${name}`),
    ]);
    world.login('new-bot');
    await expect.poll(() => scene.state()).toBe('connected');
    await scene.say('new-张三', 'private', '/积分');
    await scene.shows(({ to, text }) => to === 'new-张三' && text.includes('还没有对应到'));
    await scene.say('new-李强', 'private', '/认领 000000');
    // On a card of its own, or in a list, as the group was read before the claim or after it.
    const isProposed = /#(\d+)[： ]张三/u;
    const proposed = await scene.shows(({ to, text }) => to === 'new-李强' && isProposed.test(text));
    expect(proposed.text).not.toContain('王芳');
    const number = isProposed.exec(proposed.text)?.[1] ?? '';
    await scene.say('new-李强', 'private', `/确认 ${number}`);
    await scene.say('new-张三', 'private', '/积分');
    await scene.shows(({ to, text }) => to === 'new-张三' && text.includes('张三 2026年积分：100分'));
    expect(world.said.some(({ to }) => to === 'new-trap')).toBe(false);
  });
});

describe('GIVEN papers', () => {
  it('THEN they arrive under their names; the text names what WeChat cannot carry', async () => {
    scene = await openWechatyBot('gateway');
    await scene.say('张三', 'private', '/考核表');
    const { file } = await scene.shows(({ to, file: sent }) => to === '张三' && sent !== undefined);
    expect(file!.name).toMatch(/考核表.*\.docx$/u);
    // A docx is a zip.
    expect(Buffer.from(file!.bytes).subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    scene.bot.delivery.answer(tooLarge('张三'));
    const { text } = await scene.shows((one) => one.text.startsWith('活动照片'));
    expect(text).toContain('图片“合影.png”、文件“资料.zip”在这里发不出来');
    await scene.bot.delivery.idle();
    expect(
      scene.world.said.filter((one) => one.file !== undefined).map((one) => one.file!.name),
    ).not.toContain('资料.zip');
  });
});

describe('GIVEN a text of 30,000 characters', () => {
  it('THEN it arrives whole, in order, in messages that WeChat shows', async () => {
    scene = await openWechatyBot('gateway', { prepare: peopled });
    const rows = Array.from(
      { length: 1_000 },
      (_, index) => `${String(index).padStart(4, '0')} 支部党员积分明细与事由共三十个字一行${'表'.repeat(6)}`,
    );
    const text = rows.join('\n');
    expect(text.length).toBeGreaterThan(29_000);
    scene.bot.delivery.answer({
      key: 'long',
      chat: { kind: 'group', id: '机关第一党支部工作群' },
      text,
      files: [],
    });
    await expect.poll(() => scene.world.said.map((one) => one.text).join('\n')).toBe(text);
    expect(Math.max(...scene.world.said.map((one) => Buffer.byteLength(one.text)))).toBeLessThanOrEqual(
      6_000,
    );
  });
});
