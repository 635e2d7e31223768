/** The shapes that the server sends; see src/channels/local/message.ts and src/web/page.ts. */
export interface Person {
  account: string;
  name: string;
  title: string;
  tone: string;
}
export type ChatName = 'group' | 'private';
export interface SentFile {
  id: number;
  kind: 'picture' | 'file';
  name: string;
  size: number;
}
export interface Message {
  id: number;
  chat: { kind: 'group'; id: string } | { kind: 'private'; account: string };
  speaker: { kind: 'person'; account: string } | { kind: 'bot' };
  text: string;
  at: string;
  files: SentFile[];
  clientId?: string;
}
/** A line on its way: shown at once, replaced when the server's own arrives. */
export interface Pending {
  clientId: string;
  as: string;
  chat: ChatName;
  text: string;
  files: File[];
  state: 'sending' | 'sent' | 'failed';
  error?: string;
}
export interface ClockState {
  now: string;
  moving: boolean;
}
export interface State {
  clock: ClockState;
  lastId: number;
  group: Message | null;
  private: Message | null;
  /** The id of each account's newest private line. */
  news: Record<string, number>;
}
