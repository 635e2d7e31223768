import {
  AlignmentType,
  Document,
  Footer,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  TextRun,
  type IStylesOptions,
} from 'docx';
import type { PaperDocument } from '../document.js';
import { writable } from '../text.js';
import { fixDates } from '../zip.js';
import { blocksOf } from './blocks.js';
import { margin, sheetOf } from './measures.js';
import { heiti, songti } from './text.js';

const author = '支部机器人';

/**
 * A .docx for Word, WPS and LibreOffice. The same document and date give the same bytes.
 *
 * @param today `YYYY-MM-DD`: the date in the properties of the file.
 */
export async function renderDocx(document: PaperDocument, today: string): Promise<Uint8Array> {
  const { width, height } = sheetOf(document);
  const landscape = document.orientation === 'landscape';
  const file = new Document({
    title: writable(document.title),
    creator: author,
    lastModifiedBy: author,
    description: '',
    styles: stylesOf(document),
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself: it wants the short side first.
            size: landscape
              ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
              : { width, height, orientation: PageOrientation.PORTRAIT },
            margin: { top: margin, bottom: margin, left: margin, right: margin, footer: margin / 2 },
          },
        },
        footers: { default: footerOf(document) },
        children: blocksOf(document),
      },
    ],
  });
  return fixDates(new Uint8Array(await Packer.toArrayBuffer(file)), today);
}

/** Sizes are half points in Word's styles, distances twentieths. */
function stylesOf({ textSize }: PaperDocument): IStylesOptions {
  const size = (factor: number): number => Math.round(textSize * 2 * factor);
  return {
    default: {
      document: {
        run: { font: songti, size: size(1), language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        paragraph: { spacing: { before: 0, after: 0 } },
      },
      title: {
        run: { font: heiti, size: size(1.5), color: '000000' },
        paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { after: textSize * 10 } },
      },
      heading1: {
        run: { font: heiti, size: size(1.1), color: '000000' },
        paragraph: { keepNext: true, spacing: { before: textSize * 12, after: textSize * 6 } },
      },
    },
    paragraphStyles: [
      {
        id: 'Signatures',
        name: 'Signatures',
        basedOn: 'Normal',
        paragraph: { keepLines: true, spacing: { before: textSize * 16 } },
      },
    ],
  };
}

function footerOf({ footer }: PaperDocument): Footer {
  const named = footer === undefined ? [] : [`${writable(footer)}  `];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({
            size: 18,
            children: [...named, '第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'],
          }),
        ],
      }),
    ],
  });
}
