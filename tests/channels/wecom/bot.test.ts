import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { tooLarge } from '../../support/channels/too-large.js';
import type { Shown, TemplateCard } from '../../support/channels/wecom/wecom-desk.js';
import { openWecomBot, type WecomBot } from './bot-scene.js';
import { group } from './scene.js';

let scene: WecomBot;
beforeEach(async () => {
  scene = await openWecomBot();
});
afterEach(async () => {
  expect(scene.service.broken).toEqual([]);
  await scene.close();
});

const rulings = () => scene.sql('SELECT ruler, decision FROM ruling');

/** A matter that waits for the secretary, with its card. */
const asked = async (): Promise<TemplateCard> => {
  await scene.say('李强', null, '/待办');
  await scene.say('赵敏', group, '/加分 张三 8 公益活动 证明 王芳、孙伟');
  await scene.say('王芳', group, '/证明 1');
  await scene.say('孙伟', group, '/证明 1');
  const { card } = await scene.shows(({ chat, card: one }) => chat === '李强' && one !== undefined);
  return card!;
};

describe('GIVEN the card that asks the secretary', () => {
  it.each(['nested', 'flat'] as const)(
    'WHEN others press 确认 (%s) THEN they are refused as if typed',
    async (shape) => {
      const card = await asked();
      expect(card.button_list!.map(({ text, key }) => `${text} ${key}`)).toEqual([
        '确认 /确认 1',
        '驳回 /驳回 1',
        '查看 /待办',
      ]);
      await scene.press('路人', group, card, '确认', shape);
      await scene.shows(({ chat, text }) => chat === group && text.includes('还没有对应到'));
      await scene.press('张三', null, card, '确认', shape);
      await scene.shows(
        ({ chat, text }) => chat === '张三' && text.includes('由书记、副书记、上级审核人办理'),
      );
      expect(rulings()).toEqual([]);
      expect(scene.service.shown.filter(({ how }) => how === 'update')).toEqual([]);
    },
  );

  it.each(['nested', 'flat'] as const)(
    'WHEN the secretary presses 确认 (%s) THEN it is decided once, and the card says what and by whom',
    async (shape) => {
      const card = await asked();
      await scene.press('李强', null, card, '确认', shape);
      const update = await scene.shows(({ how }) => how === 'update');
      expect(update.text).toContain('#1 已经认定（李强同志）');
      expect(update.card).toMatchObject({
        card_type: 'button_interaction',
        task_id: card.task_id,
        button_list: [{ text: '查看待办', key: '/待办' }],
      });
      await scene.shows(({ chat, text }) => chat === '李强' && text.includes('#1 已认定：张三同志 +3分'));
      await scene.press('李强', null, card, '确认', shape);
      await scene.shows(({ text }) => text.includes('不再重复办理'));
      expect(rulings()).toHaveLength(1);
    },
  );

  it('WHEN 驳回 is pressed THEN the reason is asked for, with a line to copy', async () => {
    const card = await asked();
    await scene.press('李强', null, card, '驳回');
    await scene.shows(({ chat, text }) => chat === '李强' && text.includes('请写明驳回的理由'));
    expect(rulings()).toEqual([]);
  });
});

describe('GIVEN 300 messages out of order and twice', () => {
  it('THEN each is carried out once', async () => {
    const numbers = Array.from({ length: 300 }, (_, index) => index);
    // 7 and 300 have no common divisor: every number once, none in its place.
    const order = [...numbers, ...numbers].map((_, index) => (index * 7) % 300);
    for (const number of order)
      scene.service.text(
        { from: '赵敏', group, msgid: `n${number}` },
        `@机器人 /加分 张三 8 第${number}次公益活动`,
      );
    scene.service.text({ from: '王芳', group, msgid: 'last' }, '@机器人 /帮助');
    await expect.poll(() => scene.sql('SELECT 1 FROM matter').length).toBe(300);
    await scene.bot.delivery.idle();
    expect(scene.sql('SELECT 1 FROM matter')).toHaveLength(300);
  });
});

