/** Numbers of matters. */

/** #5、#7 */
export function numbersTitle(numbers: readonly number[]): string {
  return numbers.map((number) => `#${number}`).join('、');
}

/** Behind whatever was taken over from a table of the time before the bot. */
export const importedMark = '（由导入）';
