/** A conversation the bot takes part in: the branch group, or one person in private. */
export type Chat =
  | { readonly kind: 'group'; readonly id: string }
  | { readonly kind: 'private'; readonly account: string };

/** A picture or file as it crosses the channel; `bytes` are the whole content. */
export interface ChannelFile {
  readonly kind: 'picture' | 'file';
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Lets the bot answer one message for a while, where a push would cost more or is not allowed. */
export interface ReplyHandle {
  /** Means something to the channel only. */
  readonly handle: string;
  /** `YYYY-MM-DDTHH:MM:SS`, Asia/Shanghai; afterwards the channel is asked to push. */
  readonly expiresAt: string;
}

/** One message as the channel heard it. Ids are opaque to everything outside `channels/`. */
export interface Inbound {
  readonly chat: Chat;
  readonly account: string;
  readonly nickname?: string;
  /** Unique per channel; a second delivery carries the same id and does nothing. */
  readonly messageId: string;
  /** Of a click: the `line` of the button. It is read as if the one who clicked had typed it. */
  readonly text: string;
  readonly files: readonly ChannelFile[];
  /** How to answer in this very chat. */
  readonly reply?: ReplyHandle;
  /** In a group: the bot was called, by a name that is no longer in the text. */
  readonly called?: true;
  /** Nothing that can be kept as material or read. */
  readonly unusable?: 'video' | 'voice';
  /** The chat message itself was taken back; what it had led to remains. */
  readonly recalled?: true;
  /** A button was pressed: `card` is the id of its card. */
  readonly click?: { readonly card: string };
}

/** A button types a line for the person who presses it; anyone may press, and the line is judged as if typed. */
export interface Button {
  readonly label: string;
  readonly line: string;
}

/** Buttons below a message. The text says the same in words, for channels without cards. */
export interface Card {
  /** Unique for ever, `[0-9A-Za-z_@-]`, at most 128 bytes; comes back with a click. */
  readonly id: string;
  /** Its first line, for channels whose cards want a title. */
  readonly title: string;
  /** At most six. */
  readonly buttons: readonly Button[];
}

/** Who is called by a message in a group: everybody, or these accounts. Channels without mentions leave it out. */
export type Mentions = 'all' | readonly string[];

/** One message the bot says. */
export interface Outbound {
  /** Stable over retries: a channel that can, drops the second delivery of one key. */
  readonly key: string;
  readonly chat: Chat;
  readonly text: string;
  readonly files: readonly ChannelFile[];
  /** A handle of a message heard in this chat that has not expired. */
  readonly reply?: string;
  readonly mentions?: Mentions;
  readonly card?: Card;
  /** Not a new message: what was decided, shown on the card that was clicked. */
  readonly update?: { readonly card: string };
}

/** At most `most` messages in any `seconds`. */
interface RateLimit {
  readonly most: number;
  readonly seconds: number;
}

/** What a channel can do. Nothing outside `channels/` asks for a channel by name. */
export interface Capabilities {
  /** False: it only sends (a webhook). */
  readonly hears: boolean;
  /** False: it can only answer a message, by its reply handle. */
  readonly pushes: boolean;
  readonly privateChat: boolean;
  readonly pictures: boolean;
  readonly files: boolean;
  /** Text and files go as one message; false: each file is a `send` of its own, after the text. */
  readonly together: boolean;
  /** Null: no buttons. `maximumBytes`: a longer text goes before the card, as messages of its own. */
  readonly cards: { readonly maximumBytes: number } | null;
  readonly mentions: boolean;
  /** A second `send` of one key is recognised, so that an uncertain delivery may be tried again. */
  readonly idempotentSends: boolean;
  /** False: account ids change at every login, and `connected` is reported with the login they belong to. */
  readonly stableIds: boolean;
  /** Largest text of one message in UTF-8 bytes. */
  readonly maximumBytes: number;
  readonly maximumPictureBytes: number;
  readonly maximumFileBytes: number;
  /** Null: as fast as it takes them. All limits hold, for each chat or for the channel as a whole. */
  readonly rate: { readonly per: 'chat' | 'channel'; readonly limits: readonly RateLimit[] } | null;
}

/** A channel that can do everything at once; tests and the local page begin with it. */
export const everything: Capabilities = {
  hears: true,
  pushes: true,
  privateChat: true,
  pictures: true,
  files: true,
  together: true,
  cards: null,
  mentions: false,
  idempotentSends: true,
  stableIds: true,
  maximumBytes: 1_000_000,
  maximumPictureBytes: 50_000_000,
  maximumFileBytes: 50_000_000,
  rate: null,
};

/** How the channel itself sees its connection. It keeps reconnecting for ever, unless `displaced`. */
export type ConnectionState = 'connecting' | 'connected' | 'lost' | 'loginNeeded' | 'displaced';

export interface ConnectionReport {
  readonly state: ConnectionState;
  /** With `connected`, where ids are not stable: names the login. */
  readonly login?: string;
}

/** A person in a group chat, by their name there. */
export interface GroupMember {
  readonly account: string;
  readonly nickname: string;
}

/** Where the branch speaks. */
export interface Channel {
  readonly name: string;
  /** For people: 本机网页、企业微信机器人; the name when there is none. */
  readonly title?: string;
  readonly capabilities: Capabilities;
  /**
   * `receive` resolves when the message is handled and its answer is durable. `report` is called whenever the
   * connection changes; a channel that never calls it is connected once `start` resolves. Old messages, and those
   * of the bot itself, are dropped by the channel.
   */
  start(
    receive: (message: Inbound) => Promise<void>,
    report: (connection: ConnectionReport) => void,
  ): Promise<void>;
  /** Resolves when the channel took the message; else rejects with a `SendError` (anything else is `uncertain`). */
  send(message: Outbound): Promise<void>;
  /** Who is in a group; needed where ids are not stable. */
  members?(group: string): Promise<readonly GroupMember[]>;
  stop(): Promise<void>;
}

/**
 * Why a message was not sent. `transient`: certainly not taken; try again later (not connected, rate limited, try
 * later). `refused`: certainly not taken, and never will be. `contactFirst`: certainly not taken until someone speaks
 * to the bot in this chat. `uncertain`: it may have arrived.
 */
export type SendFailure = 'transient' | 'refused' | 'contactFirst' | 'uncertain';

export class SendError extends Error {
  constructor(
    readonly failure: SendFailure,
    message: string,
    /** Of a transient failure: the service named this time, in milliseconds. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
