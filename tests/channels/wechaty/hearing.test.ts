import { Buffer } from 'node:buffer';
import { afterEach, describe, expect, it } from 'vitest';
import { types } from 'wechaty-puppet';
import { groupTopic, roomId } from '../../support/channels/wechaty/wechaty-world.js';
import { inGroup, openWechaty, peopled, ways, type WechatyScene } from './scene.js';

let scene: WechatyScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

const inRoom = (from: string) => ({ from, room: roomId });
const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('picture'),
]);
/** Says one more line and waits for it: earlier lines are heard by then, or never. */
const after = async (open: WechatyScene, count: number) => {
  open.world.text(inRoom('孙伟'), '最后一句');
  const last = await open.hears(count);
  expect(last.text).toBe('最后一句');
};

describe.each(ways)('GIVEN an account that is logged in (%s)', (way) => {
  it("THEN it hears the group and private chats, with people's names", async () => {
    scene = await openWechaty(way);
    scene.world.text({ ...inRoom('张三'), id: 'm1' }, '/积分');
    expect(await scene.hears(1)).toEqual({
      chat: inGroup,
      account: '张三',
      nickname: '张三',
      messageId: 'm1',
      text: '/积分',
      files: [],
    });
    scene.world.text({ from: '王芳' }, ' /明细 ');
    expect(await scene.hears(2)).toMatchObject({
      chat: { kind: 'private', account: '王芳' },
      account: '王芳',
      text: '/明细',
    });
  });

  it.each([
    ['@支部机器人\u2005/积分', '/积分'],
    ['@支部机器人 /积分', '/积分'],
    ['@机器人\u2005/积分', '/积分'],
    ['/积分 @机器人\u2005', '/积分'],
    ['@机器人/积分', '/积分'],
    ['@机器人甲 /积分', '@机器人甲 /积分'],
    ['@李强\u2005/确认 1', '@李强\u2005/确认 1'],
    ['/证明 1 @李强', '/证明 1 @李强'],
  ])('WHEN somebody writes %j THEN the line is %j', async (said, line) => {
    scene = await openWechaty(way);
    scene.world.text(inRoom('张三'), said);
    expect((await scene.hears(1)).text).toBe(line);
  });

  it('WHEN it is mentioned by its name in the group alone THEN the mention is dropped too', async () => {
    scene = await openWechaty(way);
    scene.world.text({ ...inRoom('张三'), mentions: ['bot'] }, '@小支\u2005/积分');
    expect((await scene.hears(1)).text).toBe('/积分');
  });

  it('THEN it ignores its own messages, old ones and other groups; a second delivery is the same message', async () => {
    scene = await openWechaty(way);
    scene.world.text(inRoom('bot'), '/确认 1');
    await scene.send({ chat: inGroup, text: '/确认 1' });
    scene.world.text({ ...inRoom('李强'), age: 3_600 }, '/确认 1');
    scene.world.text({ from: '路人', room: 'other@chatroom' }, '/确认 1');
    scene.world.text({ ...inRoom('张三'), id: 'm1' }, '/积分');
    scene.world.text({ ...inRoom('张三'), id: 'm1' }, '/积分');
    await scene.hears(1);
    await after(scene, 2);
    expect(scene.heard.map(({ text }) => text)).toEqual(['/积分', '最后一句']);
  });

  it('AND no official account or red packet is heard', async () => {
    scene = await openWechaty(way, {
      prepare(world) {
        peopled(world);
        world.person('gh_news', '早报', { type: types.Contact.Official });
      },
    });
    scene.world.text({ from: 'gh_news' }, '/积分');
    scene.world.text({ from: '张三' }, '/积分');
    await scene.hears(1);
    for (const kind of ['Unknown', 'RedEnvelope'] as const) scene.world.thing({ from: '张三' }, kind);
    scene.world.text({ from: '张三' }, '/明细');
    expect((await scene.hears(2)).text).toBe('/明细');
    expect(scene.world.said).toEqual([]);
  });

  it('WHEN a message is recalled, or a video or voice comes THEN that is heard without words or file', async () => {
    scene = await openWechaty(way);
    for (const kind of ['Recalled', 'Video', 'Audio'] as const) scene.world.thing(inRoom('张三'), kind);
    await scene.hears(3);
    expect(scene.heard).toMatchObject([
      { account: '张三', text: '', files: [], recalled: true },
      { text: '', files: [], unusable: 'video' },
      { text: '', files: [], unusable: 'voice' },
    ]);
  });

  it('WHEN somebody sends a picture after a command THEN its bytes are heard; before it, nothing is fetched', async () => {
    scene = await openWechaty(way);
    scene.world.file(inRoom('张三'), 'Image', '照片.png', png);
    await after(scene, 1);
    scene.world.text(inRoom('张三'), '/材料 1');
    await scene.hears(2);
    scene.world.file(inRoom('张三'), 'Image', '照片.png', png);
    const { text, files } = await scene.hears(3);
    expect(text).toBe('');
    expect(files).toEqual([{ kind: 'picture', name: '照片.png', bytes: png }]);
  });

  it('WHEN a document comes in private THEN it is heard, even if the puppet does not know its type', async () => {
    scene = await openWechaty(way);
    scene.world.file({ from: '赵敏' }, 'Attachment', '../../名册.xlsx', Buffer.from('rows'));
    expect((await scene.hears(1)).files).toEqual([
      { kind: 'file', name: '名册.xlsx', bytes: Buffer.from('rows') },
    ]);
    scene.world.file({ from: '赵敏' }, 'Unknown', '纪要.docx', Buffer.from('words'));
    expect((await scene.hears(2)).files).toEqual([
      { kind: 'file', name: '纪要.docx', bytes: Buffer.from('words') },
    ]);
  });

  it('WHEN a picture has 9 MB THEN it is heard whole; WHEN it has more than 20 THEN the sender hears why not', async () => {
    scene = await openWechaty(way);
    const large = Buffer.alloc(9 * 1024 * 1024, png);
    scene.world.file({ from: '赵敏' }, 'Image', '合影.png', large);
    const [file] = (await scene.hears(1)).files;
    expect(Buffer.compare(file!.bytes, large)).toBe(0);
    scene.world.file({ from: '赵敏' }, 'Image', '录像.png', Buffer.alloc(21 * 1024 * 1024, png));
    await expect.poll(() => scene!.world.said).toMatchObject([{ to: '赵敏', text: '太大了' }]);
    await after(scene, 2);
  });
});

