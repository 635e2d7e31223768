import fc from 'fast-check';
import { expect, it } from 'vitest';
import { put } from '../../src/domain/branch/rows.js';
import { alike, isAlive, sameDeeds } from '../../src/domain/points/deeds.js';
import type { PointsMatter } from '../../src/domain/rulings/rows.js';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import { bonusMatter, entry, factsWith } from '../support/branch/branch-facts.js';

const { rulebook } = await loadRulebook('rulebooks/2018.yaml');

const anyMatter = fc.record({
  subject: fc.integer({ min: 1, max: 2 }),
  item: fc.constantFrom(8, 9),
  deedOn: fc.constantFrom('2026-03-01', '2026-03-02'),
  reason: fc.constantFrom('献血', '植树', '去植树'),
  state: fc.constantFrom('open', 'confirmed', 'rejected', 'closed'),
  drafted: fc.boolean(),
  isPosted: fc.boolean(),
});

it('alike are earlier matters of the person and item with the reason, or the day and a word in common, oldest first', () => {
  fc.assert(
    fc.property(fc.array(anyMatter, { minLength: 1, maxLength: 25 }), (found) => {
      const matters = found.map((changed, at): PointsMatter => ({
        ...bonusMatter(at + 1, '2026-03-03T10:00:00'),
        ...changed,
      }));
      const posted = matters.filter((_, at) => found[at]?.isPosted);
      const facts = factsWith(
        ...matters.map((matter) => put('matter', matter)),
        ...posted.map(({ number, subject: member }, at) => entry(at + 1, { matter: number, member })),
      );
      for (const matter of matters) {
        const { subject, item, deedOn, reason } = matter;
        const own = matters.filter(
          (other) => other.subject === subject && other.item === item && isAlive(facts, other),
        );
        const near = own.filter(
          (other) =>
            other.number < matter.number &&
            (other.reason === reason ||
              (other.deedOn === deedOn && other.reason.includes('植树') === reason.includes('植树'))),
        );
        const numbers = (list: readonly PointsMatter[]) => list.map(({ number }) => number);
        expect(alike(facts, rulebook, matter)).toEqual(matter.drafted ? [] : numbers(near));
        expect(numbers(sameDeeds(facts, matter))).toEqual(
          numbers(own.filter((other) => other.deedOn === deedOn && other.reason === reason)),
        );
      }
    }),
    { numRuns: 100 },
  );
});
