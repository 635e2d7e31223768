import type { Channel, ConnectionReport, Inbound, Outbound } from '../../../src/app/ports/channel.js';
import { openWecomChannel, type WecomOptions } from '../../../src/channels/wecom/channel.js';
import { settledButton } from '../../../src/chat/replies/plain/sentences.js';
import { welcome } from '../../../src/chat/replies/roster/strangers.js';
import { machineTimer } from '../../../src/clock.js';
import { kindOfFile } from '../../../src/chat/voice.js';
import { startWecomService, type WecomService } from '../../support/channels/wecom/wecom-service.js';

/** The channel with the official SDK, connected to the service on loopback. */
export interface WecomScene {
  readonly service: WecomService;
  readonly channel: Channel;
  readonly heard: readonly Inbound[];
  readonly states: readonly ConnectionReport['state'][];
  /** Everything logged, as text. */
  readonly logged: () => string;
  /** The newest message heard, once there are this many. */
  hears(count: number): Promise<Inbound>;
  send(message: Partial<Outbound> & Pick<Outbound, 'chat'>): Promise<void>;
  close(): Promise<void>;
}

export const group = 'wrBranch';
export const inGroup = { kind: 'group', id: group } as const;
export const inPrivate = (account: string) => ({ kind: 'private', account }) as const;

/** Settings of a quick service: a heartbeat each tenth of a second, and fast reconnection. */
const quick = { heartbeatInterval: 100, reconnectInterval: 10 };

export function logInto(lines: string[]) {
  const write = (facts: object, event: string) => void lines.push(`${event} ${JSON.stringify(facts)}`);
  return { info: write, warn: write, error: write };
}

export function wecomOptions(service: WecomService, lines: string[]): WecomOptions {
  return {
    ...service.credentials,
    ...quick,
    wsUrl: service.url,
    botName: '支部机器人',
    clock: { now: () => '2026-11-23T09:00:00' },
    timer: machineTimer,
    log: logInto(lines),
    says: {
      tooLarge: () => '太大了',
      notFetched: '没有收到',
      untitled: kindOfFile,
      welcome: welcome(),
      settledButton,
    },
  };
}

export async function openWecom(
  options: Partial<WecomOptions> & { readonly receive?: (message: Inbound) => Promise<void> } = {},
): Promise<WecomScene> {
  const service = await startWecomService();
  const lines: string[] = [];
  const heard: Inbound[] = [];
  const states: ConnectionReport['state'][] = [];
  const waiting: { readonly count: number; readonly done: () => void }[] = [];
  const channel = await openWecomChannel({ ...wecomOptions(service, lines), ...options });
  const receive = async (message: Inbound): Promise<void> => {
    heard.push(message);
    for (const { count, done } of waiting) if (heard.length >= count) done();
    await options.receive?.(message);
  };
  await channel.start(receive, ({ state }) => void states.push(state));
  let keys = 0;
  return {
    service,
    channel,
    heard,
    states,
    logged: () => lines.join('\n'),
    async hears(count) {
      if (heard.length < count) await new Promise<void>((done) => void waiting.push({ count, done }));
      return heard[count - 1]!;
    },
    send: (message) => channel.send({ key: `b1/${(keys += 1)}`, text: '', files: [], ...message }),
    async close() {
      await channel.stop();
      await service.close();
    },
  };
}
