import type { TemplateCard } from '@wecom/aibot-node-sdk';
import type { Button, Card } from '../../app/ports/channel.js';

/** What a card shows whole: about 112 characters (the service's own advice), in UTF-8 bytes. */
export const cardBytes = 336;
/** Characters of a title before the client cuts it. */
const titleLength = 26;
/** The service takes no task id twice, not even for a repeated card: `card@suffix`. */
const separator = '@';

export function taskOf(card: string, suffix: string): string {
  return `${card}${separator}${suffix}`;
}

export function cardOfTask(task: string): string {
  return task.split(separator)[0] ?? '';
}

/** Buttons below a text; a card knows no markup. A button's key is the line that it types. */
export function askingCard(card: Card, text: string, task: string): TemplateCard {
  return {
    card_type: 'button_interaction',
    ...wordsOf(card.title, text),
    button_list: card.buttons.map(({ label, line }, index) => ({
      text: label,
      style: index === 0 ? 1 : 2,
      key: line,
    })),
    task_id: task,
  };
}

/**
 * The card after the decision: the same task id, with words instead of the question. A `text_notice` would need a link to
 * open; the documented update stays a `button_interaction`, and needs a button.
 */
export function settledCard(text: string, task: string, { label, line }: Button): TemplateCard {
  const [title = ''] = text.split('\n');
  return {
    card_type: 'button_interaction',
    ...wordsOf(title, text),
    button_list: [{ text: label, style: 2, key: line }],
    task_id: task,
  };
}

function wordsOf(title: string, text: string): Pick<TemplateCard, 'main_title' | 'sub_title_text'> {
  const characters = Array.from(title);
  const isWhole = characters.length <= titleLength;
  const shown = isWhole ? title : `${characters.slice(0, titleLength - 1).join('')}…`;
  const rest = isWhole && text.startsWith(title) ? text.slice(title.length).trim() : text;
  return { main_title: { title: shown }, ...(rest === '' ? {} : { sub_title_text: rest }) };
}
