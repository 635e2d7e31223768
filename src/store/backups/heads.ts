/** Beside the backups: the head of each branch's chain at each backup, which shows an older file put in place. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Head {
  readonly count: number;
  readonly head: string;
}

export const headFile = (folder: string) => join(folder, 'heads.txt');

export function writeHeads(folder: string, at: string, heads: ReadonlyMap<string, Head>): void {
  const lines = [...heads].map(([branch, { count, head }]) => `${at} ${branch} ${count} ${head}\n`);
  appendFileSync(headFile(folder), lines.join(''), { mode: 0o600, flush: true });
}

/** The last head that was written down for a branch. */
export function lastHead(folder: string, branch: string): Head | null {
  const file = headFile(folder);
  if (!existsSync(file)) return null;
  const line = /^\S+ (\S+) (\d+) ([0-9a-f]{64})$/u;
  const heads = readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text) => {
      const [, of, count = '', head = ''] = line.exec(text) ?? [];
      return of === branch ? [{ count: Number(count), head }] : [];
    });
  return heads.at(-1) ?? null;
}
