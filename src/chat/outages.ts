import type { Handler } from '../app/handle.js';
import { tellOutage } from '../app/health/tell-outage.js';
import type { Channel } from '../app/ports/channel.js';
import type { ConnectionHealth } from '../app/ports/health.js';
import type { Store } from '../app/ports/store.js';
import type { Timer } from '../app/ports/timer.js';
import { outageLine, recoveredLine } from './replies/status/connections.js';

/** Tells of connections that are lost: the operator at once, the secretary through another channel, each outage once. */
export interface Outages {
  change(now: ConnectionHealth): void;
}

/** Milliseconds before the secretary hears of a connection that may come back by itself. */
const grace = 60_000;

export function createOutages(deps: {
  readonly channels: readonly Channel[];
  readonly connections: () => readonly ConnectionHealth[];
  readonly store: Store;
  readonly handle: Handler;
  readonly timer: Timer;
  /** Prints a line where the operator reads it. */
  readonly notifyOperator: (line: string) => void;
  /** Work that the end of the process waits for. */
  readonly track: (work: Promise<unknown>) => void;
}): Outages {
  const { channels, connections, store, handle, timer, notifyOperator, track } = deps;
  /** Of each channel whose outage was told: calls off what was not told yet. */
  const open = new Map<string, () => void>();
  /** Channels of whose outage the operator knows. */
  const told = new Set<string>();
  /** Channels that have said how they are. */
  const begun = new Set<string>();

  const tellSecretaries = async (lost: ConnectionHealth): Promise<void> => {
    const others = connections().filter(
      ({ channel, state }) => channel !== lost.channel && state === 'connected',
    );
    if (others.length === 0) return;
    for (const { id: branch } of store.branches()) {
      const ways = others.map(({ channel }) => ({
        channel,
        privateChat: channels.some((one) => one.name === channel && one.capabilities.privateChat),
        group: store.groupOf(branch, channel) ?? null,
      }));
      const message = { channel: 'health', messageId: `${lost.channel}/${lost.since}` };
      const intent = tellOutage.intent({ title: lost.title, state: lost.state, since: lost.since, ways });
      await handle({ branch, message, speaker: null, files: [] }, () => ({ kind: 'intent', intent }));
    }
  };

  return {
    change(now) {
      const { channel, state } = now;
      if (state === 'connecting') return;
      const isFirst = !begun.has(channel);
      begun.add(channel);
      const callOff = open.get(channel);
      if (state === 'connected') {
        callOff?.();
        open.delete(channel);
        if (told.delete(channel)) notifyOperator(recoveredLine(now));
        return;
      }
      // A login that has run out, or a newer connection, does not come back by itself: that is news again.
      const mayPass = state === 'lost';
      if (callOff !== undefined && mayPass) return;
      callOff?.();
      // Whoever starts the bot is shown how to log in; nothing was lost.
      const isLogin = isFirst && state === 'loginNeeded';
      if (!isLogin) {
        told.add(channel);
        notifyOperator(outageLine(now));
      }
      open.set(
        channel,
        timer.after(mayPass || isLogin ? grace : 0, () => track(tellSecretaries(now))),
      );
    },
  };
}
