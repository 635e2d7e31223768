import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/app/delivery/sending/parts.js';
import type { Card, SendFailure } from '../../../src/app/ports/channel.js';
import { SendError } from '../../../src/app/ports/channel.js';
import { group, inGroup, inPrivate, openWecom, type WecomScene } from './scene.js';

let scene: WecomScene;
beforeEach(async () => {
  scene = await openWecom();
});
afterEach(async () => {
  expect(scene.service.broken).toEqual([]);
  await scene.close();
});

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.alloc(9 * 1024 * 1024, 5),
]);
const card: Card = {
  id: 'b1-1-7-20261123090000',
  title: '待认定 #1：张三 第8项“公益活动” +3分',
  buttons: [
    { label: '确认', line: '/确认 1' },
    { label: '驳回', line: '/驳回 1' },
    { label: '查看', line: '/待办' },
  ],
};

/** How a send failed. */
const failure = async (sent: Promise<void>): Promise<SendFailure | 'sent'> =>
  sent.then(
    () => 'sent' as const,
    (error: unknown) => {
      expect(error).toBeInstanceOf(SendError);
      return (error as SendError).failure;
    },
  );

/** Somebody speaks first, in private or in the group; gives the handle for answering them. */
const spoken = async (from: string, inside?: string): Promise<string> => {
  const before = scene.heard.length;
  scene.service.text({ from, ...(inside === undefined ? {} : { group: inside }) }, '/积分');
  return (await scene.hears(before + 1)).reply!.handle;
};

describe('GIVEN a chat in which nobody has spoken', () => {
  it('THEN a push waits until somebody speaks', async () => {
    expect(await failure(scene.send({ chat: inPrivate('zhangsan'), text: '您好' }))).toBe('contactFirst');
    expect(await failure(scene.send({ chat: inGroup, text: '通知' }))).toBe('contactFirst');
    await spoken('zhangsan');
    await scene.send({ chat: inPrivate('zhangsan'), text: '您好' });
    expect(scene.service.shown).toEqual([
      { chat: 'zhangsan', how: 'push', msgtype: 'markdown', text: '您好' },
    ]);
    expect(await failure(scene.send({ chat: inGroup, text: '通知' }))).toBe('contactFirst');
  });
});

describe('GIVEN a message that can be answered', () => {
  it('THEN it is answered, even several times; an expired handle becomes a push', async () => {
    const reply = await spoken('zhangsan', group);
    await scene.send({ chat: inGroup, text: '已登记 #1', reply });
    await scene.send({ chat: inGroup, text: '已登记 #2', reply });
    await scene.send({ chat: inGroup, text: '已登记 #3', reply: 'req-of-another-connection' });
    expect(scene.service.shown.map(({ how, text }) => `${how} ${text}`)).toEqual([
      'reply 已登记 #1',
      'reply 已登记 #2',
      'push 已登记 #3',
    ]);
  });

  it('THEN what people wrote is no markup', async () => {
    const reply = await spoken('zhangsan');
    await scene.send({
      chat: inPrivate('zhangsan'),
      text: '#1 事由：<font color="warning">**急**</font>[点我](http://x.cn)\n# 大标题',
      reply,
    });
    expect(scene.service.shown[0]!.text).toBe(
      '#1 事由：＜font color="warning">＊＊急＊＊＜/font>[点我］(http://x.cn)\n＃ 大标题',
    );
  });
});

describe('GIVEN a table of 30,000 characters', () => {
  it('THEN it arrives whole, in messages that the service takes', async () => {
    await spoken('zhangsan');
    const row = (number: number) => `${number}. *张三* 第8项“公益活动” +3分 现103分`;
    const text = Array.from({ length: 1_100 }, (_, index) => row(index + 1)).join('\n');
    expect(text.length).toBeGreaterThan(30_000);
    const chat = inPrivate('zhangsan');
    const parts = partsOf({ key: 'b1/9', chat, text, files: [] }, scene.channel.capabilities, () => '');
    for (const part of parts) await scene.channel.send(part);
    expect(scene.service.shown.length).toBeGreaterThan(3);
    const said = scene.service.shown.map(({ text: shown }) => shown).join('\n');
    expect(said.split('\n')).toHaveLength(1_100);
    expect(said).toContain('1100． ＊张三＊ 第8项“公益活动” +3分');
  });
});

