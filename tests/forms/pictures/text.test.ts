import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawable } from '../../../src/forms/pictures/fonts.js';
import { shorten, widthOf, wrap, wrapParts } from '../../../src/forms/pictures/text.js';

const type = { size: 32 };
const em = 32;
const pieces = fc.constantFrom(
  ...Array.from('支部大会学习'),
  ',',
  '。',
  '、',
  '”',
  '“',
  '(',
  ')',
  '2026',
  '-20',
  'http',
  ' ',
  '·',
);
const texts = fc.array(pieces, { maxLength: 60 }).map((all) => all.join(''));

describe('lines of Chinese', () => {
  it('never begin with a closing sign, never end with an opening one, and lose nothing', () => {
    fc.assert(
      fc.property(texts, fc.integer({ min: 20, max: 40 }), (text, characters) => {
        const lines = wrap(text, type, characters * em);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        // A run of signs that is longer than a line has to be parted somewhere.
        if (/[,。、”“()·]{8}|[\w-]{18}/u.test(text)) return;
        for (const line of lines.slice(1)) expect(line).not.toMatch(/^[,。、”)·]/u);
        for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/[“(]$/u);
        for (const line of lines) expect(widthOf(line, type)).toBeLessThanOrEqual(characters * em);
      }),
    );
  });

  it('keep a number whole', () => {
    expect(wrap('会议室在2026年', type, 7 * em)).toEqual(['会议室在2026', '年']);
    expect(wrap('会议室在楼2026', type, 7 * em)).toEqual(['会议室在楼', '2026']);
  });

  it('take a word apart that no line holds', () => {
    const name = '=HYPERLINK("http://x")';
    const lines = wrap(name, type, 4 * em);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(name);
  });

  it('go on where the text goes on, and keep an indent', () => {
    expect(wrap('  一\n\n二', type, 20 * em)).toEqual(['  一', '', '二']);
  });

  it('part a list between its parts', () => {
    const list = '本季：第8项“公益活动”+3、第9项“化解矛盾”+2、第7项“合理化建议”+1';
    expect(wrapParts(list, type, 25 * em)).toEqual([
      '本季：第8项“公益活动”+3、第9项“化解矛盾”+2、',
      '第7项“合理化建议”+1',
    ]);
    expect(wrapParts(list, type, 5 * em).join('')).toBe(list);
  });

  it('part a title at its blank rather than inside of a word', () => {
    expect(wrapParts('古丽娜尔·买买提明 2026年积分', type, 12 * em)).toEqual([
      '古丽娜尔·买买提明',
      '2026年积分',
    ]);
    expect(wrapParts('张三 2026年积分', type, 12 * em)).toEqual(['张三 2026年积分']);
  });

  it('are shortened to one, never past the width', () => {
    expect(shorten('支部', type, 3 * em)).toBe('支部');
    const short = shorten('阿卜杜热合曼·阿不都克里木', type, 5 * em);
    expect(short).toMatch(/^阿卜杜热…$/u);
    expect(widthOf(short, type)).toBeLessThanOrEqual(5 * em);
    expect(drawable(short).join('')).toBe(short);
  });
});
