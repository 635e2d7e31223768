import {
  AlignmentType,
  HeadingLevel,
  ImageRun,
  LeaderType,
  LineRuleType,
  PageBreak,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
  type FileChild,
  type IParagraphOptions,
} from 'docx';
import type { Block, PaperDocument, Picture } from '../document.js';
import { widthOf, writable } from '../text.js';
import { lineHeight, sheetOf, alignments, runsOf } from './text.js';
import { tableOf } from './table.js';

export function blocksOf(document: PaperDocument): FileChild[] {
  return document.blocks.flatMap((block, at) => blockOf(document, block, at));
}

/** @param at place of this block in the document */
function blockOf(document: PaperDocument, block: Block, at: number): FileChild[] {
  const { blocks } = document;
  const next = blocks[at + 1];
  // A property of the heading, since a break of its own could leave an empty page.
  const pageBreakBefore = blocks[at - 1]?.kind === 'pageBreak';
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, pageBreakBefore, children: runsOf(block.text) })];
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1,
          pageBreakBefore,
          children: runsOf(block.text),
        }),
      ];
    case 'paragraph': {
      const alignment = alignments[block.align ?? 'left'];
      const keepNext = leadsToSignatures(blocks, at);
      const isBody = document.official === true && block.text !== '' && (block.align ?? 'left') === 'left';
      const indent = isBody ? { indent: { firstLine: document.textSize * 40 } } : {};
      return [new Paragraph({ alignment, keepNext, ...indent, children: runsOf(block.text) })];
    }
    case 'table':
      return [
        tableOf(
          document,
          block,
          next?.kind === 'signatures' ? signaturesOf(document, next.labels, false) : null,
        ),
      ];
    case 'signatures':
      // Below a table they are its last row. Word wants a paragraph at the end, and this one takes no room.
      if (blocks[at - 1]?.kind === 'table') return next === undefined ? [hairline()] : [];
      // The day of signing follows.
      return [signaturesOf(document, block.labels, next?.kind === 'paragraph')];
    case 'picture':
      // Counted here: the library's own ids count on from document to document.
      return [pictureOf(document, block, at + 1)];
    case 'pageBreak':
      if (next?.kind === 'title' || next?.kind === 'heading') return [];
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** The last words stay with the signature lines, so that nobody signs an empty page. */
function leadsToSignatures(blocks: readonly Block[], at: number): boolean {
  const next = blocks.slice(at + 1, at + 3);
  const first = next.findIndex(({ kind }) => kind === 'signatures');
  return first === 0 || (first === 1 && next[0]?.kind === 'paragraph');
}

/** Less than two characters' room is too short for a name. */
const roomToSign = 4.5;

function hairline(): Paragraph {
  return new Paragraph({ spacing: { before: 0, after: 0, line: 20, lineRule: LineRuleType.EXACT } });
}

/** Labels side by side with a line after each, or stacked when the lines would be too short. */
function signaturesOf(document: PaperDocument, asked: readonly string[], keepNext: boolean): Paragraph {
  const labels = asked.map((label) => writable(label.endsWith('：') ? label : `${label}：`));
  const em = document.textSize * 20;
  const { innerWidth } = sheetOf(document);
  const taken = labels.reduce((total, label) => total + widthOf(label) + 1, 0) * em;
  const room = (innerWidth - taken) / labels.length;
  const isStacked = room < roomToSign * em;
  return new Paragraph({
    style: 'Signatures',
    keepNext,
    ...(isStacked && {
      spacing: { line: lineHeight(document.textSize * 1.6), lineRule: LineRuleType.EXACT },
    }),
    ...(isStacked ? stacked(labels, em) : inARow(labels, em, room)),
  });
}

type Signatures = Pick<IParagraphOptions, 'tabStops' | 'children'>;

function stacked(labels: readonly string[], em: number): Signatures {
  const end = (Math.max(...labels.map(widthOf)) + 10) * em;
  return {
    tabStops: [{ type: TabStopType.LEFT, position: end, leader: LeaderType.UNDERSCORE }],
    children: labels.map(
      (label, at) => new TextRun({ children: [label, new Tab()], ...(at > 0 && { break: 1 }) }),
    ),
  };
}

/** @param room for each name */
function inARow(labels: readonly string[], em: number, room: number): Signatures {
  let at = 0;
  const ends = labels.map((label) => {
    const end = Math.floor(at + widthOf(label) * em + room);
    at = end + em;
    return end;
  });
  return {
    tabStops: ends.flatMap((end, index) => [
      { type: TabStopType.LEFT, position: end, leader: LeaderType.UNDERSCORE },
      ...(index < ends.length - 1 ? [{ type: TabStopType.LEFT, position: end + em }] : []),
    ]),
    children: labels.map(
      (label, index) => new TextRun({ children: [...(index > 0 ? [new Tab()] : []), label, new Tab()] }),
    ),
  };
}

/** Pixels are taken as 1/96 inch, as Word does. A picture is never enlarged. */
function pictureOf(document: PaperDocument, picture: Picture, id: number): Paragraph {
  const { innerWidth, innerHeight } = sheetOf(document);
  const pixel = 15;
  const scale = Math.min(
    1,
    innerWidth / pixel / picture.width,
    (innerHeight * 0.95) / pixel / picture.height,
  );
  const caption = writable(picture.caption);
  const image = new ImageRun({
    type: picture.type,
    data: picture.bytes,
    transformation: {
      width: Math.floor(picture.width * scale),
      height: Math.floor(picture.height * scale),
    },
    altText: { id: String(id), name: caption, title: caption, description: caption },
  });
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    // As high as the picture; an exact line would cut it off.
    spacing: { line: 240, lineRule: LineRuleType.AUTO },
    children: [image],
  });
}
