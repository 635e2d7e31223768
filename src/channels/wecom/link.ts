import { randomUUID } from 'node:crypto';
import type { WSClient, WSClientOptions } from '@wecom/aibot-node-sdk';
import { SendError, type ConnectionReport, type ConnectionState } from '../../app/ports/channel.js';
import type { Log } from '../../app/ports/log.js';
import type { Timer } from '../../app/ports/clock.js';
import { createOpening, type Opening } from '../opening.js';
import { isPassing, isUnacknowledged, WecomRefused } from './errors.js';

export interface LinkOptions {
  readonly botId: string;
  readonly secret: string;
  /** Tests and private deployments use another address than the service's own. */
  readonly wsUrl?: string;
  /** Milliseconds between heartbeats; two without an answer end the connection. */
  readonly heartbeatInterval?: number;
  /** Milliseconds of the first back-off. */
  readonly reconnectInterval?: number;
  readonly timer: Timer;
  readonly log: Log;
}

interface LinkEvents {
  readonly message: (frame: unknown) => void;
  readonly click: (frame: unknown) => void;
  readonly entry: (frame: unknown) => void;
  readonly report: (connection: ConnectionReport) => void;
}

/** The bot's one connection; it reconnects for ever unless a newer one replaces it. */
export interface Link {
  /**
   * Resolves once the service accepts us, or is unreachable and being retried.
   * @throws WecomRefused when it rejects our id or secret
   */
  start(events: LinkEvents): Promise<void>;
  /** @throws SendError when nothing can be sent now */
  client(): WSClient;
  /** A message was not acknowledged: a dead connection is replaced. */
  doubt(): void;
  stop(): void;
}

/** Milliseconds that authentication may take; the SDK would wait for ever. */
const subscribeWithin = 15_000;
const startWithin = 20_000;
const handshakeWithin = 10_000;

type State = ConnectionState | 'stopped';

export function createLink(options: LinkOptions, makeClient: (options: WSClientOptions) => WSClient): Link {
  const { timer, log } = options;
  let client: WSClient | null = null;
  let on: LinkEvents | null = null;
  let state: State = 'connecting';
  let inDoubt = false;
  const opening = createOpening<WecomRefused>(timer);
  let callOff: () => void = () => undefined;

  const become = (next: ConnectionState): void => {
    if (state === next) return;
    state = next;
    on?.report({ state: next });
  };
  const stop = (): void => {
    state = 'stopped';
    client = drop(client);
    callOff();
  };
  const renew = (): void => {
    if (state === 'displaced' || state === 'stopped') return;
    become('lost');
    open();
  };
  const happenings: Happenings = {
    opened: () => (callOff = timer.after(subscribeWithin, renew)),
    settled: () => callOff(),
    ...meanings({ state: () => state, become, stop, opening, log }),
  };
  /** Disconnecting and reconnecting one client at once leaves two sockets, so we make another client. */
  const open = (): void => {
    drop(client);
    callOff();
    inDoubt = false;
    client = makeClient(clientOptions(options));
    follow(client, happenings);
    client.on('message', (frame) => on?.message(frame));
    client.on('event.enter_chat', (frame) => on?.entry(frame));
    client.on('event.template_card_event', (frame) => on?.click(frame));
    client.connect();
  };

  return {
    start(events) {
      on = events;
      events.report({ state: 'connecting' });
      const decided = opening.begin(startWithin);
      open();
      return decided;
    },
    client() {
      if (client === null || state !== 'connected' || inDoubt)
        throw new SendError('transient', 'not connected');
      return client;
    },
    doubt() {
      const asked = client;
      if (asked === null || inDoubt || state !== 'connected') return;
      inDoubt = true;
      void isAlive(asked).then((alive) => {
        if (client !== asked) return;
        inDoubt = false;
        if (!alive) renew();
      });
    },
    stop,
  };
}

/** Translates the service's answer into a state of the connection. */
function meanings(link: {
  readonly state: () => State;
  readonly become: (next: ConnectionState) => void;
  readonly stop: () => void;
  readonly opening: Opening<WecomRefused>;
  readonly log: Log;
}): Pick<Happenings, 'taken' | 'lost' | 'refused' | 'displaced'> {
  const { state, become, stop, opening, log } = link;
  return {
    taken() {
      become('connected');
      opening.end();
    },
    lost() {
      // A state worse than `lost` stays until the service accepts us.
      if (state() === 'connected' || state() === 'connecting') become('lost');
      opening.end();
    },
    refused(errcode) {
      log.error({ errcode }, 'the service refuses the bot');
      if (opening.isOver()) become('loginNeeded');
      else stop();
      opening.end(new WecomRefused(errcode));
    },
    displaced() {
      log.warn({}, 'a newer connection of the same bot has pushed this one out');
      become('displaced');
    },
  };
}

/** Ignores a client that was given up. */
function drop(client: WSClient | null): null {
  client?.removeAllListeners();
  client?.disconnect();
  return null;
}

/** Sends the documented heartbeat under an id that the SDK hands back to us; any answer is a sign of life. */
function isAlive(client: WSClient): Promise<boolean> {
  const ping = client.reply({ headers: { req_id: `probe_${randomUUID()}` } }, {}, 'ping');
  return ping.then(
    () => true,
    (error: unknown) => !isUnacknowledged(error),
  );
}

interface Happenings {
  readonly opened: () => void;
  /** The service has answered the authentication, or the connection is gone. */
  readonly settled: () => void;
  readonly taken: () => void;
  readonly lost: () => void;
  readonly refused: (errcode: number) => void;
  readonly displaced: () => void;
}

/** Translates the SDK's events. */
function follow(client: WSClient, on: Happenings): void {
  client.on('connected', () => {
    on.settled();
    on.opened();
  });
  client.on('authenticated', () => {
    on.settled();
    on.taken();
  });
  client.on('disconnected', () => {
    on.settled();
    on.lost();
  });
  client.on('error', (error) => {
    const errcode = refusalIn(error);
    if (errcode !== undefined && !isPassing(errcode)) on.refused(errcode);
  });
  client.on('event.disconnected_event', () => on.displaced());
}

function clientOptions({ log, ...options }: LinkOptions): WSClientOptions {
  const { botId, secret, wsUrl, heartbeatInterval = 30_000, reconnectInterval = 1_000 } = options;
  // People's messages and frames come after the first colon.
  const event = (message: string): string => message.split(':')[0] ?? '';
  return {
    botId,
    secret,
    ...(wsUrl === undefined ? {} : { wsUrl }),
    heartbeatInterval,
    reconnectInterval,
    maxReconnectAttempts: -1,
    maxAuthFailureAttempts: -1,
    wsOptions: { handshakeTimeout: handshakeWithin },
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message) => log.warn({ sdk: event(message) }, 'wecom'),
      error: (message) => log.warn({ sdk: event(message) }, 'wecom'),
    },
  };
}

/** The code in `Authentication failed: … (code: 853000)`; the SDK offers no other way. */
function refusalIn(error: Error): number | undefined {
  if (!error.message.startsWith('Authentication failed')) return undefined;
  return Number(/\(code: (-?\d+)\)$/u.exec(error.message)?.[1] ?? '0');
}
