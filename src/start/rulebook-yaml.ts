/** From the bytes of a YAML file to a rulebook, or to everything that is wrong with it. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';
import type { FileProblem, ReadRulebook } from '../app/ports/rulebook-reader.js';
import { parseRulebook } from '../domain/rulebook/parse.js';
import type { RulebookPath } from '../domain/rulebook/problems.js';

/** Pure: reading the bytes is the caller's. */
export function readRulebookBytes(bytes: Uint8Array): ReadRulebook {
  const text = utf8(bytes);
  if (text === undefined) return refused({ line: null, reason: { code: 'notUtf8' } });
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

/** Aliases that multiply without end are the one thing that parses and still has no plain data. */
function plainData(document: Document): { readonly data: unknown } | undefined {
  try {
    return { data: document.toJS() };
  } catch {
    return undefined;
  }
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
