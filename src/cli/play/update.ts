/** Writes what the bot says now into transcripts, also those inside documents. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { aligned, saidText } from './check.js';
import type { Played } from './player.js';
import { TranscriptError, type Step } from './transcript.js';

/** Plays the text of a transcript in this folder. */
type PlayText = (source: string, folder: string) => Promise<readonly Played[]>;

/** A conversation inside a document. */
const block = /(?<=^```chat\n).*?(?=^```$)/gmsu;

/** The transcripts and documents of these files and folders. */
export function filesToUpdate(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    if (!statSync(path).isDirectory()) return [path];
    const names = readdirSync(path).filter((name) => /\.(?:chat|md)$/u.test(name));
    return names.sort().map((name) => join(path, name));
  });
}

/** @returns whether the file changed */
export async function updateFile(file: string, play: PlayText): Promise<boolean> {
  const before = readFileSync(file, 'utf8');
  const playIt = async (source: string) => updated(await play(source, dirname(file)));
  const after = file.endsWith('.md') ? await inDocument(before, playIt) : await playIt(before);
  if (after === before) return false;
  writeFileSync(file, after);
  return true;
}

/** The transcripts inside a document, with the line on which each begins. */
export function examplesIn(document: string): readonly { readonly line: number; readonly text: string }[] {
  return [...document.matchAll(block)].map(({ index, 0: text }) => ({
    line: document.slice(0, index).split('\n').length,
    text,
  }));
}

async function inDocument(document: string, play: (source: string) => Promise<string>): Promise<string> {
  const answers: string[] = [];
  for (const { line, text } of examplesIn(document)) {
    try {
      answers.push(await play(text));
    } catch (error) {
      if (!(error instanceof TranscriptError)) throw error;
      throw new TranscriptError(line - 1 + error.line, error.reason);
    }
  }
  return document.replace(block, () => answers.shift() ?? '');
}

/** The transcript with the bot's real lines as the expected ones; a line with `…` that still fits stays. */
export function updated(played: readonly Played[]): string {
  const lines: string[] = [];
  let part: Step[] = [];
  let said: string[] = [];
  const close = () => {
    lines.push(...updatedPart(part, said));
    part = [];
    said = [];
  };
  for (const { step, said: messages } of played) {
    if (step.kind === 'expect' || step.kind === 'text') part.push(step);
    else {
      close();
      lines.push(step.raw);
    }
    said.push(...messages.map(saidText));
  }
  close();
  return lines.map((line) => `${line}\n`).join('');
}

/** What follows one line: comments and blank lines keep their places between the messages. */
function updatedPart(part: readonly Step[], said: readonly string[]): readonly string[] {
  const rest = [...part];
  const expected = part.flatMap((step) => (step.kind === 'expect' ? [step.said] : []));
  const lines: string[] = [];
  const next = (): Step | undefined => {
    for (let step = rest.shift(); step !== undefined; step = rest.shift()) {
      if (step.kind === 'expect') return step;
      lines.push(step.raw);
    }
    return undefined;
  };
  for (const { expected: line, said: message, fits } of aligned(expected, said)) {
    const step = line === null ? undefined : next();
    if (fits && line?.includes('…') === true) lines.push(step?.raw ?? '');
    else if (message !== null) lines.push(step === undefined ? message : linesOf(step.raw, message));
  }
  next();
  return lines;
}

/** The message, with those expected lines of it that still fit with their `…`. */
function linesOf(expected: string, message: string): string {
  return aligned(expected.split('\n'), message.split('\n'))
    .flatMap(({ expected: line, said, fits }) => (fits && line?.includes('…') === true ? line : (said ?? [])))
    .join('\n');
}
