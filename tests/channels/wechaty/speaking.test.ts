import { Buffer } from 'node:buffer';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { roomId } from '../../support/channels/wechaty/wechaty-world.js';
import { inGroup, inPrivate, openWechaty, peopled, ways, type WechatyScene } from './scene.js';

let scene: WechatyScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('picture'),
]);

describe.each(ways)('GIVEN an account that is logged in (%s)', (way) => {
  it('THEN it speaks in the group and in private', async () => {
    scene = await openWechaty(way);
    await scene.send({ chat: inGroup, text: '已登记' });
    await scene.send({ chat: inPrivate('张三'), text: '张三 2026年积分：100分' });
    expect(scene.world.said).toEqual([
      { to: roomId, text: '已登记', mentions: [] },
      { to: '张三', text: '张三 2026年积分：100分', mentions: [] },
    ]);
  });

  it('WHEN somebody is mentioned THEN by their name and id in the group; mentioning everybody is impossible', async () => {
    scene = await openWechaty(way);
    await scene.send({ chat: inGroup, text: '请证明 #1', mentions: ['王芳', '孙伟', 'nobody'] });
    await scene.send({ chat: inGroup, text: '公示', mentions: 'all' });
    await scene.send({ chat: inPrivate('王芳'), text: '请证明 #1', mentions: ['王芳'] });
    expect(scene.world.said).toEqual([
      { to: roomId, text: '@王芳\u2005@孙伟\u2005 请证明 #1', mentions: ['王芳', '孙伟'] },
      { to: roomId, text: '公示', mentions: [] },
      { to: '王芳', text: '请证明 #1', mentions: [] },
    ]);
  });

  it('WHEN it sends a picture of 9 MB or a document THEN they arrive whole, under their names', async () => {
    scene = await openWechaty(way);
    const large = Buffer.alloc(9 * 1024 * 1024, png);
    await scene.send({ chat: inGroup, files: [{ kind: 'picture', name: '合影.png', bytes: large }] });
    const rows = Buffer.from('rows');
    await scene.send({
      chat: inPrivate('赵敏'),
      files: [{ kind: 'file', name: '汇总表.xlsx', bytes: rows }],
    });
    const [picture, file] = scene.world.said.map((one) => ({ to: one.to, file: one.file! }));
    expect([picture!.to, picture!.file.name, file!.to, file!.file.name]).toEqual([
      roomId,
      '合影.png',
      '赵敏',
      '汇总表.xlsx',
    ]);
    expect(Buffer.compare(picture!.file.bytes, large)).toBe(0);
    expect(file!.file.bytes).toEqual(rows);
  });

  it('WHEN the service refuses, or the outcome is unknown THEN that is reported, and it was sent once', async () => {
    scene = await openWechaty(way);
    scene.world.rules.failTo.set('张三', new Error('not logged in'));
    scene.world.rules.failTo.set('王芳', new Error('something broke'));
    const file = { kind: 'file', name: '汇总表.xlsx', bytes: Buffer.from('rows') } as const;
    await expect(scene.send({ chat: inPrivate('张三'), text: '一' })).rejects.toMatchObject({
      failure: 'transient',
    });
    // The connection is being checked; until then nothing is sent.
    await expect(scene.send({ chat: inPrivate('孙伟'), text: '二' })).rejects.toMatchObject({
      failure: 'transient',
    });
    const waits = (work: () => Promise<void>): Promise<unknown> =>
      vi.waitUntil(
        async () => {
          const failed: unknown = await work().catch((error: unknown) => error);
          return String(failed).includes('not connected') ? undefined : failed;
        },
        { interval: 5, timeout: 120_000 },
      );
    const uncertain = { failure: 'uncertain' };
    expect(await waits(() => scene!.send({ chat: inPrivate('王芳'), text: '三' }))).toMatchObject(uncertain);
    expect(await waits(() => scene!.send({ chat: inPrivate('王芳'), files: [file] }))).toMatchObject(
      uncertain,
    );
    expect(scene.world.rules.asked.get('王芳')).toBe(2);
  });

  it('WHEN somebody is not its friend THEN they have to speak first', async () => {
    scene = await openWechaty(way, {
      prepare(world) {
        peopled(world);
        world.person('新同志', '新同志', { friend: false });
      },
    });
    const chat = inPrivate('新同志');
    await expect(scene.send({ chat, text: '您好' })).rejects.toMatchObject({ failure: 'contactFirst' });
    scene.world.text({ from: '新同志' }, '在吗');
    await scene.hears(1);
    await scene.send({ chat, text: '您好' });
    expect(scene.world.said).toEqual([{ to: '新同志', text: '您好', mentions: [] }]);
  });

  it('WHEN it should write to another group THEN it refuses', async () => {
    scene = await openWechaty(way);
    const chat = { kind: 'group', id: 'other@chatroom' } as const;
    await expect(scene.send({ chat, text: '公示' })).rejects.toMatchObject({ failure: 'refused' });
    expect(scene.world.said).toEqual([]);
  });
});
