import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText } from '../../src/app/delivery/sending/parts.js';

const size = (text: string) => Buffer.byteLength(text);

describe('a text longer than a channel takes', () => {
  it.each([
    ['一二\n三四', 13, ['一二\n三四']],
    ['一二\n三四', 12, ['一二', '三四']],
    ['一二三四', 7, ['一二', '三四']],
    ['', 10, ['']],
  ])('%j in messages of %i bytes', (text, most, parts) => {
    expect(cutText(text, most)).toEqual(parts);
  });

  it('loses no character, and no message is too long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.integer({ min: 40, max: 80 }),
        (lines, most) => {
          const text = lines.join('\n');
          const parts = cutText(text, most);
          expect(parts.every((part) => size(part) <= most)).toBe(true);
          expect(parts.join('').replaceAll('\n', '')).toBe(text.replaceAll('\n', ''));
        },
      ),
    );
  });
});
