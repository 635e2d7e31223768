import { afterEach, describe, expect, it } from 'vitest';
import { startPage } from '../../src/web/page.js';
import { freshWorld, removeWorlds } from '../support/web/local.js';
import { closePages, serve } from '../support/web/local-page.js';

afterEach(closePages);

describe('the clock', () => {
  const move = (url: string, body: unknown): Promise<Response> =>
    fetch(`${url}api/clock`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { Origin: url, 'Content-Type': 'application/json' },
    });

  it('offers the next hour, morning, Monday and quarter', async () => {
    const { url } = await serve(freshWorld().world);
    expect(await (await fetch(`${url}api/clock`)).json()).toMatchObject({
      now: '2026-11-23T09:00:00',
      moving: false,
      jumps: [
        { to: '2026-11-23T10:00:00' },
        { to: '2026-11-24T09:00:00' },
        { to: '2026-11-30T09:00:00' },
        { to: '2027-01-04T09:00:00' },
      ],
    });
  });

  it.each([
    {},
    { to: '明天' },
    { to: '2026-02-30T09:00:00' },
    { to: '2026-12-01T09:00:00Z' },
    { to: '2026-11-22T09:00:00' },
    { to: '2027-11-23T09:00:01' },
  ])('refuses %j', async (body) => {
    const { world } = freshWorld();
    const { url } = await serve(world);
    expect((await move(url, body)).status).toBe(400);
    expect(world.clock.now()).toBe('2026-11-23T09:00:00');
  });

  it('a move is stopped after the job at hand, and the clock stands there', async () => {
    const { world } = freshWorld();
    let asked = () => false;
    let goOn = () => undefined as unknown;
    let begin = () => undefined as unknown;
    const begun = new Promise((resolve) => (begin = () => resolve(undefined)));
    const free = new Promise((resolve) => (goOn = () => resolve(undefined)));
    const page = await startPage({
      ...{ world, host: '127.0.0.1', port: 0 },
      log: { info: () => undefined, error: () => undefined },
      moveClock: async (_to, goesOn) => {
        asked = goesOn;
        begin();
        await free;
      },
    });
    const moved = move(page.url, { to: '2027-11-01T09:00:00' });
    await begun;
    expect(asked()).toBe(true);
    await fetch(`${page.url}api/clock`, { method: 'DELETE', headers: { Origin: page.url } });
    expect(asked()).toBe(false);
    goOn();
    expect((await moved).status).toBe(200);
    await page.close();
    world.close();
    removeWorlds();
  });

  it('of a real branch cannot be moved', async () => {
    const { world } = freshWorld();
    const log = { info: () => undefined, error: () => undefined };
    const page = await startPage({ world, host: '127.0.0.1', port: 0, log });
    const before = world.clock.now();
    const refused = await move(page.url, { to: '2026-12-01T09:00:00' });
    expect(refused.status).toBe(409);
    expect(await refused.json()).toEqual({ error: '真实支部的时间不能推进。' });
    expect(world.clock.now()).toBe(before);
    expect(await (await fetch(`${page.url}api/clock`)).json()).toMatchObject({ jumps: [] });
    await page.close();
    world.close();
    removeWorlds();
  });

  it('makes one move at a time, and stays usable after a failed one', async () => {
    const { world } = freshWorld();
    let finish = (): void => undefined;
    const page = await startPage({
      world,
      host: '127.0.0.1',
      port: 0,
      moveClock: () => new Promise((_, reject) => (finish = () => reject(new Error('a job failed')))),
      log: { info: () => undefined, error: () => undefined },
    });
    const first = move(page.url, { to: '2026-12-01T09:00:00' });
    await expect
      .poll(async () => ((await (await fetch(`${page.url}api/clock`)).json()) as { moving: boolean }).moving)
      .toBe(true);
    expect((await move(page.url, { to: '2026-12-02T09:00:00' })).status).toBe(409);
    finish();
    expect((await first).status).toBe(500);
    expect(await (await fetch(`${page.url}api/clock`)).json()).toMatchObject({ moving: false });
    await page.close();
    world.close();
    removeWorlds();
  });
});
