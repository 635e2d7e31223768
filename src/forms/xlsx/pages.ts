/** Where printed pages end, estimated without the printing machine's fonts. */
import type { Sheet } from '../sheet.js';

/** A4 between the margins, in points. */
const paper = { portrait: { width: 508, height: 734 }, landscape: { width: 755, height: 487 } } as const;

/** Excel counts in digits of the usual font, eight pixels each of three quarters of a point, and five for the edges. */
const pointsOf = (width: number): number => (width * 8 + 5) * 0.75;

/** Programs differ by so much in what they get on a page. */
const leeways = [1, 0.93];

interface PrintedHeights {
  /** Title and headings, which come again on each page. */
  readonly head: number;
  readonly rows: readonly number[];
  /** Totals and places to sign. */
  readonly below: readonly number[];
}

/**
 * How many pages to shrink the sheet to when the last would hold only totals and signature lines;
 * 0: no shrinking. Excel allows no manual break in a sheet that fits the page width.
 *
 * @param widths of the columns, as Excel counts them; heights are in points
 */
export function shrunkTo(
  { orientation }: Pick<Sheet, 'orientation'>,
  widths: readonly number[],
  { head, rows, below }: PrintedHeights,
): number {
  const { width, height } = paper[orientation];
  const scale = Math.min(1, width / widths.reduce((sum, one) => sum + pointsOf(one), 0));
  for (const leeway of leeways) {
    const room = (height * leeway) / scale - head;
    const firsts = pageStarts([...rows, ...below], room);
    const last = firsts.at(-1) ?? 0;
    if (firsts.length > 1 && last >= rows.length) return firsts.length - 1;
  }
  return 0;
}

/** The first line of each page. */
function pageStarts(heights: readonly number[], room: number): readonly number[] {
  const firsts = [0];
  let used = 0;
  heights.forEach((height, at) => {
    if (used > 0 && used + height > room) {
      firsts.push(at);
      used = 0;
    }
    used += height;
  });
  return firsts;
}
