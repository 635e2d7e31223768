import type { ConnectionState } from '../ports/channel.js';
import type { Who } from '../who.js';

export interface DoorSays {
  /** The speaker holds none of the offices that the use case is for. */
  notYours: { readonly useCase: string; readonly who: Who };
  /** The account is bound to nobody. */
  unbound: { readonly branch: string };
  onlyPrivate: { readonly useCase: string };
  /** Told in the group when the answer went to the speaker in private. */
  answeredInPrivate: Record<string, never>;
  /** To the secretary, through another channel: a connection of the bot is lost. */
  outage: { readonly title: string; readonly state: ConnectionState; readonly since: string };
}
