import type { Inbound, Outbound } from '../../app/ports/channel.js';
import type { Founder } from '../../app/roster/found.js';
import type { Stage } from '../stage/stage.js';

/** What a transcript makes the bot do. The group is called after its branch. */
export type Order =
  | { readonly order: 'found'; readonly branch: string; readonly people: readonly Founder[] }
  | { readonly order: 'hear'; readonly message: Inbound }
  | { readonly order: 'time'; readonly at: string; readonly run: boolean };

export type Said = Outbound;

/** The bot of a transcript, in this process or in one of its own. */
export interface PlayedBot {
  /** How many messages the database had handled at start. */
  readonly handled: number;
  /** Resolves when the bot has finished and said everything. */
  tell(order: Order): Promise<void>;
  restart(now: string): Promise<void>;
  close(): Promise<void>;
}

export async function obey(stage: Stage, order: Order): Promise<void> {
  switch (order.order) {
    case 'found':
      await stage.found(order.branch, order.people);
      return;
    case 'hear': {
      const { account, text } = order.message;
      await stage.say(account, text, order.message);
      return;
    }
    case 'time':
      if (order.run) await stage.advance(order.at);
      else stage.clock.set(order.at);
  }
}
