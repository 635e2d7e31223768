import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findItem, matchGrade, pointsOf } from '../../src/domain/rulebook/items.js';
import { accepted, itemOf } from './variant.js';

const rulebook = accepted();

/** `grade 市级`, `glued 市级+先进`, `tooShort` or `none`. */
function match(number: number, word: string): string {
  const result = matchGrade(itemOf(rulebook, number), word);
  switch (result.kind) {
    case 'grade':
      return `grade ${result.grade.label}`;
    case 'glued':
      return `glued ${result.grade.label}+${result.rest}`;
    case 'tooShort':
    case 'none':
      return result.kind;
  }
}

describe('findItem', () => {
  it('GIVEN a number WHEN it is an item THEN it is found; base items and others are not', () => {
    expect(findItem(rulebook, 7)?.number).toBe(7);
    expect(findItem(rulebook, 23)?.number).toBe(23);
    for (const number of [0, 1, 6, 24, -8, 8.5, Number.NaN])
      expect(findItem(rulebook, number)).toBeUndefined();
  });
});

describe('matchGrade', () => {
  it.each([
    // the label itself, and prefixes of two characters and more
    [13, '市级', 'grade 市级'],
    [13, '国家级', 'grade 国家级'],
    [13, '国家', 'grade 国家级'],
    [15, '强烈', 'grade 强烈'],
    [19, '亲属', 'grade 亲属'],
    [22, '警告', 'grade 警告'],
    [22, '严重警告', 'grade 严重警告'],
    [22, '严重', 'grade 严重警告'],
    [22, '严重警', 'grade 严重警告'],
    [22, '留党', 'grade 留党察看'],
    [22, '撤销党内职', 'grade 撤销党内职务'],
    // one character that begins a label, and one that does not
    [13, '市', 'tooShort'],
    [13, '国', 'tooShort'],
    [22, '严', 'tooShort'],
    [13, '级', 'none'],
    [22, '告', 'none'],
    // a grade and something else in one word
    [22, '警告处分', 'glued 警告+处分'],
    [22, '严重警告处分', 'glued 严重警告+处分'],
    [22, '严重违纪', 'glued 严重警告+违纪'],
    [22, '撤销职务', 'glued 撤销党内职务+职务'],
    [22, '留党察看一年', 'glued 留党察看+一年'],
    [15, '强烈不满', 'glued 强烈+不满'],
    [13, '市级先进', 'glued 市级+先进'],
    [13, '国家奖', 'glued 国家级+奖'],
    [19, '亲属×2', 'glued 亲属+×2'],
    // reasons
    [13, '省里表彰', 'none'],
    [13, '市先进', 'none'],
    [22, '党内警告', 'none'],
    [13, '优秀共产党员', 'none'],
    [13, '', 'none'],
    [13, '😀', 'none'],
    [13, '𫖯', 'none'],
    // grades of another item, and an item without grades
    [15, '市级', 'none'],
    [8, '市级', 'none'],
    [8, '市', 'none'],
    [8, '', 'none'],
  ])('GIVEN item %i WHEN the word is %s THEN %s', (number, word, expected) => {
    expect(match(number, word)).toBe(expected);
  });

  it('GIVEN any graded item WHEN any prefix of a label is written THEN from two characters on it is that grade', () => {
    for (const item of rulebook.items) {
      for (const grade of item.grades) {
        for (let length = 2; length <= grade.label.length; length += 1) {
          expect(matchGrade(item, grade.label.slice(0, length))).toEqual({ kind: 'grade', grade });
        }
        expect(matchGrade(item, grade.label.slice(0, 1)).kind).toBe('tooShort');
      }
    }
  });

  it('GIVEN any word WHEN it is glued THEN label start and rest make up the word again', () => {
    const pieces = fc.array(fc.constantFrom('严', '重', '警', '告', '市', '级', '处', '分', '2', '😀'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...rulebook.items), pieces, (item, characters) => {
        const word = characters.join('');
        const result = matchGrade(item, word);
        if (result.kind !== 'glued') return;
        const start = word.slice(0, word.length - result.rest.length);
        expect(start.length).toBeGreaterThanOrEqual(2);
        expect(result.rest).not.toBe('');
        expect(result.grade.label.startsWith(start)).toBe(true);
      }),
    );
  });
});

describe('pointsOf', () => {
  const relatives = itemOf(rulebook, 19);
  const [self, relative] = relatives.grades;

  it('GIVEN item 19 WHEN two relatives took part THEN -10; one person never counts twice', () => {
    expect(pointsOf(relatives, relative, 2)).toBe(-10);
    expect(() => pointsOf(relatives, self, 2)).toThrow(RangeError);
  });

  it('GIVEN item 8 WHEN it is counted more than once or with a grade THEN it is a mistake of the caller', () => {
    const item = itemOf(rulebook, 8);
    expect(pointsOf(item, undefined, 1)).toBe(3);
    expect(() => pointsOf(item, undefined, 3)).toThrow(RangeError);
    expect(() => pointsOf(item, self, 1)).toThrow(RangeError);
  });

  it('GIVEN a graded item WHEN the grade is missing or of another item THEN it is a mistake of the caller', () => {
    expect(() => pointsOf(itemOf(rulebook, 13), undefined, 1)).toThrow(RangeError);
    expect(() => pointsOf(itemOf(rulebook, 13), self, 1)).toThrow(RangeError);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.MAX_SAFE_INTEGER, Infinity])(
    'GIVEN %d times THEN refused',
    (times) => {
      expect(() => pointsOf(relatives, relative, times)).toThrow(RangeError);
    },
  );
});
