/**
 * Which rows differ, without a hash kept for each (docs/adr/0017-row-seal.md): an invertible Bloom lookup table. Each row adds its
 * hash, and its hash times its name, to three cells. One sketch is taken off another: a cell that a single differing
 * row touches gives away its name, which is the quotient.
 */
import { isUtf8 } from 'node:buffer';
import type { Seal } from './seal.js';

const prime = 2n ** 255n - 19n;
const [parts, cellsOfPart, cellBytes] = [3, 6, 32];
const cellCount = parts * cellsOfPart;

interface Cell {
  readonly sum: bigint;
  /** The sum of hash times name. */
  readonly weighted: bigint;
}
export type Sketch = readonly Cell[];

const nothing: Cell = { sum: 0n, weighted: 0n };
export const emptySketch: Sketch = Array.from({ length: cellCount }, () => nothing);

/** A row's table and key, as text that a cell can give back; a long one as a digest, which only its own row can be found by. */
export function nameOf(seal: Seal, table: string, key: string): string {
  const name = `${table}/${key}`;
  return Buffer.byteLength(name) < cellBytes ? name : `#${seal.sign('rows', name).slice(0, 24)}`;
}

/** @param change what is added to the sum of hashes: a new row's hash, less that of the row whose place it takes */
export function sketched(
  before: Sketch,
  changes: readonly { readonly name: string; readonly change: bigint }[],
): Sketch {
  const cells = [...before];
  for (const { name, change } of changes) {
    const added = within(change);
    const weight = within(added * BigInt(`0x${Buffer.from(name).toString('hex')}`));
    for (const at of placesOf(name)) {
      const { sum, weighted } = cells[at] ?? nothing;
      cells[at] = { sum: together(sum, added), weighted: together(weighted, weight) };
    }
  }
  return cells;
}

/** One cell in each part (FNV-1a over the name). */
function placesOf(name: string): readonly number[] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  hash ^= hash >>> 15;
  return Array.from({ length: parts }, (_, part) => {
    hash = Math.imul(hash ^ (hash >>> 13), 0x85ebca6b);
    return part * cellsOfPart + ((hash >>> 8) % cellsOfPart);
  });
}

interface Difference {
  /** What must be added to the hashes of `from` at each name to come to `to`. */
  readonly named: ReadonlyMap<string, bigint>;
  /** Nothing else differs. */
  readonly isAll: boolean;
}

export function difference(from: Sketch, to: Sketch): Difference {
  let cells: Sketch = to.map(({ sum, weighted }, at) => ({
    sum: within(sum - (from[at]?.sum ?? 0n)),
    weighted: within(weighted - (from[at]?.weighted ?? 0n)),
  }));
  const named = new Map<string, bigint>();
  for (let tries = 0; tries < cellCount; tries += 1) {
    const found = alone(cells);
    if (found === undefined) break;
    named.set(found.name, found.change);
    cells = sketched(cells, [{ name: found.name, change: -found.change }]);
  }
  return { named, isAll: cells.every(({ sum, weighted }) => sum === 0n && weighted === 0n) };
}

function alone(cells: Sketch): { readonly name: string; readonly change: bigint } | undefined {
  for (const [at, { sum, weighted }] of cells.entries()) {
    if (sum === 0n) continue;
    const hex = within(weighted * power(sum, prime - 2n)).toString(16);
    const bytes = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex');
    const name = bytes.toString('utf8');
    // What no single row left is no text, or belongs elsewhere.
    if (isUtf8(bytes) && isName.test(name) && placesOf(name).includes(at)) return { name, change: sum };
  }
  return undefined;
}

const isName = /^(?:#[0-9a-f]{24}|[a-zA-Z]+\/[^\p{C}]*)$/u;

/** `base` to this power, modulo the prime. */
function power(base: bigint, exponent: bigint): bigint {
  let [result, square] = [1n, base];
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if ((rest & 1n) === 1n) result = (result * square) % prime;
    square = (square * square) % prime;
  }
  return result;
}

/** Cells that stay the same over many commits are written out once. */
const written = new WeakMap<Cell, string>();

export function sketchText(sketch: Sketch): string {
  return sketch.map(cellText).join('');
}

function cellText(cell: Cell): string {
  const known = written.get(cell);
  if (known !== undefined) return known;
  const hex = [cell.sum, cell.weighted].map((sum) => sum.toString(16).padStart(cellBytes * 2, '0')).join('');
  const text = Buffer.from(hex, 'hex').toString('base64url');
  written.set(cell, text);
  return text;
}

/** Undefined: no sketch was written, or not by this program. */
export function sketchOf(text: string): Sketch | undefined {
  const cells = text.match(/[\w-]{86}/gu) ?? [];
  if (cells.length !== cellCount || text.length !== cellCount * 86) return undefined;
  return cells.map((cell) => {
    const hex = Buffer.from(cell, 'base64url').toString('hex');
    return {
      sum: BigInt(`0x${hex.slice(0, cellBytes * 2)}`),
      weighted: BigInt(`0x${hex.slice(cellBytes * 2)}`),
    };
  });
}

/** Two hashes as a cell compares them. */
export function isSameChange(one: bigint, other: bigint): boolean {
  return within(one - other) === 0n;
}

function within(sum: bigint): bigint {
  const rest = sum % prime;
  return rest < 0n ? rest + prime : rest;
}

/** Of two sums that are within already: a division for each cell would cost more than all the rest. */
function together(one: bigint, other: bigint): bigint {
  const sum = one + other;
  return sum < prime ? sum : sum - prime;
}
