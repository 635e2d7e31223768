import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDesk } from '../../src/start/desk.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { readConfig } from '../../src/config.js';
import { startHealth } from '../../src/web/health.js';
import { openDeskScene, type DeskScene } from '../support/web/desk.js';

/** A reverse proxy, set up with the lines of docs/OPERATIONS.md. */
interface Proxy {
  readonly name: string;
  readonly program: string;
  /** Writes its settings into the folder; the words to start it with. */
  configure(lines: string, port: number, key: string, cert: string): readonly string[];
  /** Its own answer to what it does not pass on. */
  isRefusal(status: number | undefined, text: string): boolean;
}

const folder = mkdtempSync(join(tmpdir(), 'zhibu-proxy-'));
const proxies: readonly Proxy[] = [
  {
    name: 'nginx',
    program: '/usr/sbin/nginx',
    configure(lines, port, key, cert) {
      const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
        .map((kind) => `${kind}_temp_path ${folder};`)
        .join('\n');
      writeFileSync(
        join(folder, 'nginx.conf'),
        `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events {}
http { access_log off; ${temporary}
server { listen 127.0.0.1:${port} ssl; server_name zhibu.example.cn;
ssl_certificate ${cert}; ssl_certificate_key ${key};
${lines}
} }`,
      );
      return ['-p', folder, '-c', 'nginx.conf', '-e', join(folder, 'error.log')];
    },
    // 403 where its user may not look into the folder, else 404.
    isRefusal: (status, text) => (status === 403 || status === 404) && text.includes('<center>nginx'),
  },
  {
    name: 'Caddy',
    program: '/usr/bin/caddy',
    configure(lines, port, key, cert) {
      // Its own certificate would come from the public network.
      const site = lines.replace(
        'zhibu.example.cn {',
        `https://zhibu.example.cn:${port} {\ntls ${cert} ${key}`,
      );
      writeFileSync(join(folder, 'Caddyfile'), `{\nadmin off\nauto_https disable_redirects\n}\n${site}`);
      return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
    },
    isRefusal: (status, text) => status === 404 && text === '',
  },
];

function has({ program }: Proxy): boolean {
  if (existsSync(program)) return true;
  const sentence = `LEFT OUT: the desk behind a reverse proxy, because there is no ${program}`;
  if (process.env['CI'] === 'true') throw new Error(sentence);
  console.warn(`\n${'!'.repeat(20)}\n${sentence}\n${'!'.repeat(20)}\n`);
  return false;
}

/** The lines that docs/OPERATIONS.md gives, on other ports. */
function documented(name: string, to: string): string {
  const page = readFileSync('docs/OPERATIONS.md', 'utf8');
  const [, lines = ''] = new RegExp(`^ {4}# ${name}\\n((?: {4}.*\\n)+)`, 'mu').exec(page) ?? [];
  expect(lines).toContain('127.0.0.1:3210');
  return lines.replace('127.0.0.1:3210', to);
}

