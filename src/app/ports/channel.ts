/** A conversation the bot takes part in: the branch group, or one person in private. */
export type Chat =
  { readonly kind: 'group'; readonly id: string } | { readonly kind: 'private'; readonly account: string };

/** A picture or file as it crosses the channel; `bytes` are the whole content. */
export interface ChannelFile {
  readonly kind: 'picture' | 'file';
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One message as the channel heard it. Ids are opaque to everything outside `channels/`. */
export interface Inbound {
  readonly chat: Chat;
  readonly account: string;
  readonly nickname?: string;
  /** Unique per channel; a second delivery carries the same id and does nothing. */
  readonly messageId: string;
  readonly text: string;
  readonly files: readonly ChannelFile[];
}

/** One message the bot says. */
export interface Outbound {
  /** Stable over retries: a channel that can, drops the second delivery of one key. */
  readonly key: string;
  readonly chat: Chat;
  readonly text: string;
  readonly files: readonly ChannelFile[];
}

/** What a channel can do. Nothing outside `channels/` asks for a channel by name. */
export interface Capabilities {
  /** A second `send` of one key is recognised, so that an uncertain delivery may be tried again. */
  readonly idempotentSends: boolean;
  readonly privateChat: boolean;
  readonly pictures: boolean;
  readonly files: boolean;
  /** Largest text in UTF-8 bytes. */
  readonly maximumBytes: number;
}

/** Where the branch speaks. */
export interface Channel {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** `receive` resolves when the message is handled and its answer is durable. */
  start(receive: (message: Inbound) => Promise<void>): Promise<void>;
  /** Resolves when the channel took the message; rejects when it certainly did not. */
  send(message: Outbound): Promise<void>;
  stop(): Promise<void>;
}
