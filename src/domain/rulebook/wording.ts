/**
 * The office's own wording of the items, found by their numbers in its annex. It changes what papers say and no points.
 */
import { seen } from '../roster/names.js';
import { isRecord } from './differences.js';
import type { BaseItem, Rulebook, RulebookItem } from './schema.js';
import { longestWording } from './schema/scoring.js';

/** Lines of a cell, cells of a row. */
type Row = readonly (readonly string[])[];

/** What a text document says, without how it looks. */
export interface WrittenDocument {
  readonly tables: readonly (readonly Row[])[];
  /** Outside tables. */
  readonly lines: readonly string[];
}

interface FoundWording {
  readonly texts: ReadonlyMap<number, string>;
  /** Numbers that the rulebook does not have. */
  readonly unknown: readonly number[];
}

export type WordingProblem =
  | { readonly code: 'noItems' }
  | { readonly code: 'missing'; readonly numbers: readonly number[]; readonly found: number }
  /** One number, two texts. */
  | { readonly code: 'twice'; readonly number: number; readonly texts: readonly string[] }
  | { readonly code: 'tooLong'; readonly number: number; readonly most: number };

type ReadWording =
  | { readonly ok: true; readonly found: FoundWording }
  | { readonly ok: false; readonly problems: readonly WordingProblem[] };

/** In the order of their numbers, those that members judge themselves among them. */
export function allItems({ baseItems, items }: Rulebook): readonly (BaseItem | RulebookItem)[] {
  return [...baseItems, ...items];
}

/**
 * Whole or not at all: papers that mix the annex with our own words would look like the annex. Items may stand in cells
 * or lines that begin with the number, or beside a cell that holds only the number; whichever finds most is meant, as
 * tables of names are numbered too, and the grounds of a veto beside the items.
 */
export function readWording({ tables, lines }: WrittenDocument, rulebook: Rulebook): ReadWording {
  const known = allItems(rulebook).map(({ number }) => number);
  const rows = tables.flat();
  const candidates = [rows.flat().flatMap(itemsOfCell), rows.flatMap(itemsOfRow), itemsOfText(lines)];
  const [best = []] = candidates.sort((one, other) => countOf(other, known) - countOf(one, known));
  const texts = new Map<number, readonly string[]>();
  for (const { number, text } of best)
    if (text !== '') texts.set(number, [...new Set([...(texts.get(number) ?? []), text])]);
  const missing = known.filter((number) => !texts.has(number));
  if (missing.length === known.length) return { ok: false, problems: [{ code: 'noItems' }] };
  const problems = known.flatMap((number) => problemsOf(number, texts.get(number) ?? []));
  if (missing.length > 0)
    problems.unshift({ code: 'missing', numbers: missing, found: known.length - missing.length });
  if (problems.length > 0) return { ok: false, problems };
  const found = new Map(known.map((number) => [number, texts.get(number)?.[0] ?? '']));
  const unknown = [...texts.keys()].filter((number) => !known.includes(number)).sort((a, b) => a - b);
  return { ok: true, found: { texts: found, unknown } };
}

function problemsOf(number: number, texts: readonly string[]): WordingProblem[] {
  if (texts.length > 1) return [{ code: 'twice', number, texts }];
  const isLong = texts.some((text) => text.length > longestWording);
  return isLong ? [{ code: 'tooLong', number, most: longestWording }] : [];
}

interface Numbered {
  readonly number: number;
  readonly text: string;
}

function countOf(items: readonly Numbered[], known: readonly number[]): number {
  const found = new Set(items.filter(({ text }) => text !== '').map(({ number }) => number));
  return known.filter((number) => found.has(number)).length;
}

/** `7、…`, `（7）…`, `第7项 …`; `10次` and `1.5倍` go on with the sentence before. */
const numbered =
  /^\s*(?:[（(]\s*(\d{1,2})\s*[)）]|第\s*(\d{1,2})\s*项[、.．。,，:：\s]|(\d{1,2})\s*[、.．。,，:：)）](?!\d))\s*(.*)$/su;
const onlyNumber = /^第?\s*(\d{1,2})\s*项?\s*[、.．。]?$/u;
const sentenceEnd = /[。；;！!]$/u;

