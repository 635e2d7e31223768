/** Reads a rulebook file. A bad one stops the start with file, line, place and reason. */
import { readFile } from 'node:fs/promises';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { FileProblem, ReadRulebook } from '../../app/ports/rulebook-reader.js';
import { RulebookChanged } from '../../app/rulebook/found.js';
import { fileProblemsText } from '../../chat/replies/rulebook/problems.js';
import { changedRulebookText } from '../../chat/replies/rulebook/sentences.js';
import { parseRulebook, type LoadedRulebook } from '../../domain/rulebook/adopted.js';
import type { RulebookPath } from '../../domain/rulebook/problems.js';
import { OperatorError } from '../../operator-error.js';
import { isOversized } from './yaml-size.js';

/** The message is Chinese and for the editor of the file: one line per problem. */
export class RulebookError extends OperatorError {
  override readonly name = 'RulebookError';
}

/** More would only scroll the first one off the screen. */
const SHOWN_PROBLEMS = 20;

/** The settings' file under a version that a branch records with another content: a sentence for the operator. */
export async function withSameRulebook<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof RulebookChanged)) throw error;
    throw new RulebookError(changedRulebookText(file, error.branch, error.version));
  }
}

/**
 * @param path of a YAML file in UTF-8, as given on the command line or in the settings
 * @throws RulebookError when it cannot be read, is no YAML, or is no rulebook
 */
export async function loadRulebook(path: string): Promise<LoadedRulebook> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new RulebookError(`细则文件 ${path} 有误：\n  ${unreadable(error)}`, { cause: error });
  });
  const read = readRulebookBytes(bytes);
  if (read.ok) return read.loaded;
  const lines = fileProblemsText(read.problems, SHOWN_PROBLEMS).map((line) => `  ${line}`);
  throw new RulebookError([`细则文件 ${path} 有误：`, ...lines].join('\n'));
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return '没有这个文件';
    case 'EACCES':
    case 'EPERM':
      return '没有读取权限';
    case 'EISDIR':
      return '这是文件夹，不是文件';
    default:
      return `无法读取（${code === '' ? '原因不明' : code}）`;
  }
}

/** Turns a YAML file into a rulebook, or into everything that is wrong with it. Pure: the caller reads the bytes. */
export function readRulebookBytes(bytes: Uint8Array): ReadRulebook {
  const text = utf8(bytes);
  if (text === undefined) return refused({ line: null, reason: { code: 'notUtf8' } });
  if (isOversized(text)) return refused({ line: null, reason: { code: 'oversized' } });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const syntax = [...document.errors, ...document.warnings];
  if (syntax.length > 0) {
    return refused(
      ...syntax.map(({ code, linePos }): FileProblem => ({
        line: linePos?.[0].line ?? null,
        reason: { code: 'syntax', yaml: code },
      })),
    );
  }
  const source = plainData(document);
  if (source === undefined) return refused({ line: null, reason: { code: 'endlessAliases' } });
  const parsed = parseRulebook(source.data);
  if (parsed.ok) return { ok: true, loaded: { rulebook: parsed.rulebook, source: source.data } };
  return refused(
    ...parsed.problems.map(({ at, path, reason: why }): FileProblem => ({
      line: lineOf(document, lines, at) ?? null,
      reason: { code: 'content', path, why },
    })),
  );
}

function refused(...problems: readonly FileProblem[]): ReadRulebook {
  return { ok: false, problems };
}

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Endlessly multiplying aliases are the one thing that parses but has no plain data. */
function plainData(document: Document): { readonly data: unknown } | undefined {
  try {
    return { data: document.toJS() };
  } catch {
    return undefined;
  }
}

/** The line of the deepest existing part of `at`: for something missing, the place where it belongs. */
function lineOf(document: Document, lines: LineCounter, at: RulebookPath): number | undefined {
  let node: unknown = document.contents;
  let offset = startOf(node);
  for (const key of at) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
      if (pair === undefined) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node) && typeof key === 'number') {
      node = node.items[key];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined;
  return Array.isArray(node.range) ? Number(node.range[0]) : undefined;
}
