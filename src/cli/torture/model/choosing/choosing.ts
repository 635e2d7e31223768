import type { Book, Person } from '../book.js';
import type { Chance } from '../chance.js';

export interface Choosing {
  readonly book: Book;
  readonly chance: Chance;
  readonly now: string;
  /** Words that nobody else has said, to be heard by those only. */
  readonly secret: (audience: 'private' | readonly number[]) => string;
}

const letters = '鼋鼍鳌鳖蟾蜍蚌蛤蜃蚬蚶蛏蚝鲎鲛鲟';

/** Rare letters, so that no sentence of the bot holds them by accident. */
export function keepSecret(book: Book, audience: 'private' | readonly number[]): string {
  book.secretsMade += 1;
  let rest = book.secretsMade;
  let word = '';
  for (let place = 0; place < 5; place += 1, rest = Math.floor(rest / 16)) word += letters[rest % 16] ?? '';
  const all = book.people.filter(({ id, offices, kind }) => {
    return audience === 'private' || audience.includes(id) || offices.length > 0 || kind === 'superior';
  });
  book.secrets.set(word, new Set(all.map(({ account }) => account)));
  return word;
}

export const members = (book: Book): readonly Person[] => book.people.filter(({ kind }) => kind === 'member');
export const placeOf = (chance: Chance): 'group' | 'private' => (chance.happens(0.5) ? 'group' : 'private');
