import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { root } from '../support/root.js';
import { newFile, now, open, person, unit } from '../store/scene.js';
import { letterTo, to } from './scene.js';

/** Two real processes on one file and one channel that cannot recognise a repeat. */

/** All processes count from here. */
const since = Date.now();

interface Sent {
  readonly by: string;
  readonly key: string;
}

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

async function start(file: string, name: string, sent: Sent[], speed = 1): Promise<ChildProcess> {
  const child = fork(
    join(root, 'tests/support/processes/deliverer.ts'),
    [file, name, String(speed), String(since)],
    {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  children.push(child);
  await new Promise<void>((resolve) => {
    child.on('message', (message: Sent) => {
      if (message.key === 'ready') resolve();
      else if (message.key !== 'awake') sent.push(message);
    });
  });
  return child;
}

async function scene() {
  const { file, remove } = newFile();
  const { store, db } = open(file);
  const branch = await store.createBranch('第一党支部', now);
  await store.commit(unit(store, branch, [person(1)]));
  const states = () =>
    Object.fromEntries(
      db
        .prepare('SELECT state, COUNT(*) AS count FROM outbox GROUP BY state')
        .all()
        .map((row) => [row['state'], Number(row['count'])]),
    ) as Record<string, number>;
  const write = async (count: number) => {
    const letters = Array.from({ length: count }, (_, index) =>
      letterTo(to(`a${index % 5}`), `第${index}条`),
    );
    await store.commit(unit(store, branch, [], { letters }));
  };
  return {
    file,
    write,
    states,
    lease: () => db.prepare('SELECT owner, epoch FROM lease').all()[0],
    close: () => {
      store.close();
      remove();
    },
  };
}

/** Waits until it holds; the processes run on the real clock. */
const until = (isSo: () => boolean) => vi.waitUntil(isSo, { timeout: 240_000, interval: 20 });

it('one of two processes delivers, and the other leaves every letter to it', async () => {
  const { file, write, states, close } = await scene();
  const sent: Sent[] = [];
  await Promise.all([start(file, 'one', sent), start(file, 'two', sent)]);
  await write(40);
  await until(() => states()['sent'] === 40);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(40);
  expect(sent).toHaveLength(40);
  expect(new Set(sent.map(({ by }) => by)).size).toBe(1);
  close();
});

it('a process that sleeps through its lease sends nothing when it wakes, and what it had under way is in doubt', async () => {
  const { file, write, states, lease, close } = await scene();
  const sent: Sent[] = [];
  const speed = 10;
  const isDone = () => (states()['queued'] ?? 0) + (states()['sending'] ?? 0) === 0;
  const one = await start(file, 'one', sent, speed);
  await write(40);
  // Falls asleep in the middle, until the alarm rings.
  await until(() => sent.length > 5);
  const alarm = `${file}.alarm`;
  one.send(alarm);
  const two = await start(file, 'two', sent, speed);
  await until(() => lease()?.['owner'] === 'two');
  await until(isDone);
  const byOne = () => sent.filter(({ by }) => by === 'one').length;
  const before = byOne();
  const awake = new Promise((resolve) => {
    one.on('message', ({ key }: Sent) => {
      if (key === 'awake') resolve(key);
    });
  });
  writeFileSync(alarm, '');
  await awake;
  await write(10);
  await until(isDone);
  expect(byOne()).toBe(before);
  expect(lease()?.['owner']).toBe('two');
  expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
  expect((states()['sent'] ?? 0) + (states()['uncertain'] ?? 0)).toBe(50);
  // At most one uncertain letter in each of the five chats.
  expect(states()['uncertain'] ?? 0).toBeLessThanOrEqual(5);
  two.kill('SIGKILL');
  await once(two, 'exit');
  close();
});
