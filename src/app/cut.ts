const encoder = new TextEncoder();

/**
 * A text as messages of at most `maximumBytes` UTF-8 bytes each, cut at line ends, and only a line that
 * is too long by itself between characters. One empty message for an empty text.
 */
export function cutText(text: string, maximumBytes: number): readonly string[] {
  if (bytesOf(text) <= maximumBytes) return [text];
  const parts: string[] = [];
  let part = '';
  for (const piece of text.split('\n').flatMap((line) => cutLine(line, maximumBytes))) {
    const longer = part === '' ? piece : `${part}\n${piece}`;
    if (bytesOf(longer) <= maximumBytes) {
      part = longer;
      continue;
    }
    if (part !== '') parts.push(part);
    part = piece;
  }
  return part === '' ? parts : [...parts, part];
}

function cutLine(line: string, maximumBytes: number): readonly string[] {
  if (bytesOf(line) <= maximumBytes) return [line];
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const bytes = bytesOf(character);
    if (size + bytes > maximumBytes && piece !== '') {
      pieces.push(piece);
      piece = '';
      size = 0;
    }
    piece += character;
    size += bytes;
  }
  return piece === '' ? pieces : [...pieces, piece];
}

export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}