describe('GIVEN papers', () => {
  it('THEN they arrive under their names; the text names what WeCom cannot carry', async () => {
    await scene.say('张三', null, '/考核表');
    const { file } = await scene.shows(({ chat, file: sent }) => chat === '张三' && sent !== undefined);
    expect(file!.name).toMatch(/考核表.*\.docx$/u);
    // A docx is a zip.
    expect(file!.bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
    scene.bot.delivery.answer(tooLarge('张三'));
    const { text } = await scene.shows((one) => one.text.startsWith('活动照片'));
    expect(text).toContain('图片“合影.png”、文件“资料.zip”在这里发不出来');
    await scene.bot.delivery.idle();
    expect(scene.service.shown.map((one) => one.file?.name)).not.toContain('资料.zip');
  });
});

describe('GIVEN a publication while the service is down', () => {
  const notices = () =>
    scene.service.shown.filter(({ chat, text }) => chat === group && text.includes('公示'));

  it('THEN it waits, and the group hears it once when the service is back', async () => {
    await scene.say('李强', group, '/帮助');
    const back = await scene.service.kill();
    await expect.poll(() => scene.state()).toBe('lost');
    await scene.moveTo('2027-01-04T09:00:00');
    expect(notices()).toEqual([]);
    expect(scene.operator.join('\n')).toContain('企业微信机器人');
    await back();
    await scene.shows(({ chat, text }) => chat === group && text.includes('公示'));
    await scene.bot.delivery.idle();
    expect(notices()).toHaveLength(1);
  });

  it('AND the connection is cut before the acknowledgement THEN it is not said twice', async () => {
    await scene.say('李强', group, '/帮助');
    // Both have private chats, so only the notice goes to the group.
    await scene.say('李强', null, '/待办');
    await scene.say('赵敏', null, '/待办');
    await scene.moveTo('2027-01-04T08:59:00');
    scene.service.rules.cutAfterTaking = group;
    await scene.moveTo('2027-01-04T09:00:00');
    await expect.poll(() => scene.service.subscriptions()).toBe(2);
    await expect.poll(() => scene.state()).toBe('connected');
    const uncertain = () => scene.sql("SELECT id FROM outbox WHERE state = 'uncertain'");
    await expect.poll(() => uncertain().length).toBe(1);
    await scene.say('李强', null, '/状态');
    await scene.shows(({ chat, text }) => chat === '李强' && text.includes('不能确定是否送达1条'));
    expect(notices()).toHaveLength(1);
    const isPicture = ({ chat, file }: Shown) => chat === group && file?.name === '公示第1号.png';
    const [{ id }] = uncertain() as [{ id: number }];
    for (const who of ['李强', '赵敏'])
      await scene.shows(({ chat, text }) => chat === who && text.includes(`“/补发 ${id}”`));
    // The picture waits for its words.
    expect(scene.service.shown.filter(isPicture)).toEqual([]);
    await scene.say('李强', null, `/补发 ${id}`);
    await scene.shows(isPicture);
    expect(notices()).toHaveLength(2);
    expect(scene.service.shown.filter(isPicture)).toHaveLength(1);
  });
});

describe('GIVEN a bot that a newer connection replaced', () => {
  it('THEN the operator hears it, and the group by the webhook', async () => {
    await scene.close();
    scene = await openWecomBot({ webhook: true });
    await scene.displace();
    await expect.poll(() => scene.operator.join('\n')).toContain('已被另一处登录顶替');
    await expect
      .poll(() => scene.webhook!.posted.map(({ text }) => text?.content).join('\n'))
      .toContain('已被另一处登录顶替');
    expect(scene.state()).toBe('displaced');
  });

  it('AND group letters go by the webhook once, and mention all', async () => {
    await scene.close();
    scene = await openWecomBot({ webhook: true });
    await scene.say('李强', group, '/活动 支部大会 11月28日15:00 三楼');
    await expect.poll(() => scene.webhook!.posted.length).toBe(1);
    expect(scene.webhook!.posted[0]!.text).toMatchObject({ mentioned_list: ['@all'] });
    expect(scene.webhook!.posted[0]!.text!.content).toContain('三楼');
    expect(
      scene.service.shown.some(
        ({ chat, how, text }) => chat === group && how === 'push' && text.includes('三楼'),
      ),
    ).toBe(false);
  });
});

describe('GIVEN a branch whose group is not known yet', () => {
  beforeEach(async () => {
    await scene.close();
    scene = await openWecomBot({ isBound: false });
  });
  const bound = () => scene.sql('SELECT chat FROM group_chat');

  it('WHEN a stranger mentions the bot in some group THEN the bot explains how to bind, and ignores the group', async () => {
    await scene.say('路人', 'wrOther', '/积分');
    await scene.shows(({ chat, text }) => chat === 'wrOther' && text.includes('/绑定'));
    expect(bound()).toEqual([]);
  });

  it("WHEN a person of the branch does THEN that group, and no other, is the branch's", async () => {
    await scene.say('李强', group, '/帮助');
    expect(bound()).toEqual([{ chat: group }]);
    expect(scene.groups).toEqual([`adopted 机关第一党支部 ${group}`]);
    await scene.say('李强', 'wrOther', '/积分');
    expect(bound()).toEqual([{ chat: group }]);
    expect(scene.groups.at(-1)).toBe('unknown wrOther');
    expect(scene.service.shown.some(({ chat }) => chat === 'wrOther')).toBe(false);
  });
});

describe('GIVEN two accounts that both ask to be one person', () => {
  it('THEN the secretary sees which account asks, and that another one does too', async () => {
    await scene.say('李强', null, '/待办');
    await scene.say('zhangsan', group, '/绑定 张三');
    await scene.say('sunwei02', group, '/绑定 张三');
    const card = (number: number): Promise<Shown> =>
      scene.shows(({ card: shown, text }) => shown !== undefined && text.includes(`#${number}：张三`));
    expect((await card(1)).text).toContain('申请的账号：zhangsan');
    expect((await card(2)).text).toContain(
      '申请的账号：sunwei02\n#1也申请绑定为这位同志，请向本人核实后再确认。',
    );
    await scene.say('李强', null, '/待办');
    await scene.shows(({ text }) => text.includes('申请的账号：zhangsan') && text.includes('sunwei02'));
    // The group hears a number and a name, but not whose account it is.
    expect(scene.service.shown.some(({ chat, text }) => chat === group && text.includes('sunwei02'))).toBe(
      false,
    );
  });
});
