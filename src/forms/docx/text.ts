import { AlignmentType, TextRun, type IFontAttributesProperties, type IRunOptions } from 'docx';
import type { Align } from '../document.js';
import { writable } from '../text.js';

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
