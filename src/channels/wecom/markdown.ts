import { Buffer } from 'node:buffer';

/**
 * What a renderer would read as markup, and how much of it is put into another sign. WeCom documents no way to escape,
 * so a backslash might be shown and the markup read all the same; the full-width sign means nothing to any renderer.
 */
const markup: readonly RegExp[] = [
  // Emphasis, code, tags, mentions, what escapes, and what stands for another sign.
  /[*`<\\]|&(?=#?\w+;)/gu,
  /(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])|~(?=~)|(?<=~)~/gu,
  // Links and pictures, also by reference.
  /\](?=[(:[])/gu,
  // Headings, quotations and lists at the beginning of a line.
  /(?<=^[ \t]*#*)#(?=#*(?:[ \t]|$))|(?<=^[ \t]*)>|(?<=^[ \t]*)[-+](?=[ \t])|(?<=^[ \t]*\d{1,9})[.)](?=[ \t])/gmu,
  // Rules, headings written by underlining, and the line below the head of a table.
  /(?<=^[ \t|:=-]*)[-=](?=[ \t|:=-]*$)/gmu,
];
/** Lines that begin with four blanks would become code. */
const deepIndent = /^(?:\t| {4})[ \t]*/gmu;
const wideOffset = 0xfee0;
const wideBlank = '\u3000';

/** Nothing that somebody wrote becomes markup: where a sign would, its full-width form stands instead. */
export function asMarkdown(text: string, maximumBytes: number): string {
  const shown = replaced(text, (sign) => String.fromCharCode(sign.charCodeAt(0) + wideOffset));
  const indented = shown.replaceAll(deepIndent, (blanks) => wideBlank.repeat(Math.ceil(blanks.length / 2)));
  if (Buffer.byteLength(indented) <= maximumBytes) return indented;
  // Only a text that is nearly all markup grows too long: then each sign becomes one that is as long.
  return replaced(text, () => "'").replaceAll(deepIndent, ' ');
}

function replaced(text: string, instead: (sign: string) => string): string {
  return markup.reduce((shown, pattern) => shown.replaceAll(pattern, instead), text);
}
