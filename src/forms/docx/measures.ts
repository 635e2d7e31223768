import type { PaperDocument } from '../document.js';

/** Twentieths of a point, Word's unit. A4 is 210 × 297 mm. */
const paper = { short: 11_906, long: 16_838 };

/** 20 mm on every side: office printers leave about 5 mm, and a binder's holes take 12. */
export const margin = 1_134;

export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** What is left between the margins. */
  readonly innerWidth: number;
  readonly innerHeight: number;
}

export function sheetOf({ orientation }: PaperDocument): Sheet {
  const [width, height] = orientation === 'portrait' ? [paper.short, paper.long] : [paper.long, paper.short];
  return { width, height, innerWidth: width - 2 * margin, innerHeight: height - 2 * margin };
}

/** From one line to the next, in twentieths of a point. */
export function lineHeight(textSize: number): number {
  return Math.round(textSize * 20 * 1.3);
}
