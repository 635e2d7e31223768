const han = /\p{Script=Han}/gu;
/** So short a reason shares one character with another of the same deed, a longer one two in a row. */
const shortReason = 4;

/**
 * Whether two reasons may tell of one deed. Rather one hint too many than one too few, as it only asks to look; reasons
 * without a word tell nothing apart.
 */
export function mayBeOneDeed(one: string, other: string): boolean {
  const [first, second] = [wordsOf(one), wordsOf(other)];
  const shorter = Math.min(first.length, second.length);
  if (shorter === 0) return true;
  const length = shorter <= shortReason ? 1 : 2;
  return Array.from({ length: first.length - length + 1 }, (_, at) => first.slice(at, at + length)).some(
    (piece) => second.includes(piece),
  );
}

function wordsOf(text: string): string {
  return (text.match(han) ?? []).join('');
}
