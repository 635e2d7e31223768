import { prefixOf, readMessage, type NameList } from './message.js';

/** One word of a line: its text and its position in the normalised line. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Written with `@`: certainly a name. */
  readonly named: boolean;
  /** Cut off what precedes it without a blank: free text never begins so, for the name may be a longer one. */
  readonly glued?: true;
}

/** A command line, read but not yet understood. */
export interface Line {
  /** The word after the slash. */
  readonly name: string;
  readonly tokens: readonly Token[];
  /** The whole line, normalised; positions of tokens refer to it. */
  readonly text: string;
  /** The blank behind the name was put in. */
  readonly glued?: true;
}

/** Characters that separate words: blanks of every width, and the one that WeChat puts behind a mention. */
const blank = /[\s\u2005\u3000\u00a0]/u;
/** What people put between a command and its first word. */
const behindName = /^[，,：:、。;；\s\u2005\u3000\u00a0]+/u;

/** The command in a message, or undefined: talk that is not a command gets no answer. The first one where there are several. */
export function readLine(message: string, botName: string, commands?: NameList): Line | undefined {
  const [first] = readMessage(message, botName, commands).lines;
  return first === undefined ? undefined : lineOf(first, commands);
}

/** The line with a blank behind the command that its first word begins with: `/加分张三8公益活动`. */
export function apartFrom(line: Line, commands: NameList): Line | undefined {
  // 代郑国 too: what is put apart must be understood whole.
  const head = prefixOf(line.name, commands, 1);
  if (head === undefined) return undefined;
  const rest = line.text.slice(1 + head.length);
  return { ...lineOf(`/${head} ${rest}`, commands), glued: true };
}

/** A command line by its words; `text` begins with its slash. */
export function lineOf(text: string, commands?: NameList): Line {
  const [first, ...tokens] = tokensOf(text, 1);
  const name = first?.start === 1 ? first.text : '';
  if (first === undefined || name === '') return { name, tokens: [], text };
  // `/请假，支部大会`: what separates words also ends the name, unless such a name is known.
  const [head = ''] = name.split(/[，,：:、。;；]/u);
  if (commands?.find(name) !== undefined || commands?.find(head) === undefined || head === name)
    return { name, tokens, text };
  const rest = text.slice(1 + head.length).replace(behindName, '');
  return lineOf(rest === '' ? `/${head}` : `/${head} ${rest}`, commands);
}

function tokensOf(text: string, from: number): readonly Token[] {
  const tokens: Token[] = [];
  let start = from;
  while (start < text.length) {
    if (blank.test(text.charAt(start))) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < text.length && !blank.test(text.charAt(end))) end += 1;
    const word = text.slice(start, end);
    const named = word.startsWith('@') && word.length > 1;
    tokens.push({ text: named ? word.slice(1) : word, start, end, named });
    start = end;
  }
  return tokens;
}

/** The line with one token written differently: a complete line to copy. */
export function rewrite(line: Line, token: Token, words: string): string {
  return `${line.text.slice(0, token.start)}${words}${line.text.slice(token.end)}`;
}

/** The tokens with one of them cut behind `length` characters; `drop` more between the two parts are lost. */
export function cutToken(
  tokens: readonly Token[],
  at: number,
  length: number,
  { drop = 0, glued = false }: { readonly drop?: number; readonly glued?: boolean } = {},
): readonly Token[] {
  const token = tokens[at];
  if (token === undefined) return tokens;
  const middle = token.end - token.text.length + length;
  const first = { ...token, text: token.text.slice(0, length), end: middle };
  const rest = {
    text: token.text.slice(length + drop),
    start: middle + drop,
    end: token.end,
    named: false,
    ...(glued ? { glued: true as const } : {}),
  };
  return [...tokens.slice(0, at), first, ...(rest.text === '' ? [] : [rest]), ...tokens.slice(at + 1)];
}
