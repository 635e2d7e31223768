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
} from 'docx';
import type { Block, PaperDocument, Picture } from '../document.js';
import { widthOf, writable } from '../text.js';
import { sheetOf } from './measures.js';
import { tableOf } from './table.js';
import { alignments, runsOf } from './text.js';

export function blocksOf(document: PaperDocument): FileChild[] {
  return document.blocks.flatMap((block, at) => blockOf(document, block, at + 1));
}

/** @param id of this block in the file; the library's own ids count on from document to document */
function blockOf(document: PaperDocument, block: Block, id: number): FileChild[] {
  // Said of the title and not by a line of its own, which would stand above it, or alone on a page.
  const pageBreakBefore = document.blocks[id - 2]?.kind === 'pageBreak';
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.TITLE, pageBreakBefore, children: runsOf(block.text) })];
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: runsOf(block.text) })];
    case 'paragraph':
      return [new Paragraph({ alignment: alignments[block.align ?? 'left'], children: runsOf(block.text) })];
    case 'table':
      // Ids count from 1: this is the block that follows.
      return [tableOf(document, block, document.blocks[id]?.kind === 'signatures')];
    case 'signatures':
      return signaturesOf(document, block.labels);
    case 'picture':
      return [pictureOf(document, block, id)];
    case 'pageBreak':
      if (document.blocks[id]?.kind === 'title') return [];
      return [new Paragraph({ children: [new PageBreak()] })];
  }
}

/** Less than two characters' room is no place for a name. */
const roomToSign = 4.5;

/** Labels side by side with a line after each; one below the other where the room would be too short. */
function signaturesOf(document: PaperDocument, labels: readonly string[]): Paragraph[] {
  const em = document.textSize * 20;
  const { innerWidth } = sheetOf(document);
  const taken = labels.reduce((total, label) => total + widthOf(label) + 1, 0) * em;
  const room = (innerWidth - taken) / labels.length;
  if (room < roomToSign * em) {
    const widest = Math.max(...labels.map(widthOf));
    return labels.map((label) => signatureLine([{ label, end: (widest + 10) * em }]));
  }
  let at = 0;
  const stops = labels.map((label) => {
    const end = Math.floor(at + widthOf(label) * em + room);
    at = end + em;
    return { label, end };
  });
  return [signatureLine(stops, em)];
}

function signatureLine(
  stops: readonly { readonly label: string; readonly end: number }[],
  gap = 0,
): Paragraph {
  return new Paragraph({
    style: 'Signatures',
    tabStops: stops.flatMap(({ end }, at) => [
      { type: TabStopType.LEFT, position: end, leader: LeaderType.UNDERSCORE },
      ...(at < stops.length - 1 ? [{ type: TabStopType.LEFT, position: end + gap }] : []),
    ]),
    children: stops.flatMap(({ label }, at) => [
      new TextRun({ children: [...(at > 0 ? [new Tab()] : []), writable(label), new Tab()] }),
    ]),
  });
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
