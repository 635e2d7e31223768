import { takesPart, type LocalMessage } from '../channels/local/message.js';
import type { LocalWorld } from '../channels/local/world.js';
import type { ClockMover } from './clock-mover.js';
import { withTones } from './tones.js';

/** A window that missed more than this reloads everything. */
const MAXIMUM_MISSED = 500;

/** Milliseconds between comments that keep proxies and sleeping laptops from dropping a silent stream. */
const HEARTBEAT = 20_000;

/**
 * Server-sent events for one person: `message` (what they may read), `elsewhere` (somebody else has private news,
 * without its text), `clock`, `people` (the whole list, at first and when it changes), and `reload`. The line's id is
 * the event's id, so a reconnecting browser names the last line it saw and gets the rest.
 */
export function eventStream(
  world: LocalWorld,
  clock: ClockMover,
  account: string,
  after: number,
  onEnd: () => void,
): Response {
  let stop = (): void => undefined;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder();
      const write = (text: string): void => controller.enqueue(encoder.encode(text));
      const event = (name: string, data: unknown, id?: number): void =>
        write(`event: ${name}\n${id === undefined ? '' : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`);
      const pass = (message: LocalMessage): void => {
        if (takesPart(account, message.chat)) event('message', message, message.id);
        else if (message.chat.kind === 'private')
          event('elsewhere', { account: message.chat.account, id: message.id }, message.id);
      };

      write('retry: 1500\n\n');
      const showPeople = (): void => event('people', withTones(world.people()));
      event('clock', clock.state());
      showPeople();
      // Reading what was missed and starting to listen happen in one turn, so nothing gets lost.
      const missed = world.after(after, MAXIMUM_MISSED + 1);
      if (missed.length > MAXIMUM_MISSED) event('reload', {});
      else missed.forEach(pass);
      const leaveWorld = world.subscribe((heard) => {
        if (heard.kind === 'message') pass(heard.message);
        if (heard.kind === 'people') showPeople();
      });
      const leaveClock = clock.subscribe((state) => event('clock', state));
      const heartbeat = setInterval(() => write(':\n\n'), HEARTBEAT);
      stop = () => {
        leaveWorld();
        leaveClock();
        clearInterval(heartbeat);
        onEnd();
      };
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
