import type { Chat, ChannelFile } from '../../app/ports/channel.js';

/** What somebody is to the branch; nothing here decides by it. */
export type PersonKind = 'member' | 'retired' | 'public' | 'superior' | 'inspector';

/** One of the people that the page can speak as. */
export interface LocalPerson {
  /** The stable chat account, as Tencent would give it. */
  readonly account: string;
  readonly name: string;
  /** Offices and category in words, e.g. `书记·领导干部党员`; shown, never interpreted. */
  readonly title: string;
  readonly kind: PersonKind;
}

/** A file as the history lists it; the bytes are fetched by id. */
export interface LocalFile {
  readonly id: number;
  readonly kind: ChannelFile['kind'];
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** One line of a conversation. Ids grow in the order of speaking, over all chats. */
export interface LocalMessage {
  readonly id: number;
  readonly chat: Chat;
  readonly speaker: { readonly kind: 'person'; readonly account: string } | { readonly kind: 'bot' };
  readonly text: string;
  /** `YYYY-MM-DDTHH:MM:SS` on the sample's clock. */
  readonly at: string;
  readonly files: readonly LocalFile[];
  /** The sender's own key, by which his page recognises what it sent. */
  readonly clientId?: string;
}

export type LocalEvent =
  | { readonly kind: 'message'; readonly message: LocalMessage }
  | { readonly kind: 'clock'; readonly now: string }
  | { readonly kind: 'people' };

/** Whether this account takes part in the conversation: everybody in the group, one person in a private chat. */
export function takesPart(account: string, chat: Chat): boolean {
  return chat.kind === 'group' || chat.account === account;
}
