import type { Card } from '../ports/channel.js';
import type { StoredLetter } from '../ports/store.js';

/** The buttons of a letter under an id that says which matter they are about, and that no other database gives again. */
export function cardOf(letter: StoredLetter): Card | undefined {
  const { card, branch, id, createdAt, text } = letter;
  if (card === undefined) return undefined;
  const stamp = createdAt.replace(/\D/gu, '');
  const [title = ''] = text.split('\n');
  return { id: `${branch}-${card.matter}-${id}-${stamp}`, title, buttons: card.buttons };
}

/** Branch and matter of a card; undefined for what the bot never sent. */
export function matterOfCard(id: string): { readonly branch: string; readonly matter: number } | undefined {
  const match = /^(b\d+)-(\d+)-\d+-\d{14}$/u.exec(id);
  return match === null ? undefined : { branch: match[1] ?? '', matter: Number(match[2]) };
}
