import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { scriptedChannel } from '../support/channels/scripted-channel.js';
import { groupChat, openBotScene, type BotScene } from './bot-scene.js';

let scene: BotScene;
beforeEach(async () => {
  scene = await openBotScene();
});
afterEach(() => scene.close());

/** The subject of a deduction hears it in private: nobody else may know the reason. */
const deductFrom = async (who: string, number: number) => {
  await scene.say('赵敏', 'private', `/减分 ${who} 15 一般 迟到早退${number}`);
  return scene.say('赵敏', 'private', `/材料 ${number} 文号 考勤表`);
};
const deduct = () => deductFrom('张三', 1);

describe('GIVEN somebody whom the bot may not write to first', () => {
  it('WHEN there is something private THEN it waits, and the group hears once that they should speak to the bot', async () => {
    scene.channel.always('张三', 'contactFirst');
    const heard = [...(await deduct()), ...(await scene.pass(2))];
    expect(heard.filter((line) => line.startsWith('群：'))).toEqual([
      '群：张三同志：有消息要私下告诉您，请先私聊机器人发一句话（例：/待办）。',
    ]);
    expect(heard.join('\n')).toContain('李强：待认定 #1');
    const again = await scene.say('李强', 'private', '/驳回 1 情况不实');
    expect(again.some((line) => line.startsWith('群：'))).toBe(false);
    expect(await scene.pass(600)).toEqual([]);
    scene.channel.always('张三', undefined);
    const spoken = await scene.say('张三', 'private', '在吗');
    expect(spoken[0]).toMatch(/^张三：.*迟到早退/su);
    expect(spoken.every((line) => line.startsWith('张三：'))).toBe(true);
    // Nothing private ever went to the group.
    const inGroup = scene.channel.arrived.filter(({ chat }) => chat.kind === 'group').map(({ text }) => text);
    expect(inGroup.join('\n')).not.toMatch(/迟到|情况不实|减分|−3/u);
  });

  it('WHEN there are several THEN the group hears their names in one message, each once for ever', async () => {
    for (const who of ['张三', '王芳', '周涛']) scene.channel.always(who, 'contactFirst');
    for (const [index, who] of ['张三', '王芳'].entries()) await deductFrom(who, index + 1);
    expect(await scene.pass(2)).toContain(
      '群：张三、王芳同志：有消息要私下告诉各位，请先私聊机器人发一句话（例：/待办）。',
    );
    for (const [index, who] of ['王芳', '周涛'].entries()) await deductFrom(who, index + 3);
    expect((await scene.pass(600)).filter((line) => line.startsWith('群：'))).toEqual([
      '群：周涛同志：有消息要私下告诉您，请先私聊机器人发一句话（例：/待办）。',
    ]);
  });

  it('WHEN they ask something in the group THEN the answer waits a while for a private message', async () => {
    scene.channel.always('张三', 'contactFirst');
    const heard = [...(await scene.say('张三', 'group', '/明细')), ...(await scene.pass(2))];
    expect(heard.some((line) => line.includes('请先私聊机器人'))).toBe(true);
    scene.channel.always('张三', undefined);
    expect((await scene.say('张三', 'private', '你好')).join('\n')).toContain('张三 2026年积分：100分');
  });
});

describe('GIVEN letters that may not have arrived', () => {
  it('WHEN the secretary looks THEN they see to whom and when, and resend one by its number', async () => {
    await scene.say('赵敏', 'private', '/减分 张三 15 一般 迟到早退');
    scene.channel.always('张三', 'lost');
    await scene.say('赵敏', 'private', '/材料 1 文号 考勤表');
    scene.channel.always('张三', undefined);
    expect((await scene.say('李强', 'private', '/状态')).join('\n')).toContain(
      '消息：不能确定是否送达1条（发送“/补发”查看）',
    );
    const [list = ''] = await scene.say('李强', 'group', '/补发');
    expect(list).toBe('群：已私信答复您。');
    const listed = scene.channel.arrived.at(-1)?.text ?? '';
    expect(listed).toMatch(
      /^没有确认送达的消息1条：\n\d+ 给张三同志的私信 11月23日（周一）09:00 不能确定是否送达/u,
    );
    expect(listed).not.toContain('迟到');
    const number = /\n(\d+) /u.exec(listed)?.[1] ?? '';
    const heard = await scene.say('李强', 'private', `/补发 ${number}、99`);
    expect(heard.filter((line) => line.startsWith('张三：'))).toHaveLength(1);
    expect(heard.find((line) => line.startsWith('李强：'))).toBe(
      `李强：第${number}条（给张三同志的私信）已重新发送。\n没有可补发的第99条，请发送“/补发”查看编号。`,
    );
    expect((await scene.say('李强', 'private', `/补发 ${number}`)).join('')).toContain('没有可补发的');
    expect((await scene.say('李强', 'private', '/补发')).join('')).toContain('没有需要补发的消息');
  });

  it('WHEN it was for the group THEN they see its beginning, to ask whether it arrived', async () => {
    scene.channel.always('g', 'lost');
    await scene.say('赵敏', 'group', '/加分 张三 8 公益活动');
    scene.channel.always('g', undefined);
    expect((await scene.say('李强', 'private', '/补发')).join('')).toMatch(
      /\n\d+ 群消息“已登记 #1：张三同志 第8项‘公益活动…” 11月23日（周一）09:00 不能确定是否送达/u,
    );
  });

  it('WHEN a member tries THEN they are refused', async () => {
    expect((await scene.say('张三', 'private', '/补发 1')).join('')).toContain(
      '由考核记录员、书记、副书记办理',
    );
  });
});

