import type { LocalPerson } from '../channels/local/message.js';

/** How many tints of avatars `base.css` has. */
const TONES = 8;

/** Neighbours in the list get different tints; the same person keeps his as long as nobody before him goes. */
export function withTones(
  people: readonly LocalPerson[],
): readonly (LocalPerson & { readonly tone: string })[] {
  return people.map((person, place) => ({ ...person, tone: String(place % TONES) }));
}
