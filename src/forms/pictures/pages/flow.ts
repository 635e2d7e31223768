import { official, type PaperDocument } from '../../document.js';
import { blankSheet, rule, type Sheet } from '../paper.js';
import { shorten, write } from '../text.js';

/** A4 at 192 dots an inch: sharp when a phone shows a part of it. */
const dotsPerInch = 192;
const short = 1587;
const long = 2245;
const usualMargin = 140;
/** Of an official document, between its four. */
const officialMargin = 230;
const footerSize = 26;

/** Points of a document in pixels of its picture. */
export function pixels(points: number): number {
  return Math.round((points * dotsPerInch) / 72);
}

/** Pages that fill from the top. */
export interface Flow {
  readonly left: number;
  readonly width: number;
  /** Pixels; undefined: tables are set as the text is. */
  readonly tableSize: number | undefined;
  /** Room on an empty page. */
  readonly height: number;
  /** What is left on this one. */
  room(): number;
  isFresh(): boolean;
  /** Begun so far. */
  pages(): number;
  newPage(): void;
  /** Takes this much of the page; returns the sheet and where to start. */
  take(height: number): { readonly sheet: Sheet; readonly top: number };
  /** The first pages with their feet; how many there are in all is said when none is missing. */
  finish(most: number): readonly Sheet[];
}

export function openFlow({ orientation, footer, official: isOfficial }: PaperDocument): Flow {
  const margin = isOfficial === true ? officialMargin : usualMargin;
  const [width, height] = orientation === 'portrait' ? [short, long] : [long, short];
  const sheets = [blankSheet(width, height)];
  let top = margin;
  const last = () => sheets[sheets.length - 1] as Sheet;
  return {
    left: margin,
    width: width - 2 * margin,
    tableSize: isOfficial === true ? pixels(official.tableSize) : undefined,
    height: height - 2 * margin,
    room: () => height - margin - top,
    isFresh: () => top === margin,
    pages: () => sheets.length,
    newPage: () => {
      sheets.push(blankSheet(width, height));
      top = margin;
    },
    take: (taken) => {
      const place = { sheet: last(), top };
      top += taken;
      return place;
    },
    finish: (most) => {
      const of = sheets.length > most ? null : sheets.length;
      const shown = sheets.slice(0, most);
      shown.forEach((sheet, index) => {
        if (isOfficial === true) writeNumber(sheet, index + 1);
        else writeFoot(sheet, footer, index + 1, of);
      });
      return shown;
    },
  };
}

/** — 1 —, outside. */
function writeNumber({ pen, width, height }: Sheet, page: number): void {
  const [x, align] =
    page % 2 === 1 ? ([width - officialMargin, 'right'] as const) : ([officialMargin, 'left'] as const);
  write(pen, `— ${page} —`, { size: pixels(14) }, { x, y: height - officialMargin / 2, align });
}

/** A single page without words of its own at the foot needs no number either. */
function writeFoot(
  { pen, width, height }: Sheet,
  footer: string | undefined,
  page: number,
  of: number | null,
): void {
  if (footer === undefined && of === 1) return;
  const type = { size: footerSize, colour: '#404040' };
  const margin = usualMargin;
  const y = height - margin / 2;
  const number = of === null ? `第${page}页` : `第${page}页 共${of}页`;
  rule(pen, [margin, y - footerSize, width - margin, y - footerSize], { width: 1, colour: '#808080' });
  if (footer !== undefined) {
    write(pen, shorten(footer, type, width - 2 * margin - 260), type, { x: margin, y: y + 4 });
  }
  write(pen, number, type, { x: width - margin, y: y + 4, align: 'right' });
}
