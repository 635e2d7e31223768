import type { Catalogue } from '../catalogue.js';
import { lineOf } from '../words/line.js';
import { numbersIn } from '../words/plain.js';

/**
 * `/证明 1 2` is said for each of them, as if on lines of their own. Of `/材料` only with what is attached: a picture
 * that comes later belongs to one.
 */
export function lineForEach(text: string, catalogue: Catalogue, hasFiles: boolean): readonly string[] {
  const written = lineOf(text, catalogue);
  const line = catalogue.find(written.name) === undefined ? catalogue.apart(written) : written;
  const command = line === undefined ? undefined : catalogue.find(line.name);
  if (line === undefined || command === undefined || command.each === 'no') return [text];
  const numbers: number[] = [];
  let used = 0;
  for (const token of line.tokens) {
    const read = token.named ? undefined : numbersIn(token.text);
    if (read === undefined) break;
    numbers.push(...read);
    used += 1;
  }
  const following = line.tokens[used];
  const rest = following === undefined ? '' : line.text.slice(following.start);
  const isWhole = command.each === 'always' || hasFiles || rest !== '';
  if (numbers.length < 2 || !isWhole) return [text];
  return [...new Set(numbers)].map((number) => `/${line.name} ${number} ${rest}`.trimEnd());
}