const freePort = () =>
  new Promise<number>((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => found(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

it.each(['https://zhibu.example.cn/desk', 'https://zhibu.example.cn/?x=1', 'zhibu.example.cn'])(
  'DESK_URL %s is refused: no link below it would be found',
  (DESK_URL) => {
    expect(() => readConfig({ DESK_URL })).toThrow('https://zhibu.example.cn');
    expect(readConfig({ DESK_URL: 'https://zhibu.example.cn:8443/' }).DESK_URL).toBe(
      'https://zhibu.example.cn:8443',
    );
  },
);

let scene: DeskScene;
let proxy: ChildProcess;
let served: Awaited<ReturnType<typeof startHealth>>;
let link: URL;
let port: number;

/** One request over https, as a browser elsewhere sends it. */
const ask = (path: string, method = 'GET', headers: Readonly<Record<string, string>> = {}, body = '') =>
  new Promise<{ status: number | undefined; cookie: string; to: string; text: string }>((told, failed) => {
    const host = link.host;
    const name = { servername: link.hostname };
    const options = { host: '127.0.0.1', port, path, method, headers: { host, ...headers }, ...name };
    const sending = request({ ...options, rejectUnauthorized: false }, (answer) => {
      answer.toArray().then(
        (parts: Buffer[]) =>
          told({
            status: answer.statusCode,
            cookie: answer.headers['set-cookie']?.[0] ?? '',
            to: answer.headers.location ?? '',
            text: Buffer.concat(parts).toString(),
          }),
        failed,
      );
    });
    sending.on('error', failed);
    sending.end(body);
  });

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(proxies.filter(has))('behind $name as the documents say, over https', (one) => {
  beforeAll(async () => {
    scene = await openDeskScene(false);
    port = await freePort();
    const { stage, branch } = scene;
    const config = readConfig({ DESK_URL: `https://zhibu.example.cn:${port}` });
    const rulebook = await loadRulebook('rulebooks/2018.yaml');
    const desk = startDesk(config, rulebook, stage.clock, { error: () => undefined } as never);
    served = await startHealth(() => stage.bot.health(), 0, desk.serve(stage.bot, { hasChat: false }));
    link = new URL(desk.invite(branch, '李强')?.url ?? '');
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name)) as [string, string];
    const subject = ['-subj', '/CN=zhibu.example.cn', '-days', '1', '-nodes'];
    execFileSync(
      'openssl',
      ['req', '-x509', '-newkey', 'rsa:2048', '-keyout', key, '-out', cert, ...subject],
      {
        stdio: 'ignore',
      },
    );
    const lines = documented(one.name, new URL(served.url).host);
    const home = { HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    proxy = spawn(one.program, one.configure(lines, port, key, cert), { stdio: 'ignore', env: home });
    for (let tries = 0; tries < 200; tries += 1) {
      const isUp = await ask('/desk').then(
        () => true,
        () => false,
      );
      if (isUp) break;
      await new Promise((later) => setTimeout(later, 50));
    }
  });
  afterAll(async () => {
    proxy.kill(one.name === 'nginx' ? 'SIGQUIT' : 'SIGTERM');
    await new Promise((gone) => proxy.once('exit', gone));
    await served.close();
    await scene.close();
  });

  it('a link enters once, the cookie goes over https alone, a form works and another site cannot send one', async () => {
    expect(link.href).toMatch(/^https:\/\/zhibu\.example\.cn:\d+\/desk\/in\//u);
    const origin = link.origin;
    expect((await ask(link.pathname)).text).toContain('进入桌面');
    const foreign = await ask(link.pathname, 'POST', { origin: 'https://evil.example' });
    expect([foreign.status, foreign.cookie]).toEqual([403, '']);
    const entered = await ask(link.pathname, 'POST', { origin });
    expect([entered.status, entered.to]).toEqual([303, '/desk']);
    expect(entered.cookie).toMatch(/^desk=[^;]+;.*HttpOnly; Secure; SameSite=Strict/u);
    expect((await ask(link.pathname)).status).toBe(410);
    const [cookie = ''] = entered.cookie.split(';');
    const page = await ask('/desk/activities', 'GET', { cookie });
    expect(page.text).toContain('通知新活动');
    expect(page.text).not.toMatch(/(?:href|src|action)="(?!\/(?:desk|assets)|#)/u);
    expect((await ask('/assets/desk.css')).status).toBe(200);
    const value = (name: string) =>
      new RegExp(`name="${name}" value="([^"]+)"`, 'u').exec(page.text)?.[1] ?? '';
    const fields = { kind: 'generalMeeting', at: '2026-11-25T15:00', place: '三楼' };
    const body = new URLSearchParams({ csrf: value('csrf'), key: value('key'), ...fields }).toString();
    const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': `${body.length}` };
    const sent = await ask('/desk/activities', 'POST', { cookie, origin, ...type }, body);
    expect([sent.status, sent.to]).toEqual([303, '/desk/activities']);
    expect(scene.stage.sql('SELECT kind FROM activity')).toEqual([{ kind: 'generalMeeting' }]);
    // A telephone's pictures are larger than what nginx takes by itself.
    const large = await ask(
      '/desk/points',
      'POST',
      { cookie, origin, 'content-length': '5000000' },
      'x'.repeat(5_000_000),
    );
    expect(large.status).not.toBe(413);
  });

  it('nothing but the desk is reachable from outside', async () => {
    for (const path of ['/', '/healthz', '/metrics', '/api/people', '/desktop']) {
      const { status, text } = await ask(path);
      expect([path, status, one.isRefusal(status, text)]).toEqual([path, status, true]);
    }
  });
});
