import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Facts } from '../../src/domain/branch/facts.js';
import { indexBy, pick } from '../../src/domain/branch/index-by.js';
import { put } from '../../src/domain/branch/rows.js';
import { isPoints } from '../../src/domain/points/deeds.js';
import type { Matter, MatterState, PointsMatter } from '../../src/domain/rulings/rows.js';
import { bonusMatter, factsWith, FOUNDED } from '../support/branch/branch-facts.js';

const isOpen = (matter: Matter): matter is PointsMatter => isPoints(matter) && matter.state === 'open';
const ofItem = indexBy(isPoints, ({ item }) => item);
const openOfItem = indexBy(isOpen, ({ item }) => item);
const open = pick(isOpen);

const states: readonly MatterState[] = ['open', 'confirmed', 'rejected'];
/** A write of an old or new matter, whatever it says: rows change their item, come back and change their member. */
const writes = fc.array(
  fc.array(
    fc.record({
      number: fc.integer({ min: 1, max: 30 }),
      item: fc.integer({ min: 7, max: 9 }),
      state: fc.constantFrom(...states),
      subject: fc.integer({ min: 1, max: 2 }),
    }),
    { maxLength: 6 },
  ),
  { maxLength: 30 },
);

function look(facts: Facts): void {
  for (const subject of [1, 2]) {
    const list = facts.of('matter', subject);
    const points = list.filter(isPoints);
    for (const item of [7, 8, 9]) {
      expect(ofItem(list, item)).toEqual(points.filter((matter) => matter.item === item));
      expect(openOfItem(list, item)).toEqual(list.filter(isOpen).filter((matter) => matter.item === item));
    }
    expect(open(list)).toEqual(list.filter(isOpen));
  }
}

it('an index that writes carry on is what an ordinary search finds, in earlier facts too', () => {
  fc.assert(
    fc.property(writes, fc.integer({ min: 1, max: 4 }), (batches, every) => {
      let facts = factsWith();
      const earlier: Facts[] = [];
      for (const [at, batch] of batches.entries()) {
        facts = facts.with(batch.map((changed) => put('matter', { ...bonusMatter(1, FOUNDED), ...changed })));
        earlier.push(facts);
        if (at % every === 0) look(facts);
      }
      earlier.forEach(look);
    }),
  );
});

it('more rows at once than are carried on are found as well', () => {
  const many = (from: number) =>
    Array.from({ length: 150 }, (_, at) =>
      put('matter', { ...bonusMatter(from + at, FOUNDED), subject: 1, item: 7 + (at % 3) }),
    );
  const facts = factsWith().with(many(1));
  look(facts);
  look(facts.with(many(151)));
});