describe('GIVEN the group of the settings', () => {
  it('WHEN its id names it THEN its topic does not matter', async () => {
    scene = await openWechaty('process', { room: roomId });
    expect(scene.news).toContainEqual({ kind: 'room', topic: groupTopic, id: roomId });
    scene.world.text(inRoom('张三'), '/积分');
    expect((await scene.hears(1)).chat).toEqual({ kind: 'group', id: roomId });
  });

  it('WHEN two groups share its topic THEN neither is used, and that is reported', async () => {
    scene = await openWechaty('process', {
      prepare(world) {
        peopled(world);
        world.room('trap@chatroom', groupTopic, ['bot', '路人']);
      },
    });
    expect(scene.news.at(-1)).toEqual({
      kind: 'severalRooms',
      ids: expect.arrayContaining([roomId, 'trap@chatroom']) as string[],
    });
    scene.world.text(inRoom('张三'), '/积分');
    scene.world.text({ from: '路人', room: 'trap@chatroom' }, '/积分');
    scene.world.text({ from: '张三' }, '/明细');
    expect((await scene.hears(1)).text).toBe('/明细');
    await expect(scene.send({ chat: inGroup, text: '公示' })).rejects.toMatchObject({ failure: 'transient' });
  });

  it('WHEN another group takes its topic later THEN the first one stays', async () => {
    scene = await openWechaty('process');
    scene.world.retitle('other@chatroom', groupTopic, '路人');
    scene.world.text({ from: '路人', room: 'other@chatroom' }, '/积分');
    scene.world.retitle(roomId, '改了名', '李强');
    await after(scene, 1);
    await expect.poll(() => scene!.news).toContainEqual({ kind: 'roomRenamed', topic: '改了名' });
  });

  it('WHEN it is missing THEN that is reported with the existing groups; once it appears, it is heard', async () => {
    scene = await openWechaty('process', {
      prepare(world) {
        world.person('bot', '机器人');
        world.person('张三', '张三');
        world.person('孙伟', '孙伟');
        world.room('other@chatroom', '业主群', ['bot']);
      },
    });
    expect(scene.news).toContainEqual({
      kind: 'noRoom',
      rooms: [{ topic: '业主群', id: 'other@chatroom' }],
    });
    scene.world.room(roomId, groupTopic, ['bot', '张三', '孙伟']);
    scene.world.text(inRoom('张三'), '/积分');
    expect((await scene.hears(1)).chat).toEqual(inGroup);
  });
});
