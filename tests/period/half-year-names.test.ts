import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays } from '../../src/domain/period/civil.js';
import { halfNameOf, halfYearNamed, halfYearOf } from '../../src/domain/period/half-year.js';

it('a half year is found again by its name, whatever month it is checked in', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 12 }), (days, month) => {
      const half = halfYearOf(addDays('2024-01-01', days), month);
      expect(halfYearNamed(halfNameOf(half), month)).toEqual(half);
    }),
  );
});

it('checked in July, the halves are those of the calendar', () => {
  expect(halfYearNamed({ year: 2026, half: 1 }, 7)).toEqual({ first: '2026-01-01', last: '2026-06-30' });
  expect(halfYearNamed({ year: 2026, half: 2 }, 7)).toEqual({ first: '2026-07-01', last: '2026-12-31' });
});
