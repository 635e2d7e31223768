import {
  AlignmentType,
  Document,
  Footer,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Packer,
  Paragraph,
  TextRun,
  type IRunOptions,
  type IStylesOptions,
} from 'docx';
import { official, type PaperDocument } from '../document.js';
import { widthOf, writable } from '../text.js';
import { fixDates } from '../zip.js';
import { blocksOf } from './blocks.js';
import { fontTable, lineHeight, marginsOf, officialFonts, sheetOf, heiti, songti } from './text.js';
import { author } from '../words.js';

/**
 * A .docx for Word, WPS and LibreOffice. The same document and date give the same bytes.
 *
 * @param today `YYYY-MM-DD`: the date in the properties of the file.
 */
export async function renderDocx(document: PaperDocument, today: string): Promise<Uint8Array> {
  const { width, height } = sheetOf(document);
  const margins = marginsOf(document);
  const landscape = document.orientation === 'landscape';
  const file = new Document({
    title: writable(document.title),
    creator: author,
    lastModifiedBy: author,
    description: '',
    styles: document.official === true ? officialStyles() : stylesOf(document),
    evenAndOddHeaderAndFooters: document.official === true,
    sections: [
      {
        properties: {
          page: {
            // The library turns the sheet itself: it wants the short side first.
            size: landscape
              ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE }
              : { width, height, orientation: PageOrientation.PORTRAIT },
            margin: {
              ...margins,
              footer: document.official === true ? margins.bottom - 397 : margins.bottom / 2,
            },
          },
        },
        footers:
          document.official === true
            ? { default: numberFoot('right'), even: numberFoot('left') }
            : { default: footerOf(document) },
        children: blocksOf(document),
      },
    ],
  });
  const bytes = new Uint8Array(await Packer.toArrayBuffer(file));
  return fixDates(bytes, today, document.official === true ? { 'word/fontTable.xml': fontTable } : {});
}

/** Sizes are half points in Word's styles, distances twentieths. */
function stylesOf({ textSize }: PaperDocument): IStylesOptions {
  const size = (factor: number): number => Math.round(textSize * 2 * factor);
  // Exact, as fonts differ from desk to desk: what fits one page here fits it there.
  const spacing = { line: lineHeight(textSize), lineRule: LineRuleType.EXACT };
  const ofHeading = { line: lineHeight(textSize * 1.5), lineRule: LineRuleType.EXACT };
  return {
    default: {
      document: {
        run: { font: songti, size: size(1), language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        paragraph: { spacing },
      },
      title: {
        run: { font: heiti, size: size(1.5), color: '000000' },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { ...ofHeading, after: textSize * 8 },
        },
      },
      heading1: {
        run: { font: heiti, size: size(1.1), color: '000000' },
        paragraph: { keepNext: true, spacing: { ...spacing, before: textSize * 12, after: textSize * 6 } },
      },
    },
    paragraphStyles: [
      {
        id: 'Signatures',
        name: 'Signatures',
        basedOn: 'Normal',
        paragraph: { keepLines: true, spacing: { ...spacing, before: textSize * 14 } },
      },
    ],
  };
}

/** Lines of 28 points, 22 to a page, as the standard has it. */
const officialLine = { line: 560, lineRule: LineRuleType.EXACT } as const;

function officialStyles(): IStylesOptions {
  const size = official.textSize * 2;
  const heading = (font: typeof heiti) => ({
    run: { font, size, color: '000000' },
    paragraph: { keepNext: true, spacing: officialLine, indent: { firstLine: size * 20 } },
  });
  return {
    default: {
      document: {
        run: { font: officialFonts.body, size, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        paragraph: { spacing: officialLine },
      },
      title: {
        run: { font: officialFonts.title, size: official.titleSize * 2, color: '000000' },
        paragraph: {
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { line: 700, lineRule: LineRuleType.EXACT, after: 560 },
        },
      },
      heading1: heading(heiti),
      heading2: heading(officialFonts.section),
    },
    paragraphStyles: [
      {
        id: 'Signatures',
        name: 'Signatures',
        basedOn: 'Normal',
        paragraph: { keepLines: true, spacing: { ...officialLine, before: 280 } },
      },
    ],
  };
}

/** — 1 —, outside, one character from the edge. */
function numberFoot(side: 'left' | 'right'): Footer {
  const run = new TextRun({ size: 28, font: songti, children: ['— ', PageNumber.CURRENT, ' —'] });
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType[side === 'left' ? 'LEFT' : 'RIGHT'],
        indent: { [side]: 280 },
        children: [run],
      }),
    ],
  });
}

/** In points. */
const footerSize = 9;
const longestPageNumber = '第100页 共100页';

/** On one line with the number of the page, or above it where the line would part the number. */
function footerOf(document: PaperDocument): Footer {
  const number = ['第', PageNumber.CURRENT, '页 共', PageNumber.TOTAL_PAGES, '页'];
  if (document.footer === undefined) return new Footer({ children: [footerLine(number)] });
  const named = `${writable(document.footer)}  `;
  const room = sheetOf(document).innerWidth / (footerSize * 20);
  return new Footer({
    children:
      widthOf(named + longestPageNumber) <= room
        ? [footerLine([named, ...number])]
        : [footerLine([named.trimEnd()]), footerLine(number)],
  });
}

function footerLine(children: NonNullable<IRunOptions['children']>): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: lineHeight(footerSize), lineRule: LineRuleType.EXACT },
    children: [new TextRun({ size: footerSize * 2, children })],
  });
}
