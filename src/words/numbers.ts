/** Numbers of matters. */

/** #5、#7 */
export function numbersTitle(numbers: readonly number[]): string {
  return numbers.map((number) => `#${number}`).join('、');
}

/** Numbers as people type them: 3 4, or with several branches 一支部#3 一支部#4 */
export function typedNumbers(numbers: readonly number[], { among }: { readonly among?: string }): string {
  return numbers.map((number) => (among === undefined ? String(number) : `${among}#${number}`)).join(' ');
}

/** Marks what was imported from tables kept before the bot. */
export const importedMark = '（由导入）';

/** Of a tier that the imported table did not name. */
export const byScoreMark = '（表中没有等次，按积分）';

/** 50元, 12.50元: from 分 */
export function yuan(amount: number): string {
  return `${amount % 100 === 0 ? amount / 100 : (amount / 100).toFixed(2)}元`;
}
