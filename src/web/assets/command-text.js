import { make } from './dom.js';

/**
 * Commands that the bot's sentences quote (“/证明 1”) or give as an example (例:/请假 支部大会), up to the end of the
 * quotation or of the line.
 */
const COMMANDS =
  /(?<open>[“"])(?<quoted>[/\uff0f][^”"\n]{1,120}|(?:@\S{1,20} )?是)(?<close>[”"])|(?<=例[:\uff1a])[/\uff0f][^”"\n]{1,120}/gu;

/**
 * The text with its commands as buttons that carry their line in `data-line`. They only fill the composer: what is
 * said is always sent by a person. The quotation marks stay in the text, for copying and for screen readers, and are
 * not shown beside the button's own frame.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function withCommands(text) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let read = 0;
  for (const { 0: found, index, groups } of text.matchAll(COMMANDS)) {
    const line = groups?.['quoted'] ?? found.replace(/[。;\uff1b\s]+$/u, '');
    const end = index + (groups?.['quoted'] ? found.length : line.length);
    const stop = /^[。、,;\uff0c\uff1b)\uff09]?/u.exec(text.slice(end))?.[0] ?? '';
    const button = make(
      'button',
      { type: 'button', class: 'command', 'data-line': line, title: '放进输入框' },
      line,
    );
    const marks = { open: quotationMark(groups?.['open']), close: quotationMark(groups?.['close']) };
    // A browser would break the line between a button and its full stop.
    parts.push(
      text.slice(read, index),
      make('span', { class: 'keep' }, marks.open, button, marks.close, stop),
    );
    read = end + stop.length;
  }
  parts.push(text.slice(read));
  return parts;
}

/** @param {string | undefined} mark */
const quotationMark = (mark) => (mark ? make('span', { class: 'visually-hidden' }, mark) : '');
