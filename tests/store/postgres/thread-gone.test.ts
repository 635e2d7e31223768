/** The thread that speaks with the server dies of what the server says: the program ends with a sentence, nobody waits. */
import { connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPostgresHere, postgres } from '../../support/postgres/server.js';
import { freshFolder, runToEnd, startBot } from '../../support/processes/bot-server.js';

const sentence = '与数据库服务器的通信意外中断，程序已停止：请重新启动';

/** A row without a body: the driver's reader throws, and nobody catches that. */
const broken = Buffer.from([0x44, 0, 0, 0, 4]);

/** In front of the server's socket; answers what is asked with a broken row when told to. */
async function openProxy(socket: string) {
  let isBroken = false;
  const open = new Set<Socket>();
  const server: Server = createServer((near) => {
    const far = connect(socket);
    near.on('data', (chunk) => (isBroken ? near.write(broken) : far.write(chunk)));
    far.on('data', (chunk) => void near.write(chunk));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    breakAnswers: () => (isBroken = true),
    breakIdle: () => open.forEach((one) => one.localPort === undefined || one.write(broken)),
    close: () => {
      open.forEach((one) => one.destroy());
      server.close();
    },
  };
}

describe.skipIf(!isPostgresHere())('the thread of the database dies', () => {
  let place: ReturnType<typeof freshFolder>;
  let proxy: Awaited<ReturnType<typeof openProxy>>;
  let database: string;
  let DATABASE_URL: string;
  beforeEach(async () => {
    place = freshFolder();
    const server = postgres();
    database = server.create();
    proxy = await openProxy(join(server.folder, '.s.PGSQL.5432'));
    DATABASE_URL = `postgresql://postgres@127.0.0.1:${proxy.port}/${database}`;
  });
  afterEach(() => {
    proxy.close();
    postgres().drop(database);
    place.remove();
  });

  it('while somebody waits for its answer', async () => {
    proxy.breakAnswers();
    const { code, output } = await runToEnd(place.folder, { DATABASE_URL });
    expect(output).toContain(sentence);
    expect(output).not.toMatch(/\n\s+at /u);
    expect(code).toBe(1);
  });

  it('while the bot runs', async () => {
    const bot = await startBot(place.folder, { DATABASE_URL });
    proxy.breakIdle();
    expect(await bot.ended()).toBe(1);
    expect(bot.output()).toContain(sentence);
    expect(bot.output()).not.toMatch(/\n\s+at /u);
  });
});
