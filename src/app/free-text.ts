/** Characters of any reason, statement or remark. Longer texts belong into a file. */
export const longestText = 500;

/** Characters, not UTF-16 units: a rare name character counts once. */
export function isTooLong(text: string): boolean {
  return Array.from(text).length > longestText;
}
