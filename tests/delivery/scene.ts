import type { Chat } from '../../src/app/ports/channel.js';
import type { Letter, Store } from '../../src/app/ports/store/store.js';
import { createDelivery, type Delivery } from '../../src/app/delivery/delivery.js';
import type { Filler } from '../../src/app/delivery/filler.js';
import { voice } from '../../src/chat/voice.js';
import type { Timer } from '../../src/app/ports/clock.js';
import { open, person, unit } from '../store/scene.js';
import type { HandTimer } from '../support/branch/hand-timer.js';
import type { ScriptedChannel } from '../support/channels/scripted-channel.js';

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** One process: a store on a file and its delivery on a scripted channel. */
export interface Process {
  /** Letters told as in doubt, as number/attempts. */
  readonly doubts: readonly string[];
  readonly store: Store;
  readonly delivery: Delivery;
  readonly channel: ScriptedChannel;
  /** Letters to these chats, one message each; resolves when they are committed and posted. */
  write(...letters: readonly Partial<Letter>[]): Promise<void>;
  /** Like `/补发 N`. */
  resend(id: number): Promise<void>;
  start(): Promise<void>;
  /** States of all letters, by number. */
  states(): Readonly<Record<number, string>>;
  /** Dies without writing what is in memory. */
  die(): void;
}

let processes = 0;
export const branchName = '第一党支部';

export async function openProcess(
  file: string,
  channel: ScriptedChannel,
  timer: HandTimer,
  fill: Filler = (letter) => Promise.resolve(letter),
): Promise<Process> {
  processes += 1;
  const { store, db } = open(file);
  const { clock } = timer;
  const doubts: string[] = [];
  let isAlive = true;
  /** Timers of a dead process have no effect. */
  const own: Timer = {
    now: () => timer.now(),
    after: (milliseconds, work) => timer.after(milliseconds, () => isAlive && work()),
  };
  const delivery = createDelivery({
    channels: [channel],
    store,
    clock,
    timer: own,
    log: quiet,
    owner: `process-${processes}`,
    leftOut: (files) => voice.leftOut(files),
    mayHear: () => true,
    fill,
    onContactFirst: () => undefined,
    onDoubt: ({ id, attempts }) => void doubts.push(`${id}/${attempts}`),
    onConnection: () => undefined,
  });
  const branch = await store.createBranch(branchName, clock.now());
  if (store.snapshot(branch).facts.all('person').length === 0)
    await store.commit(unit(store, branch, [person(1), person(2), person(3), person(4)]));
  return {
    doubts,
    store,
    delivery,
    channel,
    async write(...letters) {
      const whole = letters.map((letter) => ({ ...letterTo(inGroup), channel: channel.name, ...letter }));
      const done = await store.commit(unit(store, branch, [], { letters: whole, at: clock.now() }));
      if (done.kind !== 'committed') throw new Error(done.kind);
      delivery.post(done.letters);
    },
    async resend(id) {
      const done = await store.commit(unit(store, branch, [], { resend: [{ id, account: null }] }));
      if (done.kind !== 'committed') throw new Error(done.kind);
      delivery.post(done.letters);
    },
    async start() {
      delivery.recover();
      await channel.start(
        () => Promise.resolve(),
        (connection) => delivery.report(channel.name, connection),
      );
      delivery.report(channel.name, { state: 'connected' });
      await delivery.idle();
    },
    states: () =>
      Object.fromEntries(
        db
          .prepare('SELECT id, state FROM outbox ORDER BY id')
          .all()
          .map((row) => [row['id'], row['state']]),
      ) as Record<number, string>,
    die() {
      isAlive = false;
      store.close();
    },
  };
}

export const inGroup: Chat = { kind: 'group', id: 'g' };
export const to = (account: string): Chat => ({ kind: 'private', account });

export function letterTo(chat: Chat, text = '已登记'): Letter {
  return { channel: 'scripted', chat, person: null, text, files: [], expiresAt: null };
}

export function said(channel: ScriptedChannel): readonly string[] {
  return channel.arrived.map(({ text }) => text);
}
