/** The chat service of the simulation: it breaks, answers late, and says nothing certain about what it took. */
import {
  everything,
  SendError,
  type Channel,
  type Chat,
  type Inbound,
  type Outbound,
} from '../../../app/ports/channel.js';
import type { Timer } from '../../../app/ports/clock.js';
import type { Chance } from '../model/chance.js';

export interface Delivered {
  readonly key: string;
  readonly chat: Chat;
  readonly text: string;
}

/** `b1/12` of a message that carries a letter of the outbox, or a part of one; undefined: an answer that changed nothing. */
export const letterOf = (key: string): string | undefined => /^b\d+\/\d+/u.exec(key)?.[0];

interface Line {
  readonly channel: Channel;
  readonly hear: (message: Inbound) => Promise<void>;
}

/** What outlives the bot: the service itself. */
export interface Service {
  readonly delivered: Delivered[];
  /** Messages that arrived twice under one key. */
  doubled: number;
  /** Faults so far. */
  faults: number;
  /** Else the bot has to leave to people what may have arrived. */
  readonly recognisesRepeats: boolean;
  /** Of a hundred sends so many go wrong. */
  trouble: number;
  /** A connection for one life of the bot; it ends with it. */
  open(timer: Timer, isDead: () => boolean): Line;
}

/** @param recognisesRepeats drops the second delivery of one key, as WeCom's queue does not */
export function createService(chance: Chance, recognisesRepeats: boolean): Service {
  const keys = new Set<string>();
  const deliver = ({ key, chat, text }: Outbound): void => {
    if (keys.has(key)) {
      // An answer that changed nothing is not in the outbox, and is given again after a crash (SPEC §6).
      if (!recognisesRepeats && letterOf(key) !== undefined) service.doubled += 1;
      return;
    }
    keys.add(key);
    service.delivered.push({ key, chat, text });
  };
  const send = async (message: Outbound, timer: Timer): Promise<void> => {
    if (!chance.happens(service.trouble / 100)) {
      deliver(message);
      return;
    }
    service.faults += 1;
    switch (chance.pick(['refusesNow', 'losesAnswer', 'losesMessage', 'isSlow', 'neverAnswers'] as const)) {
      case 'refusesNow':
        throw new SendError('transient', 'try later');
      case 'losesAnswer':
        deliver(message);
        throw new SendError('uncertain', 'the connection broke');
      case 'losesMessage':
        throw new SendError('uncertain', 'the connection broke');
      case 'isSlow':
        await new Promise<void>((resolve) => timer.after(20_000, resolve));
        deliver(message);
        return;
      case 'neverAnswers':
        deliver(message);
        await new Promise<void>(() => undefined);
    }
  };
  const service: Service = {
    ...{ delivered: [], doubled: 0, faults: 0, trouble: 0, recognisesRepeats },
    open(timer, isDead) {
      let receive: (message: Inbound) => Promise<void> = () =>
        Promise.reject(new Error('nobody listens yet'));
      const channel: Channel = {
        name: 'play',
        capabilities: { ...everything, idempotentSends: recognisesRepeats },
        start: (listener) => {
          receive = listener;
          return Promise.resolve();
        },
        // A dead process sends nothing.
        send: (message) => (isDead() ? new Promise(() => undefined) : send(message, timer)),
        stop: () => Promise.resolve(),
      };
      return { channel, hear: (message) => receive(message) };
    },
  };
  return service;
}
