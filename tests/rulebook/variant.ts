import { readFileSync } from 'node:fs';
import { parse, parseDocument } from 'yaml';
import { parseRulebook } from '../../src/domain/rulebook/adopted.js';
import type { Rulebook, RulebookItem } from '../../src/domain/rulebook/schema.js';
import { findItem } from '../../src/domain/rulebook/items.js';

const shipped = readFileSync(new URL('../../rulebooks/2018.yaml', import.meta.url), 'utf8');

/** One edit of the shipped file: a value put at a path, or the path removed when the value is undefined. */
export type Edit = readonly [path: readonly (string | number)[], value: unknown];

/** The shipped file with some places changed, as YAML text with its comments and line breaks. */
export function editedYaml(...edits: readonly Edit[]): string {
  const document = parseDocument(shipped);
  for (const [path, value] of edits) {
    if (value === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(value));
  }
  return document.toString();
}

/** The edited file, parsed. */
export function parseEdited(...edits: readonly Edit[]) {
  return parseRulebook(parse(editedYaml(...edits)));
}

export function accepted(...edits: readonly Edit[]): Rulebook {
  const parsed = parseEdited(...edits);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.rulebook;
}

export function itemOf(rulebook: Rulebook, number: number): RulebookItem {
  const item = findItem(rulebook, number);
  if (item === undefined) throw new Error(`no item ${number}`);
  return item;
}
