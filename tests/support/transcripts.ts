import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { differenceText, saidText } from '../../src/cli/play/check.js';
import { playHere, stepsOf } from '../../src/cli/play/here.js';
import type { Played } from '../../src/cli/play/player.js';
import type { Step } from '../../src/cli/play/transcript.js';
import type { StageOptions } from '../../src/cli/stage/house.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { root } from './root.js';
import { faults, scores } from './branch/ledger.js';
import { halfWidthMarks } from './punctuation.js';

/** A folder of transcripts, and their rulebook. */
export async function transcriptsIn(folder: string, rulebookFile = 'rulebooks/2018.yaml') {
  const rulebook = await loadRulebook(join(root, rulebookFile));
  const path = join(root, folder);
  return {
    names: readdirSync(path)
      .filter((name) => name.endsWith('.chat'))
      .sort(),
    steps: (name: string) => stepsOf(readFileSync(join(path, name), 'utf8'), { rulebook }),
    play: { rulebook, folder: path },
  };
}

export interface Transcripts extends Awaited<ReturnType<typeof transcriptsIn>> {
  readonly play: Awaited<ReturnType<typeof transcriptsIn>>['play'] & Pick<StageOptions, 'disk' | 'reading'>;
  /** A server's database in place of a file, for one play. */
  readonly borrow?: () => { readonly postgres: string; giveBack(): void };
}

/** Plays the steps against a fresh database, and lets `look` see its file before it is removed. */
export async function playFresh<R>(
  steps: readonly Step[],
  { play, borrow }: Transcripts,
  look: (played: readonly Played[], database: string) => R | Promise<R>,
): Promise<R> {
  const borrowed = borrow?.();
  return withFile(async (databaseFile) => {
    const postgres = borrowed === undefined ? {} : { postgres: borrowed.postgres };
    const played = await playHere(steps, { ...play, databaseFile, ...postgres });
    return look(played, borrowed?.postgres ?? databaseFile);
  }).finally(() => borrowed?.giveBack());
}

export async function withFile<R>(use: (databaseFile: string) => Promise<R>): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-transcript-'));
  try {
    return await use(join(folder, 'zhibu.db'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * One play that proves the most: the bot says what is written, double deliveries add nothing, the ledger is sound, and
 * the scores that the bot reports in the end equal the sums in plain SQL.
 *
 * @returns how many scores were compared
 */
export async function demandAsWritten(name: string, transcripts: Transcripts): Promise<number> {
  const steps = transcripts.steps(name);
  let compared = 0;
  const again = afterEveryLine(steps, 'again');
  await playFresh([...again, ...questions(steps)], transcripts, (all, file) => {
    const played = all.slice(0, again.length);
    expect(differenceText(played), name).toBe('');
    expect(played.flatMap(({ step, said }) => (step.kind === 'again' ? said.map(saidText) : []))).toEqual([]);
    expect(faults(file)).toEqual([]);
    // The comparison takes marks of either width, so what was really said is looked at here.
    const typed = steps.flatMap(({ kind, raw }) => (kind === 'expect' ? [] : [raw])).join('\n');
    const said = all.flatMap((line) => line.said.map(({ text }) => text));
    expect(said.flatMap((text) => halfWidthMarks(text, typed))).toEqual([]);
    const shown = all
      .slice(again.length)
      .flatMap((line) => line.said.map(({ text }) => text.split('\n')[0] ?? ''));
    for (const { name: member, year, score } of scores(file)) {
      // People who have left get another answer, and no line to compare.
      const line = shown.find((text) => text.startsWith(`${member} ${year}年积分：`));
      if (line === undefined) continue;
      expect(line.replace(/（.*/u, '')).toBe(`${member} ${year}年积分：${score}分`);
      compared += 1;
    }
  });
  return compared;
}

/** In the end everybody with an account asks for their score of the last two years; with several branches nobody does. */
function questions(steps: readonly Step[]): readonly Step[] {
  if (steps.filter((step) => step.kind === 'branch').length !== 1) return [];
  const last = Number(steps.findLast((step) => step.kind === 'time')?.at.slice(0, 4) ?? '2026');
  const names = steps.flatMap((step) =>
    step.kind === 'person' && step.person.kind === 'member' && step.person.bound ? [step.person.name] : [],
  );
  return names
    .filter((name) => names.indexOf(name) === names.lastIndexOf(name))
    .flatMap((speaker) =>
      [last, last - 1].map((year) => {
        const text = `/积分 ${year}`;
        const said = { kind: 'say', line: 0, speaker, inPrivate: true, text, files: [] } as const;
        return { ...said, raw: `${speaker}>> ${text}` };
      }),
    );
}

/** Puts `@重发` or `@重启` after every spoken line and its expected answers. */
export function afterEveryLine(steps: readonly Step[], kind: 'again' | 'restart'): readonly Step[] {
  const raw = kind === 'again' ? '@重发' : '@重启';
  const result: Step[] = [];
  let owed = false;
  for (const step of steps) {
    if (owed && step.kind !== 'expect' && step.kind !== 'text') {
      // A line that is already written as delivered twice stays at two.
      if (step.kind !== kind) result.push({ kind, raw });
      owed = false;
    }
    result.push(step);
    if (step.kind === 'say') owed = true;
  }
  return owed ? [...result, { kind, raw }] : result;
}