describe('GIVEN a private letter to an account that has been taken away since', () => {
  it('WHEN the account speaks THEN it does not hear what waited; the person does, once they have another', async () => {
    scene.channel.always('张三', 'contactFirst');
    await deduct();
    await scene.say('李强', 'private', '/解绑 张三');
    scene.channel.always('张三', undefined);
    expect(await scene.say('张三', 'private', '在吗')).toEqual([
      expect.stringContaining('请发送“/绑定 您的姓名”'),
    ]);
    const listed = (await scene.say('李强', 'private', '/补发')).join('');
    expect(listed).toMatch(/给张三同志的私信 11月23日（周一）09:00 没有发出/u);
    const number = /\n(\d+) 给张三/u.exec(listed)?.[1] ?? '';
    expect(await scene.say('李强', 'private', `/补发 ${number}`)).toEqual([
      `李强：第${number}条（给张三同志的私信）没有发送：这位同志现在没有可用的账号，请本人绑定账号后再补发。`,
    ]);
    await scene.say('新号', 'private', '/绑定 张三');
    await scene.say('李强', 'private', '/确认 2');
    const heard = await scene.say('李强', 'private', `/补发 ${number}`);
    expect(heard.filter((line) => line.includes('迟到早退'))).toEqual([expect.stringMatching(/^新号：/u)]);
  });

  it('WHEN nobody knows whether it arrived THEN it is not sent there again', async () => {
    scene.channel.always('张三', 'lost');
    await deduct();
    scene.channel.always('张三', undefined);
    await scene.say('李强', 'private', '/解绑 张三');
    const number = /\n(\d+) 给/u.exec((await scene.say('李强', 'private', '/补发')).join(''))?.[1] ?? '';
    const heard = await scene.say('李强', 'private', `/补发 ${number}`);
    expect(heard.join('')).toContain('没有发送');
    expect(heard.filter((line) => line.startsWith('张三：'))).toEqual([]);
  });
});

describe('GIVEN an account that is bound to nobody', () => {
  it('WHEN it talks THEN nothing; WHEN it types commands THEN the bot explains how to bind, once a day', async () => {
    expect(await scene.say('路人', 'group', '大家好')).toEqual([]);
    expect(await scene.say('路人', 'group', '/积分')).toHaveLength(1);
    expect(await scene.say('路人', 'group', '/确认 1')).toEqual([]);
    expect(await scene.say('路人', 'private', '/待办')).toEqual([]);
    expect(await scene.say('别人', 'group', '/积分')).toHaveLength(1);
    expect(await scene.say('路人', 'private', '/帮助')).toHaveLength(1);
    scene.timer.skip(86_400_000);
    await scene.pass(2);
    expect(await scene.say('路人', 'private', '/积分')).toHaveLength(1);
  });

  it('WHEN its nickname is the secretary’s THEN it still speaks for nobody', async () => {
    await scene.say('赵敏', 'group', '/加分 张三 8 公益活动 证明 王芳、周涛');
    await scene.say('王芳', 'group', '/证明 1');
    await scene.say('周涛', 'group', '/证明 1');
    const heard = await scene.say('stranger', 'group', '/确认 1', { nickname: '李强' });
    expect(heard.join('')).toContain('还没有对应到');
    expect(scene.sql('SELECT * FROM ruling')).toEqual([]);
  });
});

