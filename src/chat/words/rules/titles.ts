import { distance } from 'fastest-levenshtein';
import type { Rulebook, RulebookItem } from '../../../domain/rulebook/schema.js';

/** An item that a word may stand for; `exact`: the word is its title. */
interface CalledItem {
  readonly item: RulebookItem;
  readonly exact: boolean;
}

/** Shorter words are parts of too much. */
const shortestWord = 2;

/** The item of this title; else those whose title or other names come near the word. */
export function itemsCalled({ items }: Rulebook, word: string): readonly CalledItem[] {
  const titled = items.filter(({ title }) => title === word);
  if (titled.length > 0) return titled.map((item) => ({ item, exact: true }));
  if (Array.from(word).length < shortestWord) return [];
  const near = (name: string) =>
    name === word || (name.length > shortestWord && (name.startsWith(word) || distance(name, word) === 1));
  return items
    .filter(({ title, aliases }) => [title, ...aliases].some(near))
    .map((item) => ({ item, exact: false }));
}
