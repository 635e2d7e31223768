import type { Said } from './orders.js';
import type { Played } from './player.js';

/** One message of the bot, as a transcript writes it. */
export function saidText({ chat, text, files }: Said): string {
  const head = chat.kind === 'group' ? '机器人> ' : `机器人>>${chat.account} `;
  const attached = files.map((file) => `[${file.kind === 'picture' ? '图片' : '文件'} ${file.name}]`);
  return `${head}${[...(text === '' ? [] : [text]), ...attached].join('\n')}`.replaceAll('\n', '\n  ');
}

/** A difference after one line of the transcript. */
interface Difference {
  readonly after: string;
  readonly expected: string | null;
  readonly said: string | null;
}

/** Compares what each line should bring with what the bot said, in order. */
function differences(played: readonly Played[]): readonly Difference[] {
  const found: Difference[] = [];
  let after = '';
  let said: string[] = [];
  let expected: string[] = [];
  const close = () => {
    for (const pair of aligned(expected, said))
      if (!pair.fits) found.push({ after, expected: pair.expected, said: pair.said });
    said = [];
    expected = [];
  };
  for (const { step, said: messages } of played) {
    if (step.kind === 'expect') {
      expected.push(step.said);
      continue;
    }
    if (step.kind !== 'text') {
      close();
      after = step.raw;
    }
    said.push(...messages.map(saidText));
  }
  close();
  return found;
}

/** The differences for people to read; empty when there are none. */
export function differenceText(played: readonly Played[]): string {
  return differences(played)
    .flatMap(({ after, expected, said }) => [
      after,
      ...(expected === null ? [] : [`- ${expected.replaceAll('\n', '\n-   ')}`]),
      ...(said === null ? [] : [`+ ${said.replaceAll('\n', '\n+ ')}`]),
    ])
    .map((line) => `${line}\n`)
    .join('');
}

/** An expected line and the message in its place; one of them may be missing. */
interface Pair {
  readonly expected: string | null;
  readonly said: string | null;
  readonly fits: boolean;
}

/** The longest common sequence is what fits; the rest is paired in order. */
export function aligned(expected: readonly string[], said: readonly string[]): readonly Pair[] {
  const result: Pair[] = [];
  let missing: string[] = [];
  let surplus: string[] = [];
  const close = () => {
    for (let at = 0; at < Math.max(missing.length, surplus.length); at += 1)
      result.push({ expected: missing[at] ?? null, said: surplus[at] ?? null, fits: false });
    missing = [];
    surplus = [];
  };
  const { fits, left } = common(expected, said);
  for (let row = 0, column = 0; row < expected.length || column < said.length;) {
    const line = expected[row];
    const message = said[column];
    if (line !== undefined && message !== undefined && fits(row, column)) {
      close();
      result.push({ expected: line, said: message, fits: true });
      row += 1;
      column += 1;
    } else if (
      line !== undefined &&
      (message === undefined || left(row + 1, column) >= left(row, column + 1))
    ) {
      missing.push(line);
      row += 1;
    } else {
      if (message !== undefined) surplus.push(message);
      column += 1;
    }
  }
  close();
  return result;
}

/** Which line fits which message, and how many fit in order from a place on. */
function common(expected: readonly string[], said: readonly string[]) {
  const fitting = expected.map((line) => said.map((text) => matches(line, text.replaceAll('\n  ', '\n'))));
  const lengths = Array.from({ length: expected.length + 1 }, () =>
    new Array<number>(said.length + 1).fill(0),
  );
  const left = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  const fits = (row: number, column: number): boolean => fitting[row]?.[column] === true;
  for (let row = expected.length - 1; row >= 0; row -= 1) {
    for (let column = said.length - 1; column >= 0; column -= 1) {
      const cells = lengths[row];
      if (cells === undefined) continue;
      cells[column] = fits(row, column)
        ? left(row + 1, column + 1) + 1
        : Math.max(left(row + 1, column), left(row, column + 1));
    }
  }
  return { fits, left };
}

const wide = '\uff0c\uff1a\uff1b\uff08\uff09\uff1f\uff01';
const narrow = ',:;()?!';

/** Treats full-width and half-width punctuation as equal: offices write both, and a blank beside half-width brackets. */
function plain(text: string): string {
  return Array.from(text, (character) => narrow[wide.indexOf(character)] ?? character)
    .join('')
    .replaceAll(/ *([()]) */gu, '$1');
}

/** `…` matches any text, even several lines of a message. */
export function matches(expected: string, said: string): boolean {
  const text = plain(said);
  const parts = plain(expected)
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`, 'u').test(text);
}
