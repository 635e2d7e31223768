import type { ConnectionState } from '../ports/channel.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { PartInMatter } from '../../domain/rulings/proxy.js';
import type { Who } from '../who.js';

export interface DoorSays {
  /** The speaker holds none of the offices that the use case is for. */
  notYours: { readonly useCase: string; readonly who: Who };
  /** The account is bound to nobody. */
  unbound: { readonly branch: string };
  /** To the inspector: whatever he typed, he reads and does not act. */
  readsOnly: Record<string, never>;
  /** Not to be entered for somebody else. */
  notByProxy: Record<string, never>;
  /** He can send it himself; `command`: with which word. */
  hasAccount: { readonly person: PersonRef; readonly command: string | null };
  /** Witness and consent are not entered by somebody who has a part in the matter. */
  proxyPart: { readonly number: number; readonly part: PartInMatter };
  /** The signed paper has to come with the line. */
  proxyPaper: { readonly number: number };
  onlyPrivate: { readonly useCase: string };
  /** Told in the group when the answer went to the speaker in private. */
  answeredInPrivate: Record<string, never>;
  /** To the secretary, through another channel: a connection of the bot is lost. */
  outage: { readonly title: string; readonly state: ConnectionState; readonly since: string };
}
