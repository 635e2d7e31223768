import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SendError, type Channel, type Outbound } from '../../../src/app/ports/channel.js';
import { createWebhookChannel } from '../../../src/channels/webhook/channel.js';
import { startWebhookService, type WebhookService } from '../../support/channels/wecom/webhook-service.js';

let service: WebhookService;
let channel: Channel;
let states: string[];
beforeEach(async () => {
  service = await startWebhookService();
  states = [];
  channel = open({});
});
afterEach(() => service.close());

const open = (options: { readonly url?: string; readonly knowsAccounts?: boolean }): Channel => {
  const { url, rules } = service;
  const made = createWebhookChannel({ url, key: rules.key, knowsAccounts: true, ...options });
  void made.start(
    () => Promise.resolve(),
    ({ state }) => void states.push(state),
  );
  return made;
};
const send = (message: Partial<Outbound>, to = channel) =>
  to.send({ key: 'b1/1', chat: { kind: 'group', id: 'webhook' }, text: '', files: [], ...message });
const failure = (sent: Promise<void>) =>
  sent.then(
    () => 'sent',
    (error: unknown) => {
      expect(error).toBeInstanceOf(SendError);
      expect(String((error as Error).stack)).not.toContain(service.rules.key);
      return (error as SendError).failure;
    },
  );

const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(900)]);

describe('GIVEN something for the whole group', () => {
  it('THEN it is plain text with a real mention of all or some', async () => {
    await send({ text: '三季度积分公示\n**不是**标记', mentions: 'all' });
    await send({ text: '请说明', mentions: ['zhangsan', 'wangfang'] });
    await send({ text: '第二段' });
    expect(service.posted).toEqual([
      { msgtype: 'text', text: { content: '三季度积分公示\n**不是**标记', mentioned_list: ['@all'] } },
      { msgtype: 'text', text: { content: '请说明', mentioned_list: ['zhangsan', 'wangfang'] } },
      { msgtype: 'text', text: { content: '第二段' } },
    ]);
  });

  it('AND the accounts belong to another service THEN nobody is mentioned by them', async () => {
    const other = open({ knowsAccounts: false });
    await send({ text: '请说明', mentions: ['wxid_1'] }, other);
    await send({ text: '公示', mentions: 'all' }, other);
    expect(service.posted.map(({ text }) => text?.mentioned_list)).toEqual([undefined, ['@all']]);
  });

  it('THEN a picture goes with its md5, and a file is uploaded first under its name', async () => {
    await send({ files: [{ kind: 'picture', name: '合影.png', bytes: png }] });
    await send({ files: [{ kind: 'file', name: '汇总表.xlsx', bytes: Buffer.from('a table') }] });
    await send({ files: [{ kind: 'picture', name: '动图.gif', bytes: Buffer.from('GIF89a…') }] });
    expect(service.posted.map(({ msgtype }) => msgtype)).toEqual(['image', 'file', 'file']);
    expect([...service.files.values()]).toEqual([
      { name: '汇总表.xlsx', bytes: Buffer.from('a table') },
      { name: '动图.gif', bytes: Buffer.from('GIF89a…') },
    ]);
  });

  it('THEN the service takes what the channel declares', async () => {
    const { maximumBytes, maximumPictureBytes, maximumFileBytes, rate } = channel.capabilities;
    await send({ text: '字'.repeat(Math.floor(maximumBytes / 3)) });
    expect(await failure(send({ text: 'a'.repeat(maximumBytes + 1) }))).toBe('refused');
    const picture = Buffer.concat([png, Buffer.alloc(maximumPictureBytes - png.length)]);
    await send({ files: [{ kind: 'picture', name: 'a.png', bytes: picture }] });
    await send({ files: [{ kind: 'file', name: 'a.zip', bytes: Buffer.alloc(maximumFileBytes) }] });
    expect(rate).toEqual({ per: 'channel', limits: [{ most: 20, seconds: 60 }] });
    expect(service.posted).toHaveLength(3);
  });
});

describe('GIVEN a service that refuses', () => {
  it('WHEN we are too fast THEN it is retried later', async () => {
    service.rules.tooFast = 1;
    await expect(send({ text: '公示' })).rejects.toMatchObject({ failure: 'transient', retryAfter: 10_000 });
    expect(await failure(send({ text: '公示' }))).toBe('sent');
  });

  it('WHEN the key is revoked THEN letters wait, and the operator is asked for another key', async () => {
    service.rules.key = 'another-key';
    expect(await failure(send({ text: '公示' }))).toBe('transient');
    expect(states).toEqual(['connected', 'loginNeeded']);
  });

  it('WHEN nothing answers THEN it is retried; WHEN the connection breaks after sending THEN it is uncertain', async () => {
    const gone = await startWebhookService();
    await gone.close();
    expect(await failure(send({ text: '公示' }, open({ url: gone.url })))).toBe('transient');
    service.rules.cutAfterTaking = true;
    expect(await failure(send({ text: '公示' }))).toBe('uncertain');
    const file = { kind: 'file', name: 'a.txt', bytes: Buffer.from('a table') } as const;
    expect(await failure(send({ files: [file] }))).toBe('transient');
  });

  it.each([
    [502, 'uncertain'],
    [429, 'transient'],
    [404, 'refused'],
  ])('WHEN a gateway answers %i THEN %s', async (status, kind) => {
    service.rules.status = status;
    expect(await failure(send({ text: '公示' }))).toBe(kind);
  });
});
