import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexBy } from '../../src/domain/branch/index-by.js';
import { layered, type Layered } from '../../src/domain/branch/layered.js';
import { put } from '../../src/domain/branch/rows.js';
import { activity, bonusMatter, factsWith, FOUNDED } from '../support/branch/branch-facts.js';
import type { Matter } from '../../src/domain/rulings/rows.js';

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

/** A matter is opened with the next number, and then decided or left waiting; one that was decided may wait again. */
const steps = fc.array(
  fc.record({
    opens: fc.integer({ min: 0, max: 3 }),
    decides: fc.array(fc.nat(20)),
    reopens: fc.array(fc.nat(20), { maxLength: 2 }),
  }),
  { maxLength: 25 },
);

it('what is open is what an ordinary search finds, in the order of the numbers', () => {
  fc.assert(
    fc.property(steps, (messages) => {
      let facts = factsWith();
      for (const { opens, decides, reopens } of messages) {
        const first = facts.next('matter');
        const opened = Array.from({ length: opens }, (_, index) => bonusMatter(first + index, FOUNDED));
        const decided = facts.open().filter((_, index) => decides.includes(index));
        const again = facts.all('matter').filter(({ state }, at) => state !== 'open' && reopens.includes(at));
        facts = facts.with([
          ...again.map((matter) => put('matter', { ...matter, state: 'open' })),
          ...opened.map((matter) => put('matter', matter)),
          ...decided.map((matter) => put('matter', { ...matter, state: 'confirmed' })),
        ]);
        expect(facts.open()).toEqual(facts.all('matter').filter(({ state }) => state === 'open'));
      }
    }),
  );
});

it('the next facts are made once for all who ask, and anew when the list of changes has grown', () => {
  const facts = factsWith();
  const changes = [put('matter', bonusMatter(facts.next('matter'), FOUNDED))];
  const once = facts.with(changes);
  expect(facts.with(changes)).toBe(once);
  changes.push(put('matter', bonusMatter(once.next('matter'), FOUNDED)));
  const grown = facts.with(changes);
  expect(grown.open()).toHaveLength(once.open().length + 1);
  // The use case, the letters and the commit each bring a list of their own of the same rows.
  expect(facts.with([...changes])).toBe(grown);
  changes[1] = put('matter', { ...bonusMatter(once.next('matter'), FOUNDED), state: 'rejected' });
  expect(facts.with(changes).open()).toHaveLength(once.open().length);
});

it('an index that a use case asked for on the next facts is carried to the line after it', () => {
  let looked = 0;
  const byNumber = indexBy(
    (matter: Matter): matter is Matter => {
      looked += 1;
      return matter.number > 0;
    },
    ({ number }) => number,
  );
  const opened = (number: number) => put('matter', bonusMatter(number, FOUNDED));
  const facts = factsWith(...Array.from({ length: 200 }, (_, at) => opened(at + 1)));
  const subject = bonusMatter(1, FOUNDED).subject;
  const decided = [opened(201)];
  byNumber(facts.with(decided).of('matter', subject), 201);
  expect(looked).toBe(201);
  const committed = facts.with([...decided]);
  const next = committed.with([opened(202)]).of('matter', subject);
  expect(byNumber(next, 202).map(({ number }) => number)).toEqual([202]);
  expect(looked).toBeLessThan(210);
});

it('activities are kept by the year that they are held in, also one that moves to another year', () => {
  const called = (at: string) => put('activity', activity(1, at));
  const before = factsWith(called('2026-12-30T09:00:00'));
  expect(before.of('activity', 2026)).toHaveLength(1);
  const moved = before.with([called('2027-01-04T09:00:00')]);
  expect([moved.of('activity', 2026), moved.of('activity', 2027).map(({ id }) => id)]).toEqual([[], [1]]);
});
