import type { Context } from '../app/use-case.js';
import type { Command, CommandList, Form, Leniency } from './define.js';
import { asks, chooseForm, readForm, type FormReading } from './read-form.js';
import { cutToken, lineOf, type Line } from './words/line.js';
import type { WordProblem } from './words/problem.js';

interface Understanding {
  readonly line: Line;
  readonly form: Form;
  readonly reading: FormReading;
}

/** Where in its message a line is, and how it was said. */
interface Manner {
  /** Other commands stand in the message: what follows on further lines is talk, unless it belongs to a command of many lines. */
  readonly amongSeveral: boolean;
  /** How much may be read into it. */
  readonly most: Leniency;
}

/** A line whose form was found but not read, and what it takes to read another. */
interface Unread {
  readonly command: Command;
  readonly form: Form;
  readonly line: Line;
  readonly context: Context;
  readonly commands: CommandList;
}

/** Says of what was wrong with a word which lines would read instead, where it can. */
export type Mend = (problem: WordProblem, unread: Unread) => WordProblem;

/** Whether a line that is shown can be copied. */
export function readsWhole(
  command: Command,
  text: string,
  context: Context,
  commands: CommandList,
  most: Leniency = 'omitting',
): boolean {
  const found = understand(command, lineOf(text, commands), context, commands, { amongSeveral: false, most });
  return found?.reading.kind === 'values';
}

/** What people add to a command: a full stop, thanks, a raised thumb. */
const courtesy =
  /(?:[\s\u2005\u3000\u00a0。．.！!？?~～…，,；;、]|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\[[^[\]\s]{1,4}\]|吧|呢|哈|啊|呀|哦|谢谢您|谢谢|谢了|多谢|辛苦了|麻烦了)+$/u;
const leniencies: readonly Leniency[] = ['exact', 'loose', 'omitting'];

/**
 * Reads a line whole, as it stands or in another spelling of the same: without some blanks, with thanks behind it, with
 * talk below it. The first reading that leaves nothing over counts; if there is none, what was wrong with the line as
 * it stands.
 */
export function understand(
  command: Command,
  line: Line,
  context: Context,
  commands: CommandList,
  { amongSeveral, most }: Manner,
): Understanding | undefined {
  const allowed = leniencies.slice(0, leniencies.indexOf(most) + 1);
  const texts = amongSeveral ? [withoutTalk(command, line)] : [line.text, withoutTalk(command, line)];
  // 支委会，9月21日15:00，三楼: where the words may stand in any order, none of them holds a comma.
  const apart = command.forms.some(({ anyOrder }) => anyOrder)
    ? texts.map((text) => text.replace(/[，,；;]/gu, ' '))
    : [];
  const whole = [...texts, ...apart].flatMap((text) => [text, text.replace(courtesy, '')]);
  let first: Understanding | undefined;
  for (const leniency of allowed) {
    // A word left out is looked for last, and never in thanks.
    const tried = leniency === 'omitting' ? whole.toReversed() : whole;
    for (const text of new Set(tried)) {
      for (const found of readings(command, again(line, text, commands), context, commands, leniency)) {
        if (found.reading.kind === 'values') return found;
        if (first === undefined || (asks(found.reading) && !asks(first.reading))) first = found;
      }
    }
  }
  return first;
}

function again({ glued }: Line, text: string, commands: CommandList): Line {
  const line = lineOf(text, commands);
  const [first, ...others] = line.tokens;
  return glued !== true || first === undefined
    ? line
    : { ...line, tokens: [{ ...first, glued }, ...others], glued };
}

/** The forms that the line may be of, each read. */
function* readings(
  command: Command,
  line: Line,
  context: Context,
  commands: CommandList,
  leniency: Leniency,
): Generator<Understanding> {
  const form = chooseForm(command, line.tokens, 0, context.rulebook);
  if (form !== undefined)
    yield {
      line,
      form,
      reading: readForm(form, { line, tokens: line.tokens, at: 0 }, context, commands, leniency),
    };
  const [token] = line.tokens;
  // 党费 张三: another form without fixed words may be the one that is whole.
  const plain =
    leniency === 'exact' ? [] : command.forms.filter((one) => one.lead.length === 0 && one !== form);
  for (const other of plain)
    yield {
      line,
      form: other,
      reading: readForm(other, { line, tokens: line.tokens, at: 0 }, context, commands, leniency),
    };
  if (leniency === 'exact' || token === undefined || token.named) return;
  for (const other of command.forms) {
    const lead = other.lead.find((word) => word !== '' && token.text.startsWith(word) && token.text !== word);
    if (lead === undefined) continue;
    const tokens = cutToken(line.tokens, 0, lead.length, { glued: true });
    yield {
      line,
      form: other,
      reading: readForm(other, { line, tokens, at: 0 }, context, commands, leniency),
    };
  }
}

/** The line without what follows below it, as far as that is neither its text nor one of its keywords. */
function withoutTalk(command: Command, { text }: Line): string {
  const [head = '', ...below] = text.split('\n');
  if (command.manyLines) return text;
  const keywords = new Set(command.forms.flatMap((form) => Object.keys(form.keywords)));
  const kept = below.filter((line) => keywords.has(/^\S+/u.exec(line.trimStart())?.[0] ?? ''));
  return [head, ...kept].join('\n');
}
