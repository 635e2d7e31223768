import { make } from './dom.js';

/**
 * Commands that the bot's sentences quote (“/证明 1”) or give as an example (例:/请假 支部大会), up to the end of the
 * quotation or of the line.
 */
const COMMANDS = /(?<=[“"])[/／][^”"\n]{1,120}(?=[”"])|(?<=例[::])[/／][^”"\n]{1,120}/gu;

/**
 * The text with its commands as buttons that carry their line in `data-line`. They only fill the composer: what is
 * said is always sent by a person.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function withCommands(text) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let read = 0;
  for (const { 0: found, index } of text.matchAll(COMMANDS)) {
    const line = found.trimEnd().replace(/[。;;]$/u, '');
    parts.push(text.slice(read, index));
    parts.push(
      make('button', { type: 'button', class: 'command', 'data-line': line, title: '放进输入框' }, line),
    );
    read = index + line.length;
  }
  parts.push(text.slice(read));
  return parts;
}
