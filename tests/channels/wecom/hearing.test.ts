import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { group, openWecom, type WecomScene } from './scene.js';

let scene: WecomScene;
beforeEach(async () => {
  scene = await openWecom();
});
afterEach(async () => {
  expect(scene.service.broken).toEqual([]);
  await scene.close();
});

const jpg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a picture of a certificate')]);

describe('GIVEN somebody who mentions the bot in the group', () => {
  it.each([
    ['@支部机器人 /积分', '/积分'],
    ['@支部机器人\u2005/积分', '/积分'],
    ['@支部机器人/积分', '/积分'],
    ['/积分 @支部机器人', '/积分'],
    ['@别的名字 ／积分', '／积分'],
    ['@支部机器人 /加分 @张三 8 献血', '/加分 @张三 8 献血'],
    ['@支部机器人 大家好', '大家好'],
    ['@支部 助手 /积分', '/积分'],
    ['大家好 /积分', '大家好 /积分'],
  ])('WHEN the text is %j THEN the line is %j', async (content, line) => {
    scene.service.text({ from: 'zhangsan', group, msgid: 'm1' }, content);
    expect(await scene.hears(1)).toEqual({
      chat: { kind: 'group', id: group },
      account: 'zhangsan',
      messageId: 'm1',
      text: line,
      called: true,
      files: [],
      reply: { handle: expect.stringMatching(/^req-/u) as string, expiresAt: '2026-11-23T09:05:00' },
    });
  });

  it('WHEN a message is delivered twice THEN it is handed over once', async () => {
    scene.service.text({ from: 'zhangsan', group, msgid: 'm1' }, '@支部机器人 /积分');
    scene.service.text({ from: 'zhangsan', group, msgid: 'm1' }, '@支部机器人 /积分');
    scene.service.text({ from: 'zhangsan', group, msgid: 'm2' }, '@支部机器人 /明细');
    await scene.hears(2);
    expect(scene.heard.map(({ messageId }) => messageId)).toEqual(['m1', 'm2']);
  });

  it('WHEN text and pictures are mixed THEN they are one message', async () => {
    const image = scene.service.files.add(jpg, '献血证.jpg');
    scene.service.say(
      { from: 'zhaomin', group },
      {
        msgtype: 'mixed',
        mixed: {
          msg_item: [
            { msgtype: 'text', text: { content: '@支部机器人 /加分 张三 8 献血' } },
            { msgtype: 'image', image },
          ],
        },
      },
    );
    const { text, files } = await scene.hears(1);
    expect(text).toBe('/加分 张三 8 献血');
    expect(files).toEqual([{ kind: 'picture', name: '献血证.jpg', bytes: jpg }]);
  });

  it('WHEN a command quotes a picture THEN it becomes material; quoted words are ignored', async () => {
    const image = scene.service.files.add(jpg);
    const quote = { msgtype: 'image', image };
    const said = (content: string, more: object) => ({ msgtype: 'text', text: { content }, ...more });
    scene.service.say({ from: 'zhaomin', group }, said('@支部机器人 /材料 1', { quote }));
    expect((await scene.hears(1)).files).toEqual([{ kind: 'picture', name: '图片.jpg', bytes: jpg }]);
    scene.service.say({ from: 'zhaomin', group }, said('@支部机器人 好看', { quote }));
    expect((await scene.hears(2)).files).toEqual([]);
    const words = { msgtype: 'text', text: { content: '/确认 1' } };
    scene.service.say({ from: 'zhangsan', group }, said('@支部机器人 看这个', { quote: words }));
    expect((await scene.hears(3)).text).toBe('看这个');
  });
});

