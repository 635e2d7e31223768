import type { ConnectionState } from '../ports/channel.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { PartInMatter } from '../../domain/rulings/proxy.js';
import type { Who } from '../who.js';

export interface DoorSays {
  /** Told in the group when the answer went to the speaker in private. */
  answeredInPrivate: Record<string, never>;
  /** He can send it himself; `command`: with which word. */
  hasAccount: { readonly person: PersonRef; readonly command: string | null };
  /** Not to be entered for somebody else. */
  notByProxy: Record<string, never>;
  /** The speaker holds none of the offices that the use case is for. */
  notYours: { readonly useCase: string; readonly who: Who };
  onlyPrivate: { readonly useCase: string };
  /** To the secretary, through another channel: a connection of the bot is lost. */
  outage: { readonly title: string; readonly state: ConnectionState; readonly since: string };
  /** The signed paper has to come with the line. */
  proxyPaper: { readonly number: number };
  /** Witness and consent are not entered by somebody who has a part in the matter. */
  proxyPart: { readonly number: number; readonly part: PartInMatter };
  /** To the inspector: whatever he typed, he reads and does not act. */
  readsOnly: Record<string, never>;
  /** The account is bound to nobody. */
  unbound: { readonly branch: string };
}
