import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.js';
import { freshFolder, runToEnd, startBot } from '../support/processes/bot-server.js';

let place: ReturnType<typeof freshFolder>;
beforeEach(() => {
  place = freshFolder();
});
afterEach(() => place.remove());

describe('start-up with a bad setting names it, what is wrong and an example, and exits 1', () => {
  it.each([
    ['PORT', '三千', /PORT：.*例：3210/su],
    ['BRANCH_NAME', '没有的支部', /没有的支部.*npm run roster/su],
  ])('%s=%s', async (name, value, sentence) => {
    const { code, output } = await runToEnd(place.folder, { [name]: value });
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/\n\s+at /u);
    expect(code).toBe(1);
  });

  it.each([
    ['PORT', '70000', /PORT：.*例：3210/su],
    ['CHANNEL', 'qq', /CHANNEL：.*例：local/su],
    ['DATABASE_URL', 'mysql://x', /DATABASE_URL：.*例：file:\.\/data\/zhibu\.db/su],
    ['ZHIBU_KEY', 'abc', /ZHIBU_KEY：.*64位/su],
    ['PLAIN_WORDS_URL', '127.0.0.1:11434', /PLAIN_WORDS_URL：.*例：http:\/\/127\.0\.0\.1:11434\/v1/su],
    ['PLAIN_WORDS_URL', 'http://127.0.0.1:11434/v1', /PLAIN_WORDS_MODEL：.*例：PLAIN_WORDS_MODEL=qwen2/su],
    ['PLAIN_WORDS_KEY', '密 钥', /PLAIN_WORDS_KEY：.*例：sk-/su],
    ['LOG_LEVEL', 'loud', /LOG_LEVEL：.*例：info/su],
  ])('%s=%s is one as well', (name, value, sentence) => {
    expect(() => readConfig({ [name]: value })).toThrow(sentence);
  });

  it('a rulebook with a mistake is named with file and place', async () => {
    const file = join(place.folder, 'bad.yaml');
    writeFileSync(file, 'version: "1"\ntitle: 试\n');
    const { code, output } = await runToEnd(place.folder, { RULEBOOK: file });
    expect(output).toContain(file);
    expect(code).toBe(1);
  });

  it('several bad settings are all named', () => {
    expect(() => readConfig({ PORT: 'x', CHANNEL: 'y' })).toThrow(/CHANNEL[^]*PORT|PORT[^]*CHANNEL/u);
  });
});

it('the first start makes the folder of the database', async () => {
  const bot = await startBot(place.folder, {
    DATABASE_URL: `file:${join(place.folder, 'data', 'zhibu.db')}`,
  });
  expect(statSync(join(place.folder, 'data', 'zhibu.db')).isFile()).toBe(true);
  expect(await bot.stop()).toBe(0);
});

describe('a second process on one database', () => {
  it('says that the first runs, and where; on purpose it waits and takes over', async () => {
    const first = await startBot(place.folder);
    const second = await runToEnd(place.folder, {});
    expect(second.output).toContain(`机器人已经在这个文件夹里运行了（进程号`);
    expect(second.output).toContain(first.url);
    expect(second.code).toBe(1);
    const waiting = startBot(place.folder, { STANDBY: 'yes' });
    await first.kill();
    const third = await waiting;
    expect((await fetch(third.url)).status).toBe(200);
    expect(await third.stop()).toBe(0);
  });
});

describe('the key of the database', () => {
  it('is made at the first start with mode 0600, said so once, and asked for when it is lost', async () => {
    const first = await startBot(place.folder);
    expect(first.output()).toContain('请妥善保管');
    expect(await first.stop()).toBe(0);
    const file = join(place.folder, 'zhibu.db.key');
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const second = await startBot(place.folder);
    expect(second.output()).not.toContain('请妥善保管');
    await second.stop();

    rmSync(file);
    const without = await runToEnd(place.folder, {});
    expect(without.output).toContain('找不到密钥文件');
    expect(without.code).toBe(1);

    const wrong = await runToEnd(place.folder, { ZHIBU_KEY: 'ab'.repeat(32) });
    expect(wrong.output).toContain('密钥与数据库不符');
    expect(wrong.code).toBe(1);
  });

  it('is refused when others could read it', async () => {
    await (await startBot(place.folder)).stop();
    chmodSync(join(place.folder, 'zhibu.db.key'), 0o644);
    const { code, output } = await runToEnd(place.folder, {});
    expect(output).toContain('chmod 600');
    expect(code).toBe(1);
  });
});

it('a taken port is named with what to do', async () => {
  const first = await startBot(place.folder);
  const other = freshFolder();
  const { code, output } = await runToEnd(other.folder, { PORT: new URL(first.url).port });
  expect(output).toMatch(/端口.*PORT/su);
  expect(code).toBe(1);
  await first.stop();
  other.remove();
});

it('an error that nobody foresaw names its place in the sources, not in the bundle', async () => {
  const broken = `
    import http from 'node:http';
    import { syncBuiltinESMExports } from 'node:module';
    http.createServer = () => { throw new TypeError('no servers here'); };
    syncBuiltinESMExports();`;
  const preload = `--import data:text/javascript,${encodeURIComponent(broken)}`;
  const { code, output } = await runToEnd(place.folder, { NODE_OPTIONS: preload });
  expect(output).toMatch(/启动失败：TypeError: no servers here\n[^]* \(?\S*src\/start\/program\.ts:\d+:\d+/u);
  expect(output).not.toContain('dist/chunks');
  expect(code).toBe(1);
});

describe('a file that is no database of this program is one sentence with its name, exit 1', () => {
  const file = () => join(place.folder, 'zhibu.db');
  const refused = async (sentence: RegExp, settings: Record<string, string> = {}) => {
    const { code, output } = await runToEnd(place.folder, settings);
    expect(output).toMatch(sentence);
    expect(output).toContain(place.folder);
    expect(output).not.toMatch(/\n\s+at /u);
    expect(code).toBe(1);
  };

  it('garbage', async () => {
    writeFileSync(file(), 'not a database, whatever its name says. '.repeat(200));
    await refused(/不是数据库，或已损坏/u);
  });

  it('garbage in the file of the page', async () => {
    writeFileSync(join(place.folder, 'local-chat.db'), 'not a database either. '.repeat(200));
    await refused(/local-chat\.db 不是数据库/u);
  });

  it('a folder', async () => {
    mkdirSync(file());
    await refused(/打不开数据库/u);
  });

  it('a place that is no folder', async () => {
    writeFileSync(file(), '');
    await refused(/不是文件夹/u, { DATABASE_URL: `file:${file()}/inner/zhibu.db` });
  });

  it('the database of a newer version', async () => {
    await (await startBot(place.folder)).stop();
    const db = new Database(file());
    db.exec(
      "INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('n', 'n', '20990101000000_newer')",
    );
    db.close();
    await refused(/新版本/u);
  });

  it('an unreadable .env', async () => {
    mkdirSync(join(place.folder, '.env'));
    const { code, output } = await runToEnd(place.folder, {});
    expect(output).toMatch(/读不了 \.env/u);
    expect(code).toBe(1);
  });
});
