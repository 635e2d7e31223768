import { expect, it } from 'vitest';
import { createSeal } from '../../src/store/sealing/seal.js';
import {
  difference,
  emptySketch,
  nameOf,
  sketchOf,
  sketchText,
  sketched,
} from '../../src/store/sealing/sketch.js';

const seal = createSeal(Buffer.alloc(32, 7));
const hashOf = (text: string) => BigInt(`0x${seal.sign('rows', text)}`);
const rows = Array.from({ length: 600 }, (_, at) => ({
  name: nameOf(seal, 'attendance', `${at % 40}/${at}`),
  change: hashOf(String(at)),
}));
const before = sketched(emptySketch, rows);

/** Of a hundred times that so many rows are changed, how often each of them is named. */
function namedOf(count: number): number {
  return Array.from({ length: 100 }, (_, turn) => {
    const changed = rows.filter((_row, at) => (at * 7 + turn * 5) % 600 < count);
    const after = sketched(
      before,
      changed.map(({ name }) => ({ name, change: -hashOf(`${name} as it was`) })),
    );
    const { named, isAll } = difference(before, after);
    const all = changed.map(({ name }) => name).sort();
    return isAll && JSON.stringify([...named.keys()].sort()) === JSON.stringify(all) ? 1 : 0;
  }).reduce<number>((sum, one) => sum + one, 0);
}

it('names the rows that differ, and says when it cannot name all', () => {
  expect([1, 2, 4, 8].map(namedOf)).toEqual([100, 100, 98, 85]);
});

it('is the same when written and read, and nothing else is taken for one', () => {
  expect(sketchOf(sketchText(before))).toEqual(before);
  expect(sketchOf('')).toBeUndefined();
  expect(sketchOf(sketchText(before).slice(1))).toBeUndefined();
});
