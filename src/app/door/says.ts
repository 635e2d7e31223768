import type { ConnectionState } from '../ports/channel.js';
import type { PersonRef } from '../../domain/branch/people.js';
import type { PartInMatter } from '../../domain/rulings/proxy.js';
import type { Who } from '../who.js';

export interface DoorSays {
  /** To the group, when the answer went to the speaker in private. */
  answeredInPrivate: Record<string, never>;
  /** They can send it themselves; `command`: with which word. */
  hasAccount: { readonly person: PersonRef; readonly command: string | null };
  /** The recorder may not enter this for others. */
  notByProxy: Record<string, never>;
  /** The speaker holds none of the offices that the use case is for. */
  notYours: { readonly useCase: string; readonly who: Who };
  onlyPrivate: { readonly useCase: string };
  /** To the secretary, through another channel: a connection of the bot is lost. */
  outage: { readonly title: string; readonly state: ConnectionState; readonly since: string };
  /** The signed paper has to come with the line. */
  proxyPaper: { readonly number: number };
  /** Witness and consent need a recorder with no part in the matter. */
  proxyPart: { readonly number: number; readonly part: PartInMatter };
  /** To the inspector, who reads and does not act. */
  readsOnly: Record<string, never>;
  /** It was typed in the group; what it registered remains. */
  reasonInGroup: Record<string, never>;
  tooManyOpen: { readonly most: number };
  /** The account is not bound; `left`: its person was of the branch, and whom they turn to. */
  unbound: { readonly branch: string; readonly left: { readonly secretary: PersonRef | null } | null };
  /** Somebody changed the branch's rows without the key: nothing more is written. */
  unsound: Record<string, never>;
}
