/**
 * A process that delivers from a database file: `deliverer.ts FILE NAME SPEED SINCE`. It sends everything to its parent,
 * which plays the chat service. Its clock runs SPEED times as fast as the real one, so that a lease ends soon.
 */
import { existsSync } from 'node:fs';
import { createDelivery } from '../../../src/app/delivery/delivery.js';
import { everything, type Channel } from '../../../src/app/ports/channel.js';
import { machineTimer } from '../../../src/clock.js';
import { addSeconds } from '../../../src/domain/period/civil.js';
import { now as beginning, open } from '../../store/scene.js';

const [file = '', name = '', speed = '1', since = '0'] = process.argv.slice(2);
const times = Number(speed);
/** All processes of a test share the time: it begins at SINCE, in milliseconds of the machine's clock. */
const clock = { now: () => addSeconds(beginning, Math.floor(((Date.now() - Number(since)) / 1000) * times)) };
const timer = {
  now: () => machineTimer.now() * times,
  after: (milliseconds: number, work: () => void) => machineTimer.after(milliseconds / times, work),
};
const { store } = open(file);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const channel: Channel = {
  name: 'scripted',
  capabilities: { ...everything, idempotentSends: false },
  start: () => Promise.resolve(),
  // Sending takes a while, so that a process can be stopped in the middle of it.
  send: ({ key }) =>
    new Promise((resolve) => {
      process.send?.({ by: name, key });
      setTimeout(resolve, 20);
    }),
  stop: () => Promise.resolve(),
};

const delivery = createDelivery({
  channels: [channel],
  store,
  clock,
  timer,
  log: quiet,
  owner: name,
  leftOut: () => '',
  mayHear: () => true,
  fill: (letter) => Promise.resolve(letter),
  onContactFirst: () => undefined,
  onDoubt: () => undefined,
  onConnection: () => undefined,
});
delivery.recover();
delivery.report(channel.name, { state: 'connected' });
await delivery.idle();
process.send?.({ by: name, key: 'ready' });
// Timers keep no process alive; this one lives as long as its parent. A path puts the whole process to sleep until that
// file exists, like a closed lid, but never inside a transaction, where it would keep the database locked.
process.on('message', (alarm: string) => {
  while (!existsSync(alarm)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
  process.send?.({ by: name, key: 'awake' });
});
process.on('disconnect', () => process.exit(0));
