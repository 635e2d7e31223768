import type { Context } from '../../app/use-case.js';
import type { Form } from '../define.js';
import { findPerson, joiners } from './people/find.js';
import type { Token } from './line.js';

const mark = '[，,；;、。：:]';

/**
 * The words of a line with its keywords apart, where they were joined to their neighbours or written in other words:
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

const witness = '证明';
/** 证明：王芳, 证明人, 证明人：王芳, 证明@王芳; 证明王芳 is a reason, in which that is hinted at. */
const marked = /^证明(?:人[：:]?|[：:]|(?=@))/u;
/** 扫雪，证明王芳: behind a mark, if it is a name that follows. */
const behindMark = /^(.+?)[，,；;。](证明人?[：:]?)(.*)$/u;

/** The words with 证明 apart where it is certainly the keyword, however it was written. */
export function witnessesApart(
  { keywords }: Form,
  tokens: readonly Token[],
  context: Context,
): readonly Token[] {
  if (!Object.hasOwn(keywords, witness)) return tokens;
  const isName = (text = '') => {
    const [first = ''] = text.replace(/^@/u, '').split(joiners);
    return first !== '' && findPerson(context, first, 'person').kind !== 'none';
  };
  return tokens.flatMap((token, index) => {
    if (token.named) return [token];
    const [, before = '', word = '', names = ''] = behindMark.exec(token.text) ?? [];
    const isMeant = word !== '' && isName(names === '' ? tokens[index + 1]?.text : names);
    const head = isMeant ? before.length : 0;
    const lead = /^[，,；;。]+/u.exec(token.text.slice(head))?.[0].length ?? 0;
    const rest = token.text.slice(head + lead);
    const length = marked.exec(rest)?.[0].length ?? 0;
    const bare = lead > 0 && rest.startsWith(witness) && (isMeant || isName(rest.slice(witness.length)));
    const end = length > 0 ? length : bare ? witness.length : 0;
    if (end === 0) return [token];
    const piece = (text: string, from: number, to: number): readonly Token[] =>
      text === '' ? [] : [{ ...token, text, start: token.start + from, end: token.start + to }];
    const from = head + lead;
    return [
      ...piece(token.text.slice(0, head), 0, head),
      ...piece(witness, from, from + end),
      ...piece(token.text.slice(from + end), from + end, token.text.length),
    ];
  });
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
