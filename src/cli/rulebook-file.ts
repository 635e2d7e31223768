/** Reads a rulebook file at start-up. A bad file stops the start with file, line, place and reason. */
import { readFile } from 'node:fs/promises';
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { parseRulebook } from '../domain/rulebook/parse.js';
import type { RulebookPath, RulebookProblem } from '../domain/rulebook/problems.js';
import type { LoadedRulebook } from '../domain/rulebook/adopted.js';
import { reasonText } from './rulebook-problems.js';

/** The message is Chinese and meant for whoever edits the file: one line per problem. */
export class RulebookError extends Error {
  override readonly name = 'RulebookError';
}

/** More would only scroll the first one off the screen. */
const SHOWN_PROBLEMS = 20;

/**
 * @param path of a YAML file in UTF-8, as given on the command line or in the settings
 * @throws RulebookError when it cannot be read, is no YAML, or is no rulebook
 */
export async function loadRulebook(path: string): Promise<LoadedRulebook> {
  const lines = new LineCounter();
  const document = parseDocument(await readText(path), { lineCounter: lines });
  const syntax = [...document.errors, ...document.warnings];
  if (syntax.length > 0) throw listed(path, syntax.map(syntaxText));
  const source = plainData(path, document);
  const parsed = parseRulebook(source);
  if (parsed.ok) return { rulebook: parsed.rulebook, source };
  throw listed(
    path,
    parsed.problems.map((problem) => problemText(problem, lineOf(document, lines, problem.at))),
  );
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw listed(path, [unreadable(error)], error);
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw listed(path, ['不是UTF-8编码的文本,请另存为UTF-8'], error);
  }
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

/** Aliases that multiply without end are the one thing that parses and still has no plain data. */
function plainData(path: string, document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw listed(path, ['引用(*)无法展开,请直接写出内容'], error);
  }
}

function listed(path: string, problems: readonly string[], cause?: unknown): RulebookError {
  const rest = problems.length - SHOWN_PROBLEMS;
  const shown = problems.slice(0, SHOWN_PROBLEMS).map((problem) => `  ${problem}`);
  const more = rest > 0 ? [`  还有${rest}处`] : [];
  return new RulebookError([`细则文件 ${path} 有误:`, ...shown, ...more].join('\n'), { cause });
}

function problemText({ path, reason }: RulebookProblem, line: number | undefined): string {
  const place = path === '' ? '整个文件' : path;
  return `${line === undefined ? '' : `第${line}行 `}${place}:${reasonText(reason)}`;
}

/** The slips people make; anything rarer is shown by the parser's own code. */
const syntaxReasons: Partial<Record<YAMLError['code'], string>> = {
  DUPLICATE_KEY: '同一个名称写了两次',
  TAB_AS_INDENT: '缩进只能用空格,不能用制表符',
  BAD_INDENT: '缩进不对',
  MISSING_CHAR: '缺少引号、冒号或括号',
  MULTIPLE_DOCS: '一个文件里只能有一份细则',
};

function syntaxText({ code, linePos }: YAMLError): string {
  const line = linePos?.[0].line;
  const reason = syntaxReasons[code] ?? `不合YAML格式(${code})`;
  return `${line === undefined ? '' : `第${line}行 `}${reason}`;
}

/** The line of the deepest part of `at` that exists: of something missing, the place it is missing from. */
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
