import { expect, test } from 'vitest';
import { createAttempts, mostWrongCodes } from '../../src/app/roster/binding/attempts.js';

test('five wrong codes within an hour lock one account, and only it, for an hour', () => {
  const attempts = createAttempts();
  for (let count = 0; count < mostWrongCodes; count += 1) {
    expect(attempts.isLocked('a', '2026-11-23T09:00:00')).toBe(false);
    attempts.wrong('a', `2026-11-23T09:0${count}:00`);
  }
  expect(attempts.isLocked('a', '2026-11-23T09:59:59')).toBe(true);
  expect(attempts.isLocked('b', '2026-11-23T09:59:59')).toBe(false);
  expect(attempts.isLocked('a', '2026-11-23T10:00:00')).toBe(false);
});
