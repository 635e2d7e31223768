/** One word of a line: its text and its position in the normalised line. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Written with `@`: certainly a name. */
  readonly named: boolean;
}

/** A command line, read but not yet understood. */
export interface Line {
  /** The word after the slash. */
  readonly name: string;
  readonly tokens: readonly Token[];
  /** The whole line, normalised; positions of tokens refer to it. */
  readonly text: string;
}

/** Characters that separate words: blanks of every width, and the one that WeChat puts behind a mention. */
const blank = /[\s\u2005\u3000\u00a0]/u;
const mention = /^[@\uff20](\S+?)[\s\u2005\u3000\u00a0]+/u;
const controls =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Signs and digits of commands; their full-width forms are 0xFEE0 further on. */
const narrow = Array.from('/#@+-.*xX0123456789');
const wide = new Map(narrow.map((sign) => [String.fromCharCode(sign.charCodeAt(0) + 0xfee0), sign]));

/**
 * The command in a message, or undefined: talk that is not a command gets no answer. A mention of the
 * bot in front is dropped; full-width slash, digits and blanks count as their narrow ones.
 */
export function readLine(message: string, botName: string): Line | undefined {
  const text = normalise(message, botName);
  if (!text.startsWith('/')) return undefined;
  const [first, ...tokens] = tokensOf(text, 1);
  return { name: first?.start === 1 ? first.text : '', tokens: first?.start === 1 ? tokens : [], text };
}

function normalise(message: string, botName: string): string {
  const clean = message.replace(controls, '').trim();
  const called = mention.exec(clean);
  const spoken = called?.[1] === botName ? clean.slice(called[0].length) : clean;
  return Array.from(spoken.trim(), (character) => wide.get(character) ?? character).join('');
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
