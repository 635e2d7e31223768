import { createCourier, type Courier, type CourierDeps } from './courier.js';
import type { Message } from './sending/parts.js';
import type { Channel, Chat, ConnectionReport, Outbound } from '../ports/channel.js';
import type { ConnectionHealth } from '../ports/health.js';
import type { StoredLetter } from '../ports/store/store.js';

/** Takes committed letters to their channels: in order within each chat, each one once. */
export interface Delivery {
  post(letters: readonly StoredLetter[]): void;
  /** An answer that changed nothing: not in the outbox, but in order with what is. */
  answer(message: Message): void;
  /** A card that was clicked shows what was decided. */
  update(message: Outbound): void;
  /** Someone spoke in this chat: sends what waited for that. */
  heardFrom(channel: string, chat: Chat): Promise<void>;
  report(channel: string, connection: ConnectionReport): void;
  connections(): readonly ConnectionHealth[];
  /** The login whose account ids count now; null where ids are stable. */
  login(channel: string): string | null;
  /** Resolves when nothing is under way but what waits for a connection, a rate or a later try. */
  idle(): Promise<void>;
  /** At start, before the channels are: what an earlier process left goes first. */
  recover(): void;
  /** What is not sent stays in the outbox. */
  stop(): Promise<void>;
}

interface DeliveryDeps extends Omit<CourierDeps, 'channel'> {
  /** The first one hears; the others only send. */
  readonly channels: readonly Channel[];
}

export function createDelivery({ channels, ...deps }: DeliveryDeps): Delivery {
  const couriers = channels.map((channel) => createCourier({ ...deps, channel }));
  const [main] = couriers;
  if (main === undefined) throw new Error('a bot without a channel');
  const of = (name: string): Courier | undefined => couriers.find(({ channel }) => channel.name === name);
  return {
    post(letters) {
      for (const courier of couriers) courier.post(letters);
    },
    answer: (message) => main.answer(message),
    update: (message) => main.update(message),
    heardFrom: (channel, chat) => of(channel)?.heardFrom(chat) ?? Promise.resolve(),
    report: (channel, connection) => of(channel)?.report(connection),
    connections: () => couriers.map((courier) => courier.health()),
    login: (channel) => of(channel)?.login() ?? null,
    async idle() {
      for (const courier of couriers) await courier.idle();
    },
    recover() {
      for (const courier of couriers) courier.load();
    },
    async stop() {
      await Promise.all(couriers.map((courier) => courier.stop()));
    },
  };
}
