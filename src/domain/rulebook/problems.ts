/** What can be wrong with a rulebook, as codes and facts; the sentence for people is made by who shows it. */
import type { z } from 'zod';
import type { Format } from './schema/values.js';

export type RulebookPath = readonly (string | number)[];

export type RulebookReason =
  | { readonly code: 'missing' }
  | { readonly code: 'unknownKey' }
  | { readonly code: 'wrongType'; readonly expected: string }
  | {
      readonly code: 'tooSmall' | 'tooLarge';
      readonly of: 'number' | 'text' | 'list';
      readonly limit: number;
      readonly inclusive: boolean;
    }
  | { readonly code: 'notAllowed'; readonly allowed: readonly string[] }
  | { readonly code: 'badFormat'; readonly format: Format }
  | { readonly code: 'duplicate'; readonly value: string; readonly first: string }
  | { readonly code: 'unknownReference'; readonly value: string; readonly known: readonly string[] }
  | { readonly code: 'wrongSource'; readonly item: number; readonly source: 'attendance' | 'dues' }
  | { readonly code: 'wrongSum'; readonly expected: number; readonly actual: number }
  | { readonly code: 'pointsOrGrades' }
  | { readonly code: 'ambiguousLabels'; readonly label: string; readonly other: string }
  | { readonly code: 'mustExceed' | 'mustNotExceed'; readonly other: string; readonly limit: number | string }
  | { readonly code: 'unreachable'; readonly highest: number }
  | { readonly code: 'supersedesItself' }
  | { readonly code: 'invalid' };

export interface RulebookProblem {
  /** Keys from the top of the file, for finding the line. */
  readonly at: RulebookPath;
  /** The same for people: `items[3].grades[1].points`, counted from 0; empty for the whole file. */
  readonly path: string;
  readonly reason: RulebookReason;
}

export function problemAt(at: RulebookPath, reason: RulebookReason): RulebookProblem {
  return { at, path: pathText(at), reason };
}

export function pathText(at: RulebookPath): string {
  return at.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? key : `${text}.${key}`;
  }, '');
}

/** zod reports all unknown keys of one object at once; each gets a problem of its own, with its own place. */
export function fromIssue(issue: z.core.$ZodIssue): RulebookProblem[] {
  const at = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => problemAt([...at, key], { code: 'unknownKey' }));
  }
  if (issue.input === undefined) return [problemAt(at, { code: 'missing' })];
  return [problemAt(at, reasonOf(issue))];
}

function reasonOf(issue: z.core.$ZodIssue): RulebookReason {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrongType', expected: issue.expected };
    case 'too_small':
      return {
        code: 'tooSmall',
        of: measured(issue.origin),
        limit: Number(issue.minimum),
        inclusive: issue.inclusive ?? true,
      };
    case 'too_big':
      return {
        code: 'tooLarge',
        of: measured(issue.origin),
        limit: Number(issue.maximum),
        inclusive: issue.inclusive ?? true,
      };
    case 'invalid_value':
      return { code: 'notAllowed', allowed: issue.values.map(String) };
    case 'custom':
      // Every refinement of values.ts names its format; see `formatted` there.
      return { code: 'badFormat', format: issue.params?.['format'] as Format };
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { code: 'invalid' };
  }
}

function measured(origin: string): 'number' | 'text' | 'list' {
  if (origin === 'string') return 'text';
  return origin === 'array' ? 'list' : 'number';
}
