import type { Form } from '../define.js';
import type { Token } from './line.js';

const mark = '[，,；;、。：:]';

/**
 * The words of a line with its keywords apart, where they were written on to what stands around them or in other words:
 * `到 张三、王芳，缺席：李强` is `到 张三、王芳 缺 李强`. Only keywords that allow it, behind a mark or a blank.
 */
export function keywordsApart({ keywords }: Form, tokens: readonly Token[]): readonly Token[] {
  const meant = new Map(
    Object.entries(keywords).flatMap(([name, { spoken }]) => (spoken ?? []).map((said) => [said, name])),
  );
  if (meant.size === 0) return tokens;
  const ways = [...meant.keys()].sort((one, other) => other.length - one.length).join('|');
  const way = new RegExp(`(?:^|${mark}|(?<=${mark}|${ways}))(${ways})${mark}*`, 'gu');
  return tokens.flatMap((token) => (token.named ? [token] : cutAt(token, way, meant)));
}

function cutAt(token: Token, way: RegExp, meant: ReadonlyMap<string, string>): readonly Token[] {
  const from = token.end - token.text.length;
  const pieces: Token[] = [];
  const add = (text: string, start: number, end: number) => {
    if (text !== '') pieces.push({ ...token, text, start: from + start, end: from + end });
  };
  let last = 0;
  for (const found of token.text.matchAll(way)) {
    const end = found.index + found[0].length;
    add(token.text.slice(last, found.index), last, found.index);
    add(meant.get(found[1] ?? '') ?? '', found.index, end);
    last = end;
  }
  if (last === 0) return [token];
  add(token.text.slice(last), last, token.text.length);
  return pieces;
}
