/** From a file to a server and back: the same rows, the same branch. */
import { existsSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run as move } from '../../../src/cli/keep/move.js';
import { openConnection, openReadOnly } from '../../../src/store/connection.js';
import { makeOnServer } from '../../../src/store/moving/making.js';
import { copyRows, holdsTheSame } from '../../../src/store/moving/rows.js';
import { migrate } from '../../../src/store/migrate.js';
import { openPostgres } from '../../../src/store/postgres/connection.js';
import { bonus, newOffice, scoreOf, type Office } from '../../keep/scene.js';
import { ask } from '../../support/branch/ledger.js';
import { isPostgresHere, postgres } from '../../support/postgres/server.js';
import { prismaFolder } from '../scene.js';

const silent = (): void => undefined;
const picture = { kind: 'picture' as const, name: '献血证.png', bytes: Buffer.alloc(100_000, 7) };

describe.skipIf(!isPostgresHere())('npm run move', () => {
  const home = process.cwd();
  let office: Office;
  let database: string;
  let url: string;

  // Keys of a server lie in ./data.
  beforeAll(async () => {
    office = newOffice();
    process.chdir(office.folder);
    const stage = await office.open('2026-11-23T09:00:00');
    for (const number of [1, 2, 3]) await bonus(stage, number);
    await stage.say('张三', '/申报 8 献血', { files: [picture] });
    await stage.close();
    database = postgres().create();
    url = postgres().url(database);
  });
  afterAll(() => {
    process.chdir(home);
    office.remove();
    postgres().drop(database);
  });
  const file = () => `file:${office.file}`;
  const keyFile = () => join(office.folder, 'data', `${database}.postgresql.key`);

  it('cut off half way and run again it goes on; then every row is there, in its order, with triggers and key', async () => {
    const half = makeOnServer(url, prismaFolder);
    const source = openReadOnly(office.file);
    expect(() =>
      copyRows(source, half.db, (rows) => {
        if (rows === 40) throw new Error('the lamp went out');
      }),
    ).toThrow('the lamp went out');
    half.close();
    // Nothing to be seen of it where the bot would look.
    expect(ask(url, "SELECT to_regclass('branch')::text AS found")).toEqual([{ found: null }]);

    const { code, text } = await office.call(move, [file(), url]);
    expect([code, text]).toEqual([0, expect.stringContaining('已搬好，逐行核对一致')]);
    expect(text).toContain('机关第一党支部：完好。3 条分录');
    expect(text).not.toContain('从头再搬');
    const server = openPostgres(url);
    expect(holdsTheSame(source, server, silent)).toBe(true);
    expect(() => server.exec('DELETE FROM ledger_entry')).toThrow('append-only');
    expect(ask(url, "SELECT 1 AS found FROM pg_namespace WHERE nspname = 'zhibu_moving'")).toEqual([]);
    server.close();
    source.close();
    expect(statSync(keyFile()).mode & 0o077).toBe(0);
    expect(existsSync(office.file)).toBe(true);
  });

  it('what was written since the half, or one cell that differs, is found', async () => {
    const other = postgres().create();
    const half = makeOnServer(postgres().url(other), prismaFolder);
    const before = openReadOnly(office.file);
    copyRows(before, half.db, silent);
    before.close();
    half.db.exec(`UPDATE audit SET at = '2026-01-01T00:00:00' WHERE seq = 2`);
    const source = openReadOnly(office.file);
    expect(holdsTheSame(source, half.db, silent)).toBe(false);
    source.close();
    half.close();
    const { code, text } = await office.call(move, [file(), postgres().url(other)]);
    expect([code, text]).toEqual([0, expect.stringContaining('从头再搬')]);
    postgres().drop(other);
  });

  it('a bot that began there while it was being filled is not written over', () => {
    const began = postgres().create();
    const there = postgres().url(began);
    const making = makeOnServer(there, prismaFolder);
    const bot = openPostgres(there);
    migrate(bot, '', prismaFolder, '');
    bot.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run('canary', Buffer.from('x'));
    expect(making.finish()).toBe(false);
    expect(ask(there, 'SELECT key FROM meta')).toEqual([{ key: 'canary' }]);
    bot.close();
    making.close();
    postgres().drop(began);
  });

  it('no password is said', async () => {
    const secret = url.replace('user=postgres', 'user=postgres&password=x1y2');
    const { text } = await office.call(move, [file(), secret]);
    expect(text).toContain('里已有数据');
    expect(text).not.toContain('x1y2');
  });

  it('back into a file, and the bot goes on there', async () => {
    renameSync(office.file, `${office.file}.first`);
    for (const part of ['-wal', '-shm'])
      if (existsSync(office.file + part)) renameSync(office.file + part, `${office.file}.first${part}`);
    const { code, text } = await office.call(move, [url, file()]);
    expect([code, text]).toEqual([0, expect.stringContaining('已搬好')]);
    const [first, now] = [openReadOnly(`${office.file}.first`), openConnection(office.file)];
    expect(holdsTheSame(first, now, silent)).toBe(true);
    first.close();
    now.close();
    const stage = await office.open('2026-11-23T11:00:00');
    expect(await scoreOf(stage, '张三')).toBe('张三 2026年积分：109分');
    const shown = await stage.whisper('李强', '/材料 4');
    expect(shown.flatMap(({ files }) => files.map(({ bytes }) => bytes.length))).toEqual([100_000]);
    await stage.close();
  });

  it('refuses what would write over something, another key, a file that was changed, and says so', async () => {
    const refused = async (from: string, to: string): Promise<string> => {
      const { code, text } = await office.call(move, [from, to]);
      expect(code).toBe(1);
      return text;
    };
    expect(await refused(file(), url)).toContain('里已有数据，没有搬');
    expect(await refused(url, file())).toContain('里已有数据，没有搬');
    expect(await refused(file(), 'file:other.db')).toContain('只在文件和 PostgreSQL 之间搬');
    expect(await refused('file:nowhere.db', url)).toContain('没有数据库文件');
    expect(await refused(file(), 'postgresql://zhibu@127.0.0.1:1/zhibu')).toContain('连不上数据库服务器');

    const empty = postgres().create();
    const other = join(office.folder, 'data', `${empty}.postgresql.key`);
    renameSync(keyFile(), other);
    expect(await office.call(move, [file(), postgres().url(empty)])).toMatchObject({ code: 0 });
    postgres().drop(empty);

    const another = postgres().create();
    ask(office.file, 'DROP TRIGGER ledger_entry_no_update');
    ask(office.file, 'UPDATE ledger_entry SET points = 4 WHERE seq = 1');
    expect(await refused(file(), postgres().url(another))).toContain('核对有问题，没有搬');
    expect(ask(postgres().url(another), "SELECT to_regclass('branch')::text AS found")).toEqual([
      { found: null },
    ]);
    postgres().drop(another);
  });
});
