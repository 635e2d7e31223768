/** The program itself on a server, and one clear sentence where that cannot be. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../support/branch/ledger.js';
import { isPostgresHere, postgres } from '../../support/postgres/server.js';
import { freshFolder, runToEnd, startBot } from '../../support/processes/bot-server.js';

const here = isPostgresHere();
/** A role of its own, that may log in and nothing else. */
const guest = 'zhibu_guest';

describe.skipIf(!here)('DATABASE_URL=postgresql://…', () => {
  let place: ReturnType<typeof freshFolder>;
  beforeEach(() => {
    place = freshFolder();
  });
  afterEach(() => place.remove());

  const refused = async (url: string): Promise<string> => {
    const { code, output } = await runToEnd(place.folder, { DATABASE_URL: url });
    expect(code).toBe(1);
    expect(output).not.toMatch(/\n\s+at /u);
    return output;
  };

  it('starts, answers /healthz, and starts again on what it left; an older program refuses a newer schema', async () => {
    const server = postgres();
    const database = server.create();
    const url = server.url(database);
    const first = await startBot(place.folder, { DATABASE_URL: url });
    const health = (await (await fetch(`${first.url}healthz`)).json()) as { readonly status: string };
    expect(health.status).toBe('ok');
    expect(await first.stop()).toBe(0);
    const branches = () => ask(url, 'SELECT id FROM branch').map(({ id }) => id);
    const founded = branches();
    expect(founded).toHaveLength(1);
    const second = await startBot(place.folder, { DATABASE_URL: url });
    await second.kill();
    expect(branches()).toEqual(founded);
    server.ask(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('later', 'x', '20990101000000_later')`,
      database,
    );
    expect(await refused(url)).toContain('是新版本的程序建立的');
    server.drop(database);
  });

  it('a server that is not reached, a database that is not there, a role without rights: one sentence each', async () => {
    const server = postgres();
    const database = server.create();
    expect(await refused('postgresql://zhibu@127.0.0.1:1/zhibu')).toContain('连不上数据库服务器');
    expect(await refused(server.url('nowhere'))).toContain('没有这个数据库');
    expect(await refused(server.url(database).replace('user=postgres', 'user=nobody'))).toContain(
      '不认这个用户或口令',
    );
    server.ask(`CREATE ROLE ${guest} LOGIN`);
    expect(await refused(server.url(database).replace('user=postgres', `user=${guest}`))).toContain(
      '没有足够的权限',
    );
    server.ask(`DROP ROLE ${guest}`);
    server.drop(database);
  });
});
