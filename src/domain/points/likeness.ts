/**
 * Whether two reasons may tell of one deed: they share two characters in a row, a short one a single character.
 * Rather one hint too many than one too few, as it only asks to look.
 */
export function mayBeOneDeed(one: string, other: string): boolean {
  const [said, shared] = [meaningOf(one), meaningOf(other)];
  const shorter = Math.min(said.length, shared.length);
  // 1, ABC: nothing is told by it.
  if (shorter === 0) return true;
  const length = shorter < 3 ? 1 : 2;
  return Array.from(said, (_, at) => said.slice(at, at + length).join(''))
    .filter((piece) => piece.length >= length)
    .some((piece) => shared.join('').includes(piece));
}

const han = /\p{Script=Han}/gu;

function meaningOf(text: string): readonly string[] {
  return text.match(han) ?? [];
}
