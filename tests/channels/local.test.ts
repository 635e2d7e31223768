import Database from 'libsql';
import { afterEach, describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/app/ports/channel.js';
import type { LocalEvent } from '../../src/channels/local/message.js';
import { openLocalWorld } from '../../src/channels/local/world.js';
import {
  echoBot,
  freshWorld,
  GROUP,
  ignore,
  PEOPLE,
  privateOf,
  removeWorlds,
  START,
} from '../support/web/local.js';

const PICTURE = { kind: 'picture', name: '献血证.png', bytes: Uint8Array.of(1, 2, 3) } as const;

afterEach(removeWorlds);

/** Records what the bot hears; `fail` makes it refuse lines, like a crashed bot. */
function listener(): { heard: Inbound[]; fail: boolean; receive: (message: Inbound) => Promise<void> } {
  const self = {
    heard: [] as Inbound[],
    fail: false,
    receive: (message: Inbound): Promise<void> => {
      self.heard.push(message);
      return self.fail ? Promise.reject(new Error('down')) : Promise.resolve();
    },
  };
  return self;
}

describe('speaking', () => {
  it('hands a line with its files to the bot and keeps it', async () => {
    const { world } = freshWorld();
    const bot = listener();
    await world.channel.start(bot.receive, ignore);
    const said = await world.say('zhangsan', GROUP, '/申报 8 献血', [PICTURE]);
    await said.handled;
    expect(bot.heard).toMatchObject([
      { chat: GROUP, account: 'zhangsan', nickname: '张三', text: '/申报 8 献血', files: [PICTURE] },
    ]);
    const [line] = world.history(GROUP, undefined, 10);
    expect(line).toMatchObject({ speaker: { kind: 'person', account: 'zhangsan' }, at: START });
    expect(world.file(line!.files[0]!.id)).toMatchObject({ bytes: PICTURE.bytes, chat: GROUP });
  });

  it('says a line with one client id once', async () => {
    const { world } = freshWorld();
    const bot = listener();
    await world.channel.start(bot.receive, ignore);
    const first = await world.say('zhangsan', GROUP, '/积分', [], 'key-1');
    const second = await world.say('zhangsan', GROUP, '/积分', [], 'key-1');
    const other = await world.say('wangfang', GROUP, '/积分', [], 'key-1');
    await other.handled;
    expect(second.id).toBe(first.id);
    expect(bot.heard.map((m) => m.account)).toEqual(['zhangsan', 'wangfang']);
  });

  it('keeps a person’s lines in order, and lets nobody else wait for them', async () => {
    const { world } = freshWorld();
    const heard: string[] = [];
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    await world.channel.start(({ account, text }) => {
      heard.push(`${account} ${text}`);
      return text === '/申报 8 献血' ? held : Promise.resolve();
    }, ignore);
    const own = [
      await world.say('zhangsan', GROUP, '/申报 8 献血', []),
      await world.say('zhangsan', GROUP, '/积分', []),
    ];
    await (
      await world.say('wangfang', GROUP, '/积分', [])
    ).handled;
    expect(heard).toEqual(['zhangsan /申报 8 献血', 'wangfang /积分']);
    goOn();
    await Promise.all(own.map(({ handled }) => handled));
    expect(heard.at(-1)).toBe('zhangsan /积分');
  });

  it('refuses a stranger, somebody else’s private chat and another group', async () => {
    const { world } = freshWorld();
    await expect(world.say('nobody', GROUP, 'x', [])).rejects.toThrow();
    await expect(world.say('zhangsan', privateOf('liqiang'), 'x', [])).rejects.toThrow();
    await expect(world.say('zhangsan', { kind: 'group', id: 'other' }, 'x', [])).rejects.toThrow();
    expect(world.after(0, 10)).toEqual([]);
  });

  it('keeps private chats apart and pages backwards', async () => {
    const { world } = freshWorld();
    for (const text of ['1', '2', '3']) await world.say('zhangsan', privateOf('zhangsan'), text, []);
    await world.say('liqiang', privateOf('liqiang'), 'L', []);
    const texts = (before?: number): string[] =>
      world.history(privateOf('zhangsan'), before, 2).map((m) => m.text);
    expect(texts()).toEqual(['2', '3']);
    expect(texts(world.history(privateOf('zhangsan'), undefined, 2)[0]!.id)).toEqual(['1']);
  });
});

describe('the bot speaking', () => {
  it('drops the second send of one key', async () => {
    const { world } = freshWorld();
    const heard: LocalEvent[] = [];
    world.subscribe((event) => heard.push(event));
    const message = { key: 'k', chat: GROUP, text: '公示', files: [] };
    await world.channel.send(message);
    await world.channel.send(message);
    expect(heard).toHaveLength(1);
    expect(world.history(GROUP, undefined, 10)).toHaveLength(1);
  });

  it('rejects what the chat could not take', async () => {
    const { world } = freshWorld();
    const send = (chat: Inbound['chat'], text: string): Promise<void> =>
      world.channel.send({ key: `${text.length}`, chat, text, files: [] });
    await expect(send(privateOf('nobody'), 'x')).rejects.toThrow();
    await expect(send({ kind: 'group', id: 'other' }, 'x')).rejects.toThrow();
    await expect(send(GROUP, '字'.repeat(6827))).rejects.toThrow('20480');
    await send(GROUP, '字'.repeat(6826));
    expect(world.after(0, 10)).toHaveLength(1);
  });
});

describe('a restart', () => {
  it('delivers unhandled lines again, in order, under the same message id', async () => {
    const { world, reopen } = freshWorld();
    const before = listener();
    await world.channel.start(before.receive, ignore);
    await (
      await world.say('zhangsan', GROUP, 'handled', [])
    ).handled;
    before.fail = true;
    await (
      await world.say('zhangsan', GROUP, 'failed', [])
    ).handled;
    await world.channel.stop();
    await (
      await world.say('wangfang', GROUP, 'while down', [])
    ).handled;
    world.close();

    const again = reopen();
    const after = listener();
    await again.channel.start(after.receive, ignore);
    await (
      await again.say('liqiang', GROUP, 'new', [])
    ).handled;
    expect(after.heard.map((m) => m.text)).toEqual(['failed', 'while down', 'new']);
    expect(after.heard[0]!.messageId).toBe(before.heard[1]!.messageId);
    expect(new Set([...before.heard, ...after.heard].map((m) => m.messageId)).size).toBe(4);
  });

  it('delivers a line said just before the start once', async () => {
    const { world } = freshWorld();
    const bot = listener();
    const said = await world.say('zhangsan', GROUP, '/积分', []);
    await world.channel.start(bot.receive, ignore);
    await said.handled;
    await (
      await world.say('zhangsan', GROUP, '/明细', [])
    ).handled;
    expect(bot.heard.map((m) => m.text)).toEqual(['/积分', '/明细']);
  });

  it('keeps history, files, people and the key of what the bot sent', async () => {
    const { world, reopen } = freshWorld();
    await world.channel.start(echoBot(world), ignore);
    await (
      await world.say('zhaomin', GROUP, '/加分 张三 8 植树', [PICTURE])
    ).handled;
    const lines = world.after(0, 10);
    await world.channel.stop();
    world.close();
    const again = reopen();
    expect(again.after(0, 10)).toEqual(lines);
    expect(again.people()).toEqual(PEOPLE);
    await again.channel.send({ key: 'new', chat: GROUP, text: 'x', files: [] });
    expect(again.after(0, 10)).toHaveLength(lines.length + 1);
  });

  it('never gives a message id of one file to another file', async () => {
    const ids = await Promise.all(
      [freshWorld(), freshWorld()].map(async ({ world }) => {
        const bot = listener();
        await world.channel.start(bot.receive, ignore);
        await (
          await world.say('zhangsan', GROUP, '/积分', [])
        ).handled;
        return bot.heard[0]!.messageId;
      }),
    );
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('brings people up to date', () => {
    const { world, file } = freshWorld();
    world.close();
    const people = [{ account: 'liqiang', name: '李强', title: '机关党员', kind: 'member' }] as const;
    const again = openLocalWorld(file, { people, groupId: 'group-1', groupName: 'x', realNow: () => START });
    expect(again.people()).toHaveLength(PEOPLE.length);
    expect(again.people().find((p) => p.account === 'liqiang')?.title).toBe('机关党员');
  });
});

describe('the clock', () => {
  it('moves forward, tells its listeners, and stays there after a restart', () => {
    const { world, reopen } = freshWorld();
    const heard: LocalEvent[] = [];
    world.subscribe((event) => heard.push(event));
    expect(world.clock.now()).toBe(START);
    world.clock.moveTo('2027-01-04T09:00:00');
    expect(heard).toEqual([{ kind: 'clock', now: '2027-01-04T09:00:00' }]);
    world.close();
    expect(reopen().clock.now()).toBe('2027-01-04T09:00:00');
  });

  it('runs on with real time and never goes back, whatever the machine says', () => {
    const { file, world } = freshWorld();
    world.clock.moveTo('2026-12-01T09:00:00');
    world.close();
    let real = '2026-11-23T09:05:00';
    const again = openLocalWorld(file, {
      people: [],
      groupId: 'g',
      groupName: 'x',
      realNow: () => real,
    });
    expect(again.clock.now()).toBe('2026-12-01T09:05:00');
    real = '2026-11-20T09:00:00';
    expect(again.clock.now()).toBe('2026-12-01T09:05:00');
  });

  it('GIVEN another program holds the file WHEN the clock is moved THEN that alone fails, and lines are said afterwards', async () => {
    const { file, world } = freshWorld();
    await world.channel.start(listener().receive, ignore);
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    expect(() => world.clock.moveTo('2026-12-01T09:00:00')).toThrow(/locked/u);
    other.exec('COMMIT');
    other.close();
    await (
      await world.say('zhangsan', GROUP, '/积分', [])
    ).handled;
    expect(world.history(GROUP, undefined, 10)).toHaveLength(1);
  });

  it.each(['2026-11-23T08:59:59', '2026-02-30T09:00:00', '2026-12-01', '明天', '2026-12-01T09:00:00Z'])(
    'refuses %s',
    (instant) => {
      const { world } = freshWorld();
      expect(() => world.clock.moveTo(instant)).toThrow(RangeError);
      expect(world.clock.now()).toBe(START);
    },
  );
});
