import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newFile } from '../store/scene.js';
import { handTimer } from '../support/branch/hand-timer.js';
import { scriptedChannel, type Fate } from '../support/channels/scripted-channel.js';
import { openProcess, said, to, type Process } from './scene.js';

const fate = fc.constantFrom<Fate>(
  'sent',
  'transient',
  'refused',
  'uncertain',
  'lost',
  'stranger',
  'contactFirst',
);
const place = fc.constantFrom('a', 'b', 'g');
/** Possible events: letters, time, an immediate crash, a lost connection. */
const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      chats: fc.array(place, { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 40 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const), settled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('lost' as const, 'found' as const) }) },
);
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never;

async function play(idempotentSends: boolean, fates: readonly Fate[], events: readonly Event[]) {
  const { file, remove } = newFile();
  const timer = handTimer();
  const channel = scriptedChannel({ capabilities: { idempotentSends }, now: () => timer.now() });
  channel.script(...fates);
  let bot: Process = await openProcess(file, channel, timer);
  await bot.start();
  let count = 0;
  const settle = () => bot.delivery.idle();
  for (const happens of events) {
    switch (happens.kind) {
      case 'write': {
        const letters = happens.chats.map((name) => {
          count += 1;
          const address = name === 'g' ? ({ kind: 'group', id: 'g' } as const) : to(name);
          return { chat: address, text: `${name}${count}` };
        });
        await bot.write(...letters);
        break;
      }
      case 'pass':
        await timer.pass(happens.seconds * 1000, settle);
        break;
      case 'crash':
        if (happens.settled) await settle();
        bot.die();
        bot = await openProcess(file, channel, timer);
        await bot.start();
        break;
      case 'lost':
        channel.report({ state: 'lost' });
        break;
      case 'found':
        channel.report({ state: 'connected' });
        break;
    }
  }
  // In the end everything works, and everybody has spoken to the bot.
  channel.recover();
  channel.report({ state: 'connected' });
  await timer.pass(310_000, settle);
  for (const chat of [to('a'), to('b'), { kind: 'group', id: 'g' } as const])
    await bot.delivery.heardFrom('scripted', chat);
  await timer.pass(20_000, settle);
  const states = bot.states();
  bot.die();
  remove();
  return { states, said: said(channel), count };
}

const numberOf = (text: string) => Number(text.slice(1));

it('whatever a channel does that cannot recognise a repeat: nothing twice, nothing forgotten, each chat in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fate, { maxLength: 25 }),
      fc.array(event, { maxLength: 14 }),
      async (fates, events) => {
        const played = await play(false, fates, events);
        expect(new Set(played.said).size).toBe(played.said.length);
        expect(Object.keys(played.states)).toHaveLength(played.count);
        for (const [id, state] of Object.entries(played.states)) {
          const heard = played.said.filter((text) => numberOf(text) === Number(id)).length;
          // Uncertain letters may have arrived; otherwise people heard what the file says.
          if (state === 'sent') expect(heard).toBe(1);
          else if (state === 'failed') expect(heard).toBe(0);
          else expect(state).toBe('uncertain');
        }
        for (const name of ['a', 'b', 'g']) {
          const numbers = played.said.filter((text) => text.startsWith(name)).map(numberOf);
          expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
        }
      },
    ),
    { numRuns: 25 },
  );
});

it('whatever a channel does that recognises a repeat: everything it does not refuse is heard once, each chat in order', async () => {
  const mild = fc.constantFrom<Fate>('sent', 'transient', 'uncertain', 'lost', 'contactFirst');
  await fc.assert(
    fc.asyncProperty(
      fc.array(mild, { maxLength: 25 }),
      fc.array(event, { maxLength: 14 }),
      async (fates, events) => {
        const played = await play(true, fates, events);
        expect(new Set(played.said).size).toBe(played.said.length);
        expect(played.said.map(numberOf).sort((x, y) => x - y)).toEqual(
          Array.from({ length: played.count }, (_, index) => index + 1),
        );
        expect(new Set(Object.values(played.states))).toEqual(new Set(played.count === 0 ? [] : ['sent']));
        for (const name of ['a', 'b', 'g']) {
          const numbers = played.said.filter((text) => text.startsWith(name)).map(numberOf);
          expect(numbers).toEqual([...numbers].sort((x, y) => x - y));
        }
      },
    ),
    { numRuns: 25 },
  );
});
