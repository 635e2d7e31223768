import { AlignmentType, type IFontAttributesProperties, type IRunOptions, TextRun } from 'docx';
import type { Align, PaperDocument } from '../document.js';
import { writable } from '../text.js';

/** Twentieths of a point, Word's unit. A4 is 210 × 297 mm. */
const paper = { short: 11_906, long: 16_838 };

/** 20 mm on every side: office printers leave about 5 mm, and a binder's holes take 12. */
export const margin = 1_134;

interface Sheet {
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

/** Names that Word and WPS know on every Chinese desk; `hint` keeps “quotes” and dashes in the Chinese font. */
export const songti: IFontAttributesProperties = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: '宋体',
  hint: 'eastAsia',
};

export const heiti: IFontAttributesProperties = {
  ascii: 'Arial',
  hAnsi: 'Arial',
  cs: 'Arial',
  eastAsia: '黑体',
  hint: 'eastAsia',
};

export const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<Align, string>;

/** Runs of one paragraph: a line end in somebody's text stays a line end. */
export function runsOf(
  text: string,
  style: Omit<IRunOptions, 'text' | 'break' | 'children'> = {},
): TextRun[] {
  return writable(text)
    .split('\n')
    .map((line, at) => new TextRun({ ...style, text: line, ...(at > 0 && { break: 1 }) }));
}