describe('GIVEN a lost phone', () => {
  it('WHEN the secretary takes the account away THEN it speaks for nobody, and a new one can be bound', async () => {
    expect((await scene.say('李强', 'group', '/解绑 张三')).join('')).toContain('已停用张三同志的账号');
    expect((await scene.say('张三', 'private', '/积分')).join('')).toContain('还没有对应到');
    await scene.say('新号', 'private', '/绑定 张三');
    await scene.say('李强', 'private', '/确认 1');
    expect((await scene.say('新号', 'private', '/积分')).join('')).toContain('张三 2026年积分：100分');
  });

  it('WHEN it is one’s own THEN somebody else has to do it; of several accounts one is chosen', async () => {
    expect((await scene.say('李强', 'private', '/解绑 李强')).join('')).toContain('不能自己停用');
    expect((await scene.say('张三', 'private', '/解绑 王芳')).join('')).toContain(
      '由书记、副书记、上级审核人办理',
    );
    await scene.say('平板', 'private', '/绑定 张三');
    await scene.say('李强', 'private', '/确认 1');
    const list = (await scene.say('李强', 'group', '/解绑 张三')).join('\n');
    expect(list).toContain('2：昵称“平板”，');
    const [line = ''] = list.split('\n').filter((one) => one.startsWith('/'));
    const heard = await scene.say('李强', 'private', line);
    expect(heard.join('\n')).toContain('还有1个账号可用');
    expect(heard.join('\n')).toContain('平板：您的另一个账号已由李强同志停用');
    expect((await scene.say('平板', 'private', '/积分')).join('')).toContain('100分');
  });
});

describe('GIVEN a channel with cards', () => {
  it('WHEN somebody presses a button THEN it types their line, and the card shows the decision', async () => {
    await scene.close();
    const channel = scriptedChannel({ name: 'test', capabilities: { cards: { maximumBytes: 2_000 } } });
    scene = await openBotScene({ channel });
    await scene.say('赵敏', 'group', '/加分 张三 8 公益活动 证明 王芳、周涛');
    await scene.say('王芳', 'group', '/证明 1');
    await scene.say('周涛', 'group', '/证明 1');
    const card = channel.arrived.find((message) => message.card !== undefined)?.card;
    expect(card?.id).toMatch(/^b1-1-\d+-20261123090000$/u);
    expect(card?.title).toContain('待认定 #1');
    expect(card?.buttons.map(({ label, line }) => `${label} ${line}`)).toEqual([
      '确认 /确认 1',
      '驳回 /驳回 1',
      '查看 /待办',
    ]);
    const click = { card: card?.id ?? '' };
    const reply = { handle: 'h1', expiresAt: '2026-11-23T09:00:05' };
    const stranger = await scene.say('路人', 'group', '/确认 1', { click });
    expect(stranger.join('')).toContain('还没有对应到');
    // Again: a typed line would get the hint only once, but people press a silent button again and again.
    expect((await scene.say('路人', 'group', '/确认 1')).join('')).toBe('');
    expect((await scene.say('路人', 'group', '/确认 1', { click })).join('')).toContain('还没有对应到');
    const member = await scene.say('张三', 'group', '/确认 1', { click });
    expect(member.join('')).toContain('由书记、副书记、上级审核人办理');
    expect(scene.sql('SELECT * FROM ruling')).toEqual([]);
    const asked = (await scene.say('李强', 'private', '/驳回 1', { click })).join('');
    expect(asked).toContain('请写明驳回的理由');
    // The line to copy is about this matter and no other.
    expect(asked).toContain('例：/驳回 1 材料不足');
    await scene.say('李强', 'private', '/确认 1', { click, reply });
    const updates = channel.arrived.filter(({ update }) => update !== undefined);
    expect(updates).toHaveLength(1);
    const decided = '#1 已经认定（李强同志）';
    const shown = `${decided}\n张三 第8项“公益活动” +3分`;
    expect(updates[0]).toMatchObject({ text: shown, update: click, reply: 'h1' });
    // A later press: only people who may rule learn what it was about.
    for (const [who, where] of [
      ['钱进', 'private'],
      ['钱进', 'group'],
      ['张三', 'private'],
      ['路人', 'private'],
    ] as const)
      await scene.say(who, where, '/确认 1', { click });
    expect(channel.arrived.filter(({ update }) => update !== undefined).map(({ text }) => text)).toEqual([
      shown,
      shown,
      decided,
      decided,
      decided,
    ]);
    // The answer to the click used its handle too; the letter to the group could not.
    expect(channel.arrived.filter(({ reply: handle }) => handle === 'h1').length).toBeGreaterThan(1);
    expect(
      channel.arrived.some(({ chat, reply: handle }) => chat === groupChat && handle !== undefined),
    ).toBe(false);
  });
});
