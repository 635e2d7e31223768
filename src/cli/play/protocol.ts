import type { Founder } from '../../app/roster/found.js';

/** What the player tells the bot's process. Every order is answered by `done` once nothing is under way. */
export type Order =
  | {
      readonly order: 'found';
      readonly branch: string;
      readonly people: readonly Founder[];
      readonly key: string;
    }
  | {
      readonly order: 'hear';
      readonly branch: string | null;
      readonly account: string;
      readonly nickname: string;
      readonly messageId: string;
      readonly text: string;
      readonly files: readonly {
        readonly kind: 'picture' | 'file';
        readonly name: string;
        readonly base64: string;
      }[];
    }
  | { readonly order: 'time'; readonly at: string; readonly run: boolean };

export interface Numbered {
  readonly id: number;
  readonly body: Order;
}

/** What the bot's process tells the player. */
export type Report =
  | { readonly report: 'ready'; readonly handled: number }
  | { readonly report: 'done'; readonly id: number }
  | {
      readonly report: 'said';
      readonly key: string;
      readonly branch: string | null;
      readonly account: string | null;
      readonly text: string;
      readonly files: readonly {
        readonly kind: 'picture' | 'file';
        readonly name: string;
        readonly base64: string;
      }[];
    };

/** The channel of a transcript; group chats are called after their branch. */
export const playChannelName = 'play';
