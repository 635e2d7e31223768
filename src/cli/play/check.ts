import type { Played } from './player.js';
import type { Said } from './process.js';

/** What the bot said, as a transcript writes it. */
export function saidText({ account, text, files }: Said): string {
  const head = account === null ? '机器人> ' : `机器人>>${account} `;
  const attached = files.map((file) => `[${file.kind === 'picture' ? '图片' : '文件'} ${file.name}]`);
  return `${head}${[...(text === '' ? [] : [text]), ...attached].join('\n')}`.replaceAll('\n', '\n  ');
}

/** An expected line and what came instead; one of them may be missing. */
export interface Difference {
  readonly after: string;
  readonly expected: string | null;
  readonly said: string | null;
}

/** Compares what was expected after each line with what was said there, in order. */
export function differences(played: readonly Played[]): readonly Difference[] {
  const found: Difference[] = [];
  let after = '';
  let said: string[] = [];
  let expected: string[] = [];
  const close = () => {
    found.push(...compare(after, expected, said));
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

/** The longest common sequence decides what is missing and what is too much. */
function compare(after: string, expected: readonly string[], said: readonly string[]): readonly Difference[] {
  const fits = expected.map((pattern) => said.map((text) => matches(pattern, text.replaceAll('\n  ', '\n'))));
  const lengths = Array.from({ length: expected.length + 1 }, () =>
    new Array<number>(said.length + 1).fill(0),
  );
  const at = (row: number, column: number): number => lengths[row]?.[column] ?? 0;
  for (let row = expected.length - 1; row >= 0; row -= 1) {
    for (let column = said.length - 1; column >= 0; column -= 1) {
      const cells = lengths[row];
      if (cells === undefined) continue;
      cells[column] =
        fits[row]?.[column] === true
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const result: Difference[] = [];
  let row = 0;
  let column = 0;
  while (row < expected.length || column < said.length) {
    if (fits[row]?.[column] === true) {
      row += 1;
      column += 1;
    } else if (
      row < expected.length &&
      (column >= said.length || at(row + 1, column) >= at(row, column + 1))
    ) {
      result.push({ after, expected: expected[row] ?? null, said: null });
      row += 1;
    } else {
      result.push({ after, expected: null, said: said[column] ?? null });
      column += 1;
    }
  }
  return result;
}

const wide = '\uff0c\uff1a\uff1b\uff08\uff09\uff1f\uff01';
const narrow = ',:;()?!';

/** Full-width and half-width punctuation count as the same: both are right in an office. */
function plain(text: string): string {
  return Array.from(text, (character) => narrow[wide.indexOf(character)] ?? character).join('');
}

/** `…` stands for any text, also over several lines of one message. */
export function matches(expected: string, said: string): boolean {
  const text = plain(said);
  const parts = plain(expected)
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
  return new RegExp(`^${parts.join('[\\s\\S]*')}$`, 'u').test(text);
}