describe('GIVEN files', () => {
  it('WHEN a picture has 9 MB THEN it arrives whole, in parts, and a second person costs no second upload', async () => {
    await spoken('zhangsan');
    await spoken('wangfang');
    const picture = { kind: 'picture', name: '合影.png', bytes: png } as const;
    await scene.send({ chat: inPrivate('zhangsan'), files: [picture] });
    await scene.send({ chat: inPrivate('wangfang'), files: [picture] });
    const [one, other] = scene.service.shown;
    expect(one).toMatchObject({ chat: 'zhangsan', msgtype: 'image' });
    expect(one!.file!.name).toBe('合影.png');
    expect(one!.file!.bytes.equals(png)).toBe(true);
    expect(other!.file).toBe(one!.file);
  });

  it('WHEN the service has lost an upload THEN the next try repeats it', async () => {
    await spoken('zhangsan');
    const file = { kind: 'file', name: '汇总表.xlsx', bytes: Buffer.from('a table of numbers') } as const;
    await scene.send({ chat: inPrivate('zhangsan'), files: [file] });
    scene.service.forget();
    expect(await failure(scene.send({ chat: inPrivate('zhangsan'), files: [file] }))).toBe('transient');
    await scene.send({ chat: inPrivate('zhangsan'), files: [file] });
    expect(scene.service.shown.map(({ file: shown }) => shown?.bytes.toString())).toEqual([
      'a table of numbers',
      'a table of numbers',
    ]);
  });

  it('WHEN a picture is neither JPG nor PNG THEN it goes as a file', async () => {
    const reply = await spoken('zhangsan');
    const gif = { kind: 'picture', name: '动图.gif', bytes: Buffer.from('GIF89a…') } as const;
    await scene.send({ chat: inPrivate('zhangsan'), files: [gif], reply });
    expect(scene.service.shown[0]).toMatchObject({ msgtype: 'file', how: 'reply' });
  });
});

describe('GIVEN a card', () => {
  it.each(['nested', 'flat'] as const)(
    'WHEN a button is pressed (%s) THEN it types a line of the person, and the card can change',
    async (shape) => {
      await spoken('liqiang');
      await scene.send({
        chat: inPrivate('liqiang'),
        text: `${card.title}\n登记：赵敏\n回复“/确认 1”或“/驳回 1 理由”。`,
        card,
      });
      const shown = scene.service.shown[0]!.card!;
      expect(shown).toMatchObject({
        card_type: 'button_interaction',
        main_title: { title: '待认定 #1：张三 第8项“公益活动” +3分' },
        sub_title_text: '登记：赵敏\n回复“/确认 1”或“/驳回 1 理由”。',
      });
      scene.service.press({ from: 'sunwei' }, shown, '确认', shape);
      const click = await scene.hears(2);
      expect(click).toMatchObject({
        account: 'sunwei',
        chat: inPrivate('sunwei'),
        text: '/确认 1',
        click: { card: card.id },
        reply: { expiresAt: '2026-11-23T09:00:05' },
      });
      const { handle } = click.reply!;
      // A press only allows a change of its card, so the answer is pushed.
      await scene.send({ chat: inPrivate('sunwei'), text: '由书记办理', reply: handle });
      await scene.send({
        chat: inPrivate('sunwei'),
        text: '#1 已经认定（李强同志）',
        update: { card: card.id },
        reply: handle,
      });
      expect(scene.service.shown.slice(1)).toMatchObject([
        { chat: 'sunwei', how: 'push', text: '由书记办理' },
        { how: 'update', text: '#1 已经认定（李强同志）', card: { task_id: shown.task_id } },
      ]);
      expect(scene.service.shown.at(-1)!.card!.button_list?.map(({ key }) => key)).toEqual(['/待办']);
    },
  );

  it('WHEN the same card is sent again THEN the service takes it, since its task id is new', async () => {
    await spoken('liqiang');
    await scene.send({ chat: inPrivate('liqiang'), text: card.title, card });
    await scene.send({ chat: inPrivate('liqiang'), text: card.title, card });
    expect(scene.service.shown).toHaveLength(2);
  });

  it('WHEN five seconds have passed THEN the card stays unchanged', async () => {
    await scene.close();
    let now = 0;
    scene = await openWecom({
      timer: { now: () => now, after: () => () => undefined },
    });
    await spoken('liqiang');
    await scene.send({ chat: inPrivate('liqiang'), text: card.title, card });
    scene.service.press({ from: 'liqiang' }, scene.service.shown[0]!.card!, '确认');
    const { handle } = (await scene.hears(2)).reply!;
    const update = { chat: inPrivate('liqiang'), text: '已认定', update: { card: card.id }, reply: handle };
    now = 5_000;
    expect(await failure(scene.send(update))).toBe('sent');
    now = 5_001;
    expect(await failure(scene.send(update))).toBe('refused');
  });
});

describe('GIVEN a service that refuses a message', () => {
  it('WHEN we are too fast (45009) THEN it is retried later', async () => {
    await spoken('zhangsan');
    scene.service.limits.tooFast = 1;
    const sent = scene.send({ chat: inPrivate('zhangsan'), text: '您好' });
    await expect(sent).rejects.toMatchObject({ failure: 'transient', retryAfter: 5_000 });
    expect(await failure(scene.send({ chat: inPrivate('zhangsan'), text: '您好' }))).toBe('sent');
  });

  it('WHEN the connection is cut before the acknowledgement THEN it is uncertain; without a connection it was not taken', async () => {
    await spoken('zhangsan');
    scene.service.rules.cutAfterTaking = 'zhangsan';
    expect(await failure(scene.send({ chat: inPrivate('zhangsan'), text: '您好' }))).toBe('uncertain');
    const back = await scene.service.kill();
    await expect.poll(() => scene.states.at(-1)).toBe('lost');
    expect(await failure(scene.send({ chat: inPrivate('zhangsan'), text: '您好' }))).toBe('transient');
    await back();
  });
});
