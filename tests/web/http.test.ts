import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startPage } from '../../src/web/page.js';
import { freshWorld, GROUP, privateOf } from '../support/web/local.js';
import { closePages, serve } from '../support/web/local-page.js';

afterEach(closePages);

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
const KEY = 'key-00000001';

interface Saying {
  readonly as?: string;
  readonly chat?: string;
  readonly text?: string;
  readonly clientId?: string;
  readonly files?: readonly File[];
  readonly origin?: string | null;
}

/** Posts one line as the page's own script does, with the given changes. */
function post(url: string, saying: Saying = {}): Promise<Response> {
  const {
    as = 'zhangsan',
    chat = 'group',
    text = '/积分',
    clientId = KEY,
    files = [],
    origin = url,
  } = saying;
  const form = new FormData();
  for (const [name, value] of Object.entries({ as, chat, text, clientId })) form.append(name, value);
  for (const file of files) form.append('files', file);
  const headers = origin === null ? {} : { Origin: origin };
  return fetch(`${url}api/messages`, { method: 'POST', body: form, headers });
}

const fileOf = (bytes: Uint8Array<ArrayBuffer>, name: string): File => new File([bytes], name);

/** The status of a read with this Host header, which `fetch` does not allow us to set. */
function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(url, { headers: { Host: host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

describe('who may ask', () => {
  it.each([
    ['evil.example', 403],
    ['127.0.0.1.evil.example', 403],
    ['localhost', 200],
    ['[::1]:3210', 200],
    ['10.0.0.7', 200],
  ])('answers Host %s with %i', async (host, status) => {
    const { url } = await serve(freshWorld().world);
    expect(await statusWithHost(url, host)).toBe(status);
  });

  it.each([null, 'null', 'http://evil.example', 'http://127.0.0.1:1', 'not a url'])(
    'takes no line from origin %s',
    async (origin) => {
      const { world } = freshWorld();
      const { url } = await serve(world);
      expect((await post(url, { origin })).status).toBe(403);
      expect(world.lastId()).toBe(0);
    },
  );

  it('forbids scripts in the page, frames and sniffing', async () => {
    const { url } = await serve(freshWorld().world);
    for (const path of ['', 'assets/main.js', 'api/clock', 'nowhere']) {
      const { headers } = await fetch(url + path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self';");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  it('gives out its own assets only', async () => {
    const { url } = await serve(freshWorld().world);
    for (const name of ['..%2fpage.ts', 'tsconfig.json', 'types.d.ts', '%2e%2e%2f%2e%2e%2fpackage.json'])
      expect((await fetch(`${url}assets/${name}`)).status).toBe(404);
  });

  it('says when its address is taken', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    const port = Number(new URL(url).port);
    const log = { info: () => undefined, error: () => undefined };
    const again = startPage({ world, host: '127.0.0.1', port, moveClock: () => Promise.resolve(), log });
    await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('what may be said', () => {
  it.each<[string, Saying]>([
    ['an empty line', { text: ' \n' }],
    ['20,001 characters', { text: '字'.repeat(20_001) }],
    ['a strange key', { clientId: '../x' }],
    ['a strange chat', { chat: 'other' }],
    ['a file over 10 MB', { files: [fileOf(new Uint8Array(10 * 1024 * 1024 + 1), '大.bin')] }],
    ['ten files', { files: Array.from({ length: 10 }, (_, n) => fileOf(JPEG, `${n}.jpg`)) }],
  ])('refuses %s with one sentence', async (_, saying) => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    const answer = await post(url, saying);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({ error: expect.stringMatching(/。$/) as string });
    expect(world.lastId()).toBe(0);
  });

  it('takes 20,000 characters and keeps line ends', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    expect((await post(url, { text: `${'字'.repeat(19_998)}\na\0` })).status).toBe(200);
    expect(world.history(GROUP, undefined, 1)[0]!.text).toBe(`${'字'.repeat(19_998)}\na`);
  });

  it('knows neither strangers nor broken forms', async () => {
    const { url } = await serve(freshWorld().world);
    expect((await post(url, { as: 'nobody' })).status).toBe(404);
    const broken = await fetch(`${url}api/messages`, { method: 'POST', body: 'x', headers: { Origin: url } });
    expect(broken.status).toBe(400);
    expect((await fetch(`${url}api/messages?as=liqiang&chat=all`)).status).toBe(400);
  });

  it('keeps a line once however often it is sent', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    const ids = await Promise.all([1, 2, 3].map(async () => (await post(url, { text: '你好' })).json()));
    expect(ids).toEqual([{ id: 1 }, { id: 1 }, { id: 1 }]);
    expect(world.lastId()).toBe(1);
  });
});

describe('files', () => {
  it('shows true pictures in place and makes a download of everything else', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    await post(url, { files: [fileOf(JPEG, 'C:\\证\u202e件.jpg'), fileOf(svg, "a'b(1).png")] });
    const [picture, disguised] = world.history(GROUP, undefined, 10)[0]!.files;
    expect(picture).toMatchObject({ kind: 'picture', name: '证件.jpg', size: 7 });
    expect(disguised).toMatchObject({ kind: 'file', name: "a'b(1).png" });

    const shown = await fetch(`${url}files/${picture!.id}?as=liqiang`);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline/);
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(JPEG);
    const kept = await fetch(`${url}files/${disguised!.id}?as=liqiang`);
    expect(kept.headers.get('content-type')).toBe('application/octet-stream');
    expect(kept.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a%27b%281%29.png");
    expect(kept.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('keeps the files of a private chat to its person', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    await post(url, { chat: 'private', files: [fileOf(JPEG, 'x.jpg')] });
    const { id } = world.history(privateOf('zhangsan'), undefined, 10)[0]!.files[0]!;
    expect((await fetch(`${url}files/${id}?as=zhangsan`)).status).toBe(200);
    expect((await fetch(`${url}files/${id}?as=liqiang`)).status).toBe(404);
    expect((await fetch(`${url}files/999?as=liqiang`)).status).toBe(404);
  });
});

/** Reads a stream of events until it contains `until`, then hangs up. */
async function readStream(url: string, headers: Record<string, string>, until: string): Promise<string> {
  const hangUp = new AbortController();
  const answer = await fetch(url, { headers, signal: hangUp.signal });
  let read = '';
  const decoder = new TextDecoder();
  for await (const piece of answer.body!) {
    read += decoder.decode(piece as Uint8Array, { stream: true });
    if (read.includes(until)) break;
  }
  hangUp.abort();
  return read;
}

describe('the stream', () => {
  it('gives what was missed after Last-Event-ID, and no text of other people’s private chats', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    for (const text of ['一', '二', '三']) await world.say('zhangsan', GROUP, text, []);
    await world.say('qianjin', privateOf('qianjin'), '悄悄话', []);
    await world.say('zhangsan', GROUP, '四', []);
    const read = await readStream(`${url}api/events?as=liqiang&after=0`, { 'Last-Event-ID': '2' }, '"四"');
    expect([...read.matchAll(/^id: (\d+)$/gm)].map(([, id]) => id)).toEqual(['3', '4', '5']);
    expect(read).toContain('event: elsewhere\nid: 4\ndata: {"account":"qianjin","id":4}');
    expect(read).not.toContain('悄悄话');
    // A window that hung up stops nobody from speaking.
    expect(await world.say('zhangsan', GROUP, '五', [])).toMatchObject({ id: 6 });
  });

  it('asks a window that missed too much to read afresh', async () => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    for (let n = 0; n < 501; n += 1) await world.say('zhangsan', GROUP, `${n}`, []);
    expect(await readStream(`${url}api/events?as=liqiang&after=0`, {}, 'reload')).not.toContain(
      'event: message',
    );
  });
});

it('one machine keeps only so many event streams open, and gets a place back for each that ends', async () => {
  const { url } = await serve(freshWorld().world);
  const open = () => {
    const ended = new AbortController();
    return fetch(`${url}api/events?as=zhangsan`, { signal: ended.signal }).then(({ status }) => ({
      status,
      ended,
    }));
  };
  const streams = await Promise.all(Array.from({ length: 60 }, open));
  expect(new Set(streams.map(({ status }) => status))).toEqual(new Set([200]));
  expect((await open()).status).toBe(429);
  expect((await fetch(`${url}api/state?as=zhangsan`)).status).toBe(200);
  streams[0]?.ended.abort();
  await expect.poll(async () => (await open()).status).toBe(200);
  for (const { ended } of streams) ended.abort();
});
