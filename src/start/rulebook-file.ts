/** Reads a rulebook file at start-up. A bad file stops the start with file, line, place and reason. */
import { readFile } from 'node:fs/promises';
import { fileProblemsText } from '../chat/replies/rulebook/problems.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import { OperatorError } from '../operator-error.js';
import { readRulebookBytes } from './rulebook-yaml.js';

/** The message is Chinese and meant for whoever edits the file: one line per problem. */
export class RulebookError extends OperatorError {
  override readonly name = 'RulebookError';
}

/** More would only scroll the first one off the screen. */
const SHOWN_PROBLEMS = 20;

/**
 * @param path of a YAML file in UTF-8, as given on the command line or in the settings
 * @throws RulebookError when it cannot be read, is no YAML, or is no rulebook
 */
export async function loadRulebook(path: string): Promise<LoadedRulebook> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new RulebookError(`细则文件 ${path} 有误:\n  ${unreadable(error)}`, { cause: error });
  });
  const read = readRulebookBytes(bytes);
  if (read.ok) return read.loaded;
  const lines = fileProblemsText(read.problems, SHOWN_PROBLEMS).map((line) => `  ${line}`);
  throw new RulebookError([`细则文件 ${path} 有误:`, ...lines].join('\n'));
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
      return '这是文件夹,不是文件';
    default:
      return `无法读取(${code === '' ? '原因不明' : code})`;
  }
}