describe('GIVEN somebody who writes in private', () => {
  it('WHEN it is a picture or a file THEN it is fetched and decrypted, with its name without folders', async () => {
    const nine = Buffer.concat([jpg, Buffer.alloc(9 * 1024 * 1024, 7)]);
    scene.service.say({ from: 'zhangsan' }, { msgtype: 'image', image: scene.service.files.add(nine) });
    scene.service.say(
      { from: 'zhangsan' },
      { msgtype: 'file', file: scene.service.files.add(Buffer.from('%PDF'), '../../通知.pdf') },
    );
    await scene.hears(2);
    const [picture, file] = scene.heard.map(({ files }) => files[0]!);
    expect(Buffer.from(picture!.bytes).equals(nine)).toBe(true);
    expect(file).toMatchObject({ kind: 'file', name: '通知.pdf' });
    expect(Buffer.from(file!.bytes).toString()).toBe('%PDF');
    expect(scene.heard[0]!.chat).toEqual({ kind: 'private', account: 'zhangsan' });
  });

  it('WHEN a file is missing or larger than 20 MB THEN the person hears it and nothing is carried out', async () => {
    const large = scene.service.files.add(Buffer.alloc(20 * 1024 * 1024 + 1));
    scene.service.say({ from: 'zhangsan' }, { msgtype: 'file', file: large });
    const gone = { url: `${scene.service.url.replace('ws', 'http')}/file/none`, aeskey: large.aeskey };
    scene.service.say({ from: 'wangfang' }, { msgtype: 'image', image: gone });
    await scene.service.when(() => scene.service.shown.length === 2);
    expect(new Set(scene.service.shown.map(({ chat, text }) => `${chat} ${text}`))).toEqual(
      new Set(['zhangsan 太大了', 'wangfang 没有收到']),
    );
    expect(scene.heard).toEqual([]);
  });

  it("WHEN a picture takes a while THEN the same person's later lines still come after it", async () => {
    const image = scene.service.files.add(Buffer.concat([jpg, Buffer.alloc(3_000_000)]));
    scene.service.say({ from: 'zhangsan', msgid: 'a' }, { msgtype: 'image', image });
    scene.service.text({ from: 'zhangsan', msgid: 'b' }, '/材料 1');
    await scene.hears(2);
    expect(scene.heard.map(({ messageId }) => messageId)).toEqual(['a', 'b']);
  });

  it('WHEN somebody opens the chat THEN they are welcomed at once, and read how to bind', async () => {
    scene.service.enter('zhangsan');
    await scene.service.when(() => scene.service.shown.length === 1);
    expect(scene.service.shown).toMatchObject([{ chat: 'zhangsan', how: 'welcome', msgtype: 'text' }]);
    expect(scene.service.shown[0]?.text).toContain('/绑定 您的姓名');
    expect(scene.heard).toEqual([]);
  });

  it('WHEN its shape is unknown THEN nothing happens and the next one is heard', async () => {
    scene.service.say({ from: 'zhangsan' }, { msgtype: 'text', text: { content: 7 } });
    scene.service.say({ from: 'zhangsan' }, { msgtype: 'video', video: { url: 'x' } });
    scene.service.text({ from: 'zhangsan' }, '/积分');
    expect((await scene.hears(2)).text).toBe('/积分');
    expect(scene.heard[0]).toMatchObject({ text: '', files: [], unusable: 'video' });
  });
});

describe('GIVEN a message that the bot fails to take', () => {
  it('THEN it is logged without its words, and its next delivery counts as new', async () => {
    await scene.close();
    let isFailing = true;
    scene = await openWecom({
      receive: () => (isFailing ? Promise.reject(new Error('disk full')) : Promise.resolve()),
    });
    scene.service.text({ from: 'zhangsan', msgid: 'm1' }, '/请假 支部大会 病假 秘密');
    await scene.hears(1);
    await expect.poll(() => scene.logged()).toContain('a message was not taken');
    isFailing = false;
    scene.service.text({ from: 'zhangsan', msgid: 'm1' }, '/请假 支部大会 病假 秘密');
    expect((await scene.hears(2)).messageId).toBe('m1');
    expect(scene.logged()).not.toContain('秘密');
  });
});
