import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layered, type Layered } from '../../src/domain/branch/layered.js';

/** Keys from a range small enough to be written again, large enough that bases are made anew. */
const writes = fc.array(
  fc.array(fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer()), { maxLength: 40 }),
  { maxLength: 30 },
);

it('a layered map is a Map that never changes', () => {
  fc.assert(
    fc.property(writes, (batches) => {
      const naive = new Map<number, { readonly value: number }>();
      let map = layered<number, { readonly value: number }>(new Map());
      const earlier: { readonly map: Layered<number, object>; readonly values: readonly object[] }[] = [];
      for (const batch of batches) {
        const written = new Map(batch.map(([key, value]) => [key, { value }]));
        for (const [key, value] of written) naive.set(key, value);
        map = map.with(written);
        expect(map.size).toBe(naive.size);
        expect(map.values()).toEqual([...naive.values()]);
        for (const key of [0, 7, 399]) expect(map.get(key)).toBe(naive.get(key));
        earlier.push({ map, values: [...naive.values()] });
      }
      for (const { map: old, values } of earlier) expect(old.values()).toEqual(values);
    }),
  );
});
