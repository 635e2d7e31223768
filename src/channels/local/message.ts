import type { Chat, ChannelFile } from '../../app/ports/channel.js';

/** A person's place in the branch; nothing here decides by it. */
type PersonKind = 'member' | 'retired' | 'public' | 'superior' | 'inspector';

export interface LocalPerson {
  /** The stable chat account, as Tencent would give it. */
  readonly account: string;
  readonly name: string;
  /** Offices and category in words, e.g. `书记·领导干部党员`; for display only. */
  readonly title: string;
  readonly kind: PersonKind;
}

/** A file as the history lists it; its bytes are fetched by id. */
export interface LocalFile {
  readonly id: number;
  readonly kind: ChannelFile['kind'];
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** One line of a conversation. Ids grow over all chats in the order of speaking. */
export interface LocalMessage {
  readonly id: number;
  readonly chat: Chat;
  readonly speaker: { readonly kind: 'person'; readonly account: string } | { readonly kind: 'bot' };
  readonly text: string;
  /** `YYYY-MM-DDTHH:MM:SS` on the sample's clock. */
  readonly at: string;
  readonly files: readonly LocalFile[];
  /** The sender's own key: the page uses it to recognise what it sent. */
  readonly clientId?: string;
}

export type LocalEvent =
  | { readonly kind: 'message'; readonly message: LocalMessage }
  | { readonly kind: 'clock'; readonly now: string }
  | { readonly kind: 'people' };

/** Everybody takes part in the group, one person in a private chat. */
export function takesPart(account: string, chat: Chat): boolean {
  return chat.kind === 'group' || chat.account === account;
}
