/** What XML cannot hold at all, escaped or not: control characters and halves of surrogate pairs. */

const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** Text that any office file can hold; line ends are `\n`. */
export function writable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwritable, '');
}

/** Lines that a text takes in a column of so many characters; a Latin letter is half as wide as a Chinese one. */
export function linesOf(text: string, characters: number): number {
  const perLine = Math.max(1, Math.floor(characters));
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / perLine)), 0);
}

/**
 * The head of a form, side by side: each part whole, on its own line where the one before leaves too
 * little room. A broken “(2026年度)” or date is the first thing readers see.
 *
 * @param characters that a line takes, in widths of a Chinese character
 */
export function sideBySide(parts: readonly string[], characters: number, gap = '    '): string {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    // One less: fonts differ a little from desk to desk.
    if (last !== undefined && widthOf(`${last}${gap}${part}`) <= characters - 1) {
      lines[lines.length - 1] = `${last}${gap}${part}`;
    } else lines.push(part);
  }
  return lines.join('\n');
}

/** A line whose last part stays whole: on a line of its own where the one before leaves too little room. */
export function withTail(text: string, tail: string, characters: number): string {
  const used = widthOf(text) % characters;
  return used + widthOf(` ${tail}`) <= characters - 1 ? `${text} ${tail}` : `${text}\n${tail}`;
}

/** A list in which no part is broken while it fits on a line: 工作纪律−5，and the next item below it. */
export function listed(parts: readonly string[], characters: number): string {
  const marked = parts.map((part, at) => (at < parts.length - 1 ? `${part}，` : part));
  return sideBySide(marked, characters, '');
}

/** In widths of a Chinese character. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 0.5 : 1;
  return width;
}
