/**
 * A process of its own that delivers from a database file: `deliverer.ts FILE NAME`. What it sends goes to the parent,
 * which plays the chat service; so does everything else it says of itself.
 */
import { createDelivery } from '../../src/app/delivery.js';
import { everything, type Channel } from '../../src/app/ports/channel.js';
import { machineTimer, shanghaiNow } from '../../src/clock.js';
import { open } from '../store/scene.js';

const [file = '', name = ''] = process.argv.slice(2);
const { store } = open(file);
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

const channel: Channel = {
  name: 'scripted',
  capabilities: { ...everything, idempotentSends: false },
  start: () => Promise.resolve(),
  // The send takes a while, so that a process can be stopped in the middle of it.
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
  clock: { now: shanghaiNow },
  timer: machineTimer,
  log: quiet,
  owner: name,
  leftOut: () => '',
  mayHear: () => true,
  fill: (letter) => Promise.resolve(letter),
  onContactFirst: () => undefined,
  onConnection: () => undefined,
});
delivery.recover();
delivery.report(channel.name, { state: 'connected' });
await delivery.idle();
process.send?.({ by: name, key: 'ready' });
// Timers keep no process alive; this one lives as long as its parent. A number puts the whole process to sleep for so
// many milliseconds, as a closed lid does, but never inside of a transaction, where it would keep the file locked.
process.on('message', (milliseconds: number) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  if (milliseconds === 0) process.send?.({ by: name, key: 'awake' });
});
process.on('disconnect', () => process.exit(0));