function numberedIn(line: string): Numbered | undefined {
  const [, inBrackets, named, plain, text] = numbered.exec(withPlainDigits(line)) ?? [];
  const number = inBrackets ?? named ?? plain;
  return number === undefined ? undefined : { number: Number(number), text: text ?? '' };
}

/** Digits alone: marks stay as the document has them. */
function withPlainDigits(text: string): string {
  return text.replace(/[０-９]/gu, (digit) => digit.normalize('NFKC'));
}

/** Several items may share a cell; a line without a number goes on with the item above it. */
function itemsOfCell(lines: readonly string[]): readonly Numbered[] {
  return joined(lines, () => true);
}

/** Between the lines of a whole text stand headings: only a broken sentence goes on. */
function itemsOfText(lines: readonly string[]): readonly Numbered[] {
  return joined(lines, (before) => before === '' || !sentenceEnd.test(before));
}

function joined(lines: readonly string[], goesOn: (before: string) => boolean): readonly Numbered[] {
  const found: Numbered[] = [];
  let current: Numbered | undefined;
  for (const line of lines) {
    const begun = numberedIn(line);
    if (begun === undefined && current !== undefined && goesOn(tidy(current.text)))
      current = { ...current, text: current.text + line };
    else {
      if (current !== undefined) found.push(current);
      current = begun;
    }
  }
  if (current !== undefined) found.push(current);
  return found.map(({ number, text }) => ({ number, text: tidy(text) }));
}

/** A cell that holds only the number, and its text in the next. */
function itemsOfRow(row: Row): readonly Numbered[] {
  return row.flatMap((lines, at): readonly Numbered[] => {
    const number = onlyNumber.exec(withPlainDigits(tidy(lines.join(''))))?.[1];
    const text = tidy((row[at + 1] ?? []).join(''));
    return number === undefined || !/\p{L}/u.test(text) ? [] : [{ number: Number(number), text }];
  });
}

/** One line that a cell and a chat can hold: nothing invisible, no blank beside Chinese. */
function tidy(text: string): string {
  const line = seen(text).replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ');
  return line.replace(/(?<=[^\p{ASCII}]) | (?=[^\p{ASCII}])/gu, '').trim();
}

/** What the annex says an item is worth, where it differs from the rulebook; empty: it says the same, or nothing. */
export function otherPoints(item: BaseItem | RulebookItem, wording: string): readonly number[] {
  if (!('side' in item)) return [];
  const said = [...wording.matchAll(/(\d+)\s*分/gu)].map(([, points]) => Number(points));
  const ours = item.points === null ? item.grades.map(({ points }) => points) : [item.points];
  return said.length > 0 && ours.some((points) => !saysOf(wording, said).includes(points)) ? said : [];
}

/** “分别记10分、20分” and “记10、20、30分” both name all of them. */
function saysOf(wording: string, said: readonly number[]): readonly number[] {
  const lists = [...wording.matchAll(/(\d+(?:[、，,]\d+)+)\s*分/gu)].flatMap(([, list = '']) =>
    list.split(/[、，,]/u).map(Number),
  );
  return [...said, ...lists];
}

/** The plain data of a rulebook with these words, under the next version: points and readings are as they were. */
export function withWording(
  source: unknown,
  texts: ReadonlyMap<number, string>,
  { version }: Pick<Rulebook, 'version'>,
): unknown {
  if (!isRecord(source)) return source;
  const worded = (list: unknown): unknown =>
    Array.isArray(list)
      ? list.map((item: unknown) => {
          const wording = isRecord(item) ? texts.get(Number(item['number'])) : undefined;
          return isRecord(item) && wording !== undefined ? { ...item, wording } : item;
        })
      : list;
  const { baseItems, items } = source;
  const next = nextVersion(version);
  return {
    ...source,
    version: next,
    supersedes: version,
    baseItems: worded(baseItems),
    items: worded(items),
  };
}

/** 2018-19 → 2018-19.w1 → 2018-19.w2 */
function nextVersion(version: string): string {
  const [, root = version, count = '0'] = /^(.*)\.w(\d{1,3})$/u.exec(version) ?? [];
  return `${root.slice(0, 35)}.w${Number(count) + 1}`;
}
