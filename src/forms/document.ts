/**
 * A printed form before it is a file: the same document becomes a .docx (`docx/render.ts`) and preview pictures
 * (`pictures/render-document.ts`), so that a layout is written once. Text is text everywhere, never markup.
 */
export interface PaperDocument {
  /** Also the title property of the file. */
  readonly title: string;
  readonly orientation: 'portrait' | 'landscape';
  /** Size of running text in points. An office form is 12 (小四), a sheet for the notice board 22. */
  readonly textSize: number;
  /** Set as an official document (GB/T 9704) instead of as a form of the office. */
  readonly official?: true;
  readonly blocks: readonly Block[];
  /** Printed at the foot of every page with the page number. */
  readonly footer?: string;
}

/** An official document: 仿宋 三号 between margins of 37, 35, 28 and 26 mm, tables in 五号. */
export const official = { textSize: 16, titleSize: 22, tableSize: 10.5, lineWidth: 442 } as const;

/** A4 between margins of 20 mm, in points. */
export const lineWidth = { portrait: 482, landscape: 728 } as const;

/** Between the text of a cell and its borders, on both sides together, in points. */
export const cellEdges = 9;

/** Chinese characters of running text to a line. */
export function charactersPerLine({
  orientation,
  textSize,
}: Pick<PaperDocument, 'orientation' | 'textSize'>): number {
  return lineWidth[orientation] / textSize;
}

export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** `level` 2: a heading below another. */
  | { readonly kind: 'heading'; readonly text: string; readonly level?: 2 }
  | { readonly kind: 'paragraph'; readonly text: string; readonly align?: Align }
  | Table
  /** One row of places to sign: label and blank line. */
  | { readonly kind: 'signatures'; readonly labels: readonly string[] }
  | Picture
  | { readonly kind: 'pageBreak' };

export interface Table {
  readonly kind: 'table';
  /** Shares of the width; any unit. */
  readonly columns: readonly { readonly width: number; readonly align?: Align }[];
  /** Repeated on each page. */
  readonly head: readonly Row[];
  readonly rows: readonly Row[];
}

/** Cells fill the columns from the left, past places that a `down` of a row above still takes. */
export type Row = readonly Cell[];

export interface Cell {
  readonly text: string;
  /** Columns that it takes; 1 when left out. */
  readonly across?: number;
  /** Rows that it takes; 1 when left out. */
  readonly down?: number;
  readonly bold?: boolean;
  readonly align?: Align;
}

export type Align = 'left' | 'center' | 'right';

export interface Picture {
  readonly kind: 'picture';
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpg';
  /** Pixels; it is shown at most as wide as the page. */
  readonly width: number;
  readonly height: number;
  /** Alternative text. */
  readonly caption: string;
  /** Nothing would be lost on a page without colours. */
  readonly grey?: true;
}
