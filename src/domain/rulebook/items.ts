/** Finding items and grades by what a command's words say. Nothing is guessed: what is unclear is named, so that the caller can ask. */
import type { Grade, Rulebook, RulebookItem } from './schema.js';
import { GRADE_PREFIX_MINIMUM } from './schema/scoring.js';

/** Finds no base items: members judge those themselves, and they score nothing. */
export function findItem(rulebook: Rulebook, number: number): RulebookItem | undefined {
  return rulebook.items.find((item) => item.number === number);
}

type GradeMatch =
  | { readonly kind: 'grade'; readonly grade: Grade }
  /** One character that begins a label: could be the grade, could be the reason. */
  | { readonly kind: 'tooShort' }
  /** Begins like a grade and goes on as something else (a grade and a noun written together): ask. */
  | { readonly kind: 'glued'; readonly grade: Grade; readonly rest: string }
  | { readonly kind: 'none' };

/**
 * What `word`, in the place of a grade, means for this item. The rulebook's cross-checks make two characters enough to
 * tell the labels of one item apart, so at most one grade fits.
 */
export function matchGrade(item: RulebookItem, word: string): GradeMatch {
  const characters = Array.from(word);
  if (characters.length < GRADE_PREFIX_MINIMUM) {
    const begins = word !== '' && item.grades.some(({ label }) => label.startsWith(word));
    return { kind: begins ? 'tooShort' : 'none' };
  }
  const prefix = characters.slice(0, GRADE_PREFIX_MINIMUM).join('');
  const grade = item.grades.find(({ label }) => label.startsWith(prefix));
  if (grade === undefined) return { kind: 'none' };
  if (grade.label.startsWith(word)) return { kind: 'grade', grade };
  return { kind: 'glued', grade, rest: characters.slice(sharedLength(characters, grade.label)).join('') };
}

function sharedLength(characters: readonly string[], label: string): number {
  const expected = Array.from(label);
  const differs = characters.findIndex((character, index) => character !== expected[index]);
  return differs === -1 ? characters.length : differs;
}

/**
 * Signed points of an entry under this item: positive for a bonus, negative for a deduction.
 *
 * @param grade one of the item's own grades, undefined exactly when it has none
 * @param times how often it counts, 1 unless the grade is `perCount`
 * @throws RangeError when grade or times do not fit the item: the caller asks before it drafts
 */
export function pointsOf(item: RulebookItem, grade: Grade | undefined, times: number): number {
  const graded = item.grades.find(({ id }) => id === grade?.id);
  const points = grade === undefined ? item.points : graded?.points;
  if (points === null || points === undefined) {
    throw new RangeError(`item ${item.number} has no points for grade ${grade?.id ?? '(none)'}`);
  }
  const mostTimes = graded?.perCount === true ? Number.MAX_SAFE_INTEGER / points : 1;
  if (!Number.isSafeInteger(times) || times < 1 || times > mostTimes) {
    throw new RangeError(`item ${item.number} cannot count ${times} times`);
  }
  return item.side === 'bonus' ? points * times : -points * times;
}

/** Whether its title is kept from publications and from the group, to shield who opposed a wrong (rulebook, `publish`). */
export function isShielded(rulebook: Rulebook, item: number): boolean {
  return findItem(rulebook, item)?.publish === 'pointsOnly';
}
