/** What the commands that write say to the terminal, and the one question they ask there. */
import { createInterface } from 'node:readline/promises';

const agreement = '是';

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Ends with 1. */
export function refuse(lines: readonly string[], head: string): number {
  process.stderr.write(`${[head, ...lines].join('\n')}\n`);
  return 1;
}

/** Without a terminal nobody can answer: a dry run. */
export async function isAgreed(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    say('以上只是预览,没有写入。确认无误后加 --yes 写入。');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`确认写入?输入“${agreement}”:`);
  terminal.close();
  if (answer.trim() === agreement) return true;
  say('没有写入。');
  return false;
}
