import type { Delivery } from '../app/delivery/delivery.js';
import type { Channel, Inbound } from '../app/ports/channel.js';

/** Starts and stops the channels; only the first one hears. */
export function openLines(
  channels: readonly Channel[],
  delivery: Delivery,
  receive: (message: Inbound) => Promise<void>,
) {
  let isStopping = false;
  return {
    async start(): Promise<void> {
      for (const [index, channel] of channels.entries()) {
        const reported = new Set<string>();
        await channel.start(
          (message) => (index === 0 ? receive(message) : Promise.resolve()),
          (connection) => {
            reported.add(connection.state);
            // Closing a connection ourselves is no outage.
            if (!isStopping) delivery.report(channel.name, connection);
          },
        );
        if (reported.size === 0) delivery.report(channel.name, { state: 'connected' });
      }
    },
    async stop(): Promise<void> {
      isStopping = true;
      for (const channel of channels) await channel.stop();
    },
  };
}
