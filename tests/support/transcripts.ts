import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as Check from '../../src/cli/play/check.js';
import type * as Player from '../../src/cli/play/player.js';
import type * as Files from '../../src/start/rulebook-file.js';
import type * as Transcript from '../../src/cli/play/transcript.js';
import type { Rulebook } from '../../src/domain/rulebook/schema.js';
import { built, root } from './built.js';

export type Played = Player.Played;
export type Step = Transcript.Step;
type Say = Extract<Step, { kind: 'say' }>;

const { play } = await built<typeof Player>('cli/play/player.js');
const { parseTranscript, sceneCategories } = await built<typeof Transcript>('cli/play/transcript.js');
const { loadRulebook } = await built<typeof Files>('start/rulebook-file.js');
export const { differences, saidText } = await built<typeof Check>('cli/play/check.js');

/** The one that the bot comes with, and the one of a branch that changed everything a file may change. */
const builtIn = 'rulebooks/2018.yaml';
export const secondRulebook = 'tests/support/rulebooks/second.yaml';

const loaded = new Map<string, Rulebook>();
async function rulebookIn(file: string): Promise<Rulebook> {
  const known = loaded.get(file) ?? (await loadRulebook(join(root, file))).rulebook;
  loaded.set(file, known);
  return known;
}
await rulebookIn(builtIn);
await rulebookIn(secondRulebook);

function rulebookOf(file: string): Rulebook {
  const rulebook = loaded.get(file);
  if (rulebook === undefined) throw new Error(`${file} was not loaded`);
  return rulebook;
}

export function parse(source: string, rulebookFile = builtIn): readonly Step[] {
  return parseTranscript(source, sceneCategories(rulebookOf(rulebookFile)));
}

/** Plays the steps against a fresh database, and lets `look` see its file before it is thrown away. */
export async function playFresh<R>(
  steps: readonly Step[],
  look: (played: readonly Played[], databaseFile: string) => R | Promise<R>,
  rulebookFile = builtIn,
): Promise<R> {
  const folder = mkdtempSync(join(tmpdir(), 'zhibu-transcript-50%20#1?-'));
  const databaseFile = join(folder, 'zhibu.db');
  const played: Played[] = [];
  try {
    await play(steps, {
      databaseFile,
      rulebookFile: join(root, rulebookFile),
      rulebook: rulebookOf(rulebookFile),
      folder: join(root, 'tests/transcripts'),
      onPlayed: (line) => played.push(line),
    });
    return await look(played, databaseFile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What was said, with the line it followed: the same for two plays that went alike. */
export function output(played: readonly Played[]): string {
  return played
    .filter(({ step }) => step.kind !== 'again' && step.kind !== 'restart' && step.kind !== 'expect')
    .map(({ step, said }) => [step.raw, ...said.map(saidText)].join('\n'))
    .join('\n');
}

/** The differences as a person reads them; empty when everything was said as expected. */
export function diff(played: readonly Played[]): string {
  return differences(played)
    .map(({ after, expected, said }) =>
      [
        after,
        ...(expected === null ? [] : [`- ${expected.replaceAll('\n', '\n-   ')}`]),
        ...(said === null ? [] : [`+ ${said.replaceAll('\n', '\n+ ')}`]),
      ].join('\n'),
    )
    .join('\n');
}

/** Puts `@重发` or `@重启` behind every line that was said, after what is expected there. */
export function afterEveryLine(steps: readonly Step[], kind: 'again' | 'restart'): readonly Step[] {
  const raw = kind === 'again' ? '@重发' : '@重启';
  const result: Step[] = [];
  let owed = false;
  for (const step of steps) {
    if (owed && step.kind !== 'expect' && step.kind !== 'text') {
      result.push({ kind, raw });
      owed = false;
    }
    result.push(step);
    if (step.kind === 'say') owed = true;
  }
  return owed ? [...result, { kind, raw }] : result;
}

/** `姓名>> 文字`, as a line of a transcript. */
export function whisper(speaker: string, text: string): Say {
  return { kind: 'say', raw: `${speaker}>> ${text}`, line: 0, speaker, inPrivate: true, text, files: [] };
}
