/** Which commands known to the bot a word names. */
export interface NameList {
  find(name: string): object | undefined;
}

/** A message, split into what is said to the bot and what is not. */
interface Spoken {
  /** Command lines in order, each with its slash in front; further lines of the message may follow in it. */
  readonly lines: readonly string[];
  /** The bot was called by name. In private everything is said to it. */
  readonly called: boolean;
  /** What was said without a command, the call taken off; empty when there are commands. */
  readonly talk: string;
}

/** What nobody sees, the signs that colour a character, and the frame of an emoji digit. */
const unseen =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2069\u20e3\ufe00-\ufe0f\ufeff]|[\u{e0100}-\u{e01ef}]/gu;
/** Signs and digits of commands; their full-width forms are 0xFEE0 further on. */
const narrow = Array.from('/#@+-.*xX0123456789');
const wide = new Map(narrow.map((sign) => [String.fromCharCode(sign.charCodeAt(0) + 0xfee0), sign]));
/** Strokes that a keyboard gives instead of the slash; only in front of a known command. */
const almostSlash = /^[/、\\\u2215\u2044\u2571\u29f8]+/u;
const openQuote = /^[“”"'‘「『《]+/u;
const closeQuote = /[“”"'’」』》]+$/u;
/** The line that WeChat draws between what is quoted and the answer. */
const ruler = /^(?:[-—\u2013]\s*){3,}$/u;
const quoteStart = '「';
const quoteEnd = '」';
/** Commands of one character are found only as words of their own. */
const shortestPrefix = 2;
const behindMention = /^[\s\u2005\u3000\u00a0，,：:]+/u;
/** After the bot's name something else than a longer name. */
const endsName = /^(?:$|[\s\u2005\u3000\u00a0，,：:。！!？?/、\\\u2215])/u;

/**
 * Finds the commands of a message: after a call (`@机器人 /积分`, `那个 @机器人 /请假`), below a quotation, each at the
 * beginning of a line. What was quoted is not read. A slash in front of an unknown word counts on the first line
 * only: there somebody misspelt a command, further down it is text.
 */
export function readMessage(message: string, botName: string, commands?: NameList): Spoken {
  const clean = Array.from(message.replace(unseen, ''), (character) => wide.get(character) ?? character)
    .join('')
    .trim();
  const lines: string[] = [];
  const talk: string[] = [];
  let called = false;
  for (const [index, written] of withoutQuotation(clean.split(/\r?\n/u)).entries()) {
    const heard = withoutCall(written, botName);
    called ||= heard.called;
    const command = commandIn(heard.text, index === 0 || heard.called, commands);
    const last = lines.length - 1;
    if (command !== undefined) lines.push(command);
    else if (last >= 0) lines[last] = `${lines[last] ?? ''}\n${heard.text}`;
    else talk.push(heard.text);
  }
  return {
    lines: lines.map((line) => line.trimEnd()),
    called,
    talk: lines.length > 0 ? '' : talk.join('\n').trim(),
  };
}

/** The lines below `「张三：…」` and the ruler under it. */
function withoutQuotation(lines: readonly string[]): readonly string[] {
  if (lines[0]?.startsWith(quoteStart) !== true) return lines;
  const below = lines.findIndex((line) => ruler.test(line.trim()));
  if (below !== -1) return lines.slice(below + 1);
  const closed = lines.findIndex((line) => line.trimEnd().endsWith(quoteEnd));
  // A command between such marks was copied with them.
  return closed === -1 || closed === lines.length - 1 ? lines : lines.slice(closed + 1);
}

/** The line without the bot's name; of talk before a command behind the name only the command is left. */
function withoutCall(line: string, botName: string): { readonly text: string; readonly called: boolean } {
  const call = `@${botName}`;
  const at = line.indexOf(call);
  if (at === -1 || !endsName.test(line.slice(at + call.length))) return { text: line.trim(), called: false };
  const before = line.slice(0, at).trim();
  const behind = line
    .slice(at + call.length)
    .replace(behindMention, '')
    .trim();
  if (before === '' || (behind.startsWith('/') && !before.startsWith('/')))
    return { text: behind, called: true };
  return { text: behind === '' ? before : `${before} ${behind}`, called: true };
}

/** The line as a command, its slash and nothing else in front; undefined: it is none. */
function commandIn(line: string, first: boolean, commands: NameList | undefined): string | undefined {
  if (first && line.startsWith('/') && commands === undefined) return line;
  const bare = openQuote.test(line) ? line.replace(openQuote, '').replace(closeQuote, '') : line;
  const slashes = almostSlash.exec(bare)?.[0];
  if (slashes === undefined) return undefined;
  const rest = bare.slice(slashes.length).trimStart();
  if (isKnown(rest, commands)) return `/${rest}`;
  return first && line.startsWith('/') ? line : undefined;
}

function isKnown(text: string, commands: NameList | undefined): boolean {
  const [word = ''] = text.split(/[\s\u2005\u3000\u00a0]/u);
  return commands?.find(word) !== undefined || prefixOf(word, commands) !== undefined;
}

/** The longest command that a word begins with: 加分 of 加分张三8公益活动. */
export function prefixOf(
  word: string,
  commands: NameList | undefined,
  shortest = shortestPrefix,
): string | undefined {
  const characters = Array.from(word);
  for (let length = characters.length - 1; length >= shortest; length -= 1) {
    const head = characters.slice(0, length).join('');
    if (commands?.find(head) !== undefined) return head;
  }
  return undefined;
}
