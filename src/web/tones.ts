import type { LocalPerson } from '../channels/local/message.js';

/** The number of avatar tints in `parts.css`. */
const TONES = 8;

/** Neighbours in the list get different tints; a person keeps theirs as long as nobody earlier in the list leaves. */
export function withTones(
  people: readonly LocalPerson[],
): readonly (LocalPerson & { readonly tone: string })[] {
  return people.map((person, place) => ({ ...person, tone: String(place % TONES) }));
}
