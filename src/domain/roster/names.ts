/** What may stand on the roster as a name. */

/** Longest name, in characters. */
export const longestName = 30;

export type BadName = 'empty' | 'tooLong' | 'several' | 'hidden' | 'notLetters';

const joiner = /[、,,;;]/u;
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u;
const dots = /[‧•・.·．]/gu;
/** Letters of any script (䶮 and 𫖯 are letters), the dot of longer names, no digit in front: that would read as an item number. */
const wellFormed = /^\p{L}[\p{L}\p{M}\p{Nd}·]*$/u;

/** Every dot becomes “·”, so that one name is written in one way. */
export function tidyName(written: string): string {
  return written.trim().normalize('NFC').replace(dots, '·');
}

/** Undefined: a name. Expects what `tidyName` gave. */
export function whyNoName(name: string): BadName | undefined {
  if (name === '') return 'empty';
  if (Array.from(name).length > longestName) return 'tooLong';
  if (joiner.test(name)) return 'several';
  if (hidden.test(name)) return 'hidden';
  return wellFormed.test(name) ? undefined : 'notLetters';
}
