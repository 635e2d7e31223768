import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBotScene, type BotScene } from '../delivery/bot-scene.js';

let scene: BotScene;
beforeEach(async () => {
  scene = await openBotScene();
});
afterEach(() => scene.close());

const recall = (who: string, place: 'group' | 'private' = 'group') =>
  scene.say(who, place, '', { recalled: true });
const send = (who: string, unusable: 'video' | 'voice', place: 'group' | 'private', text = '') =>
  scene.say(who, place, text, { unusable });

describe('GIVEN somebody who takes back the chat message of a registration', () => {
  it('THEN they read once that the registration stands, with the line that takes it back', async () => {
    await scene.say('赵敏', 'group', '/加分 张三、王芳 8 献血');
    expect(await recall('赵敏')).toEqual([
      '群：撤回聊天消息不等于撤回登记，#1、#2 还在。要撤回的，请发送“/撤回 1”、“/撤回 2”。',
    ]);
    await scene.say('赵敏', 'group', '/撤回 1');
    expect(await recall('赵敏')).toEqual([
      '群：撤回聊天消息不等于撤回登记，#2 还在。要撤回的，请发送“/撤回 2”。',
    ]);
    expect(await scene.say('赵敏', 'group', '/撤回 2')).toEqual([expect.stringContaining('#2')]);
    expect(await recall('赵敏')).toEqual([]);
  });

  it('WHEN it was a leave THEN the line is that of a leave', async () => {
    await scene.say('赵敏', 'group', '/活动 支部大会 11月28日 15:00 会议室');
    await scene.say('张三', 'private', '/请假 支部大会 病假');
    expect((await recall('张三', 'private')).join()).toContain('“/销假 1”');
  });

  it('WHEN they opened nothing lately, or it was somebody else THEN nothing is said', async () => {
    await scene.say('赵敏', 'group', '/加分 张三 8 献血');
    expect(await recall('王芳')).toEqual([]);
    expect(await recall('路人')).toEqual([]);
    scene.timer.skip(240_000);
    expect(await recall('赵敏')).toEqual([]);
  });

  it('WHEN it was an objection THEN the group does not learn whose it is', async () => {
    await scene.say('赵敏', 'private', '/加分 张三 8 献血 证明 王芳、孙伟');
    for (const who of ['王芳', '孙伟']) await scene.say(who, 'private', '/证明 1');
    await scene.say('李强', 'private', '/确认 1');
    await scene.say('周涛', 'private', '/异议 1 没有这回事');
    expect(await recall('周涛')).toEqual([]);
  });
});

describe('GIVEN a video or a voice message', () => {
  it.each(['group', 'private'] as const)(
    'WHEN it follows /材料 (%s) THEN one sentence says what to send instead',
    async (place) => {
      await scene.say('赵敏', 'group', '/加分 张三 8 献血');
      await scene.say('赵敏', place, '/材料 1');
      expect(await send('赵敏', 'video', place)).toEqual([
        expect.stringContaining('视频不能作材料，请发图片或文件（例：把证书拍张照片发来）。'),
      ]);
      expect(await send('赵敏', 'voice', place, '这是证书')).toEqual([
        expect.stringContaining('语音不能作材料，请发图片或文件'),
      ]);
    },
  );

  it('WHEN nothing is awaited THEN the group hears nothing, in private it is answered, and words in it count', async () => {
    expect(await send('张三', 'video', 'group')).toEqual([]);
    expect(await send('张三', 'voice', 'group')).toEqual([]);
    expect(await send('张三', 'voice', 'private')).toEqual([
      '张三：语音听不了，请打字告诉我，或发送“帮助”。',
    ]);
    expect((await send('张三', 'voice', 'private', '积分')).join()).toContain('张三 2026年积分：100分');
  });
});
