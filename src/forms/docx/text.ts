import { AlignmentType, type IFontAttributesProperties, type IRunOptions, TextRun } from 'docx';
import type { Align, PaperDocument } from '../document.js';
import { writable } from '../text.js';

/** Twentieths of a point, Word's unit. A4 is 210 × 297 mm. */
const paper = { short: 11_906, long: 16_838 };

/** 20 mm on every side: office printers leave about 5 mm, and a binder's holes take 12. */
const margin = 1_134;

/** Of an official document: 37, 35, 28 and 26 mm. */
const officialMargins = { top: 2_098, bottom: 1_984, left: 1_587, right: 1_474 } as const;

export function marginsOf({ official }: Pick<PaperDocument, 'official'>) {
  return official === true ? officialMargins : { top: margin, bottom: margin, left: margin, right: margin };
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  /** What is left between the margins. */
  readonly innerWidth: number;
  readonly innerHeight: number;
}

export function sheetOf(document: PaperDocument): Sheet {
  const { top, bottom, left, right } = marginsOf(document);
  const [width, height] =
    document.orientation === 'portrait' ? [paper.short, paper.long] : [paper.long, paper.short];
  return { width, height, innerWidth: width - left - right, innerHeight: height - top - bottom };
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

/** Of official documents; `fontTable` names what stands in for them. */
export const officialFonts = {
  body: { ...songti, eastAsia: '仿宋_GB2312' },
  section: { ...songti, eastAsia: '楷体_GB2312' },
  title: { ...songti, eastAsia: '方正小标宋简体' },
} as const;

/** What a desk without these fonts takes instead. */
const standIns: Readonly<Record<string, string>> = {
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  方正小标宋简体: '宋体',
};

/** A part of the file: programs take the other name where the first is not installed. */
export function fontTable(xml: string): string {
  const fonts = Object.entries(standIns).map(
    ([name, other]) => `<w:font w:name="${name}"><w:altName w:val="${other}"/></w:font>`,
  );
  return xml.replace(
    /<w:fonts([^>]*?)(?:\/>|>([\s\S]*)<\/w:fonts>)/u,
    (_, attributes: string, inner = '') => {
      return `<w:fonts${attributes}>${String(inner)}${fonts.join('')}</w:fonts>`;
    },
  );
}

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
