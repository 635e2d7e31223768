import type { Who } from '../who.js';

export interface DoorSays {
  /** The speaker holds none of the offices that the use case is for. */
  notYours: { readonly useCase: string; readonly who: Who };
  /** The account is bound to nobody. */
  unbound: { readonly branch: string };
  /** To the inspector: whatever he typed, he reads and does not act. */
  readsOnly: Record<string, never>;
  onlyPrivate: { readonly useCase: string };
  /** Told in the group when the answer went to the speaker in private. */
  answeredInPrivate: Record<string, never>;
}
