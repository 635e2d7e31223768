/** A document as pictures, one of each page: what a form looks like, without anything but a screen to see it. */
import { Image } from './canvas.js';
import type { Align, Block, PaperDocument, Picture } from '../document.js';
import { openFlow, pixels, type Flow } from './pages/flow.js';
import type { Type } from './fonts.js';
import { greyPngOf } from './grey-png.js';
import { pngOf, rule } from './paper.js';
import { leastRoom, renderTable } from './pages/render-table.js';
import { lineHeight, wrap, widthOf, write } from './text.js';

/**
 * @param most so many pages at most, from the first
 * @returns the content of a PNG for each page
 */
export function renderDocument(document: PaperDocument, most = Infinity): readonly Uint8Array[] {
  const flow = openFlow(document);
  const size = pixels(document.textSize);
  for (const [index, block] of document.blocks.entries()) {
    // A book of a year has a page for each activity: nobody looks at them all here.
    if (flow.pages() > most) break;
    renderBlock(flow, block, size, document.blocks[index + 1]);
  }
  // Photographs alone have colours.
  const isGrey = document.blocks.every((block) => block.kind !== 'picture' || block.grey === true);
  return flow.finish(most).map(isGrey ? greyPngOf : pngOf);
}

function renderBlock(flow: Flow, block: Block, size: number, next: Block | undefined): void {
  switch (block.kind) {
    case 'title':
      renderText(flow, block.text, { size: Math.round(size * 1.5), bold: true }, 'center', 0.6);
      return;
    case 'heading':
      // No heading alone at the end of a page.
      if (next !== undefined && flow.room() < roomBelow(flow, next, size) && !flow.isFresh()) flow.newPage();
      renderText(flow, block.text, { size: Math.round(size * 1.15), bold: true }, 'left', 0.3);
      return;
    case 'paragraph':
      renderText(flow, block.text, { size }, block.align ?? 'left', 0.25);
      return;
    case 'table':
      renderTable(
        flow,
        block,
        flow.tableSize ?? size,
        next?.kind === 'signatures' ? below(flow, next.labels, size) : 0,
      );
      flow.take(Math.min(afterTable(size), flow.room()));
      return;
    case 'signatures':
      renderSignatures(flow, block.labels, { size });
      return;
    case 'picture':
      renderPicture(flow, block, { size });
      return;
    case 'pageBreak':
      if (!flow.isFresh()) flow.newPage();
      return;
  }
}

/** A heading and what must stay with it. */
function roomBelow(flow: Flow, next: Block, size: number): number {
  const line = lineHeight({ size });
  const below =
    next.kind === 'table'
      ? leastRoom(flow, next, flow.tableSize ?? size)
      : next.kind === 'picture'
        ? boxOf(flow, next).height
        : 3 * line;
  return 2 * line + below;
}

const afterTable = (size: number) => Math.round(size * 0.6);

/** Room for the signature lines below a table, which stay with its last row. */
function below(flow: Flow, labels: readonly string[], size: number): number {
  return afterTable(size) + signaturesHeight(labels, { size }, flow.width);
}

/** @param after space below, in parts of the size */
function renderText(flow: Flow, text: string, type: Type, align: Align, after: number): void {
  const { left, width } = flow;
  const x = { left, center: left + width / 2, right: left + width }[align];
  const height = lineHeight(type);
  for (const line of wrap(text, type, width)) {
    if (flow.room() < height) flow.newPage();
    const { sheet, top } = flow.take(height);
    write(sheet.pen, line, type, { x, y: top + height / 2, align });
  }
  flow.take(Math.min(Math.round(type.size * after), flow.room()));
}

/** Fewer characters' room than this is too short for a name. */
const roomToSign = 4.5;

interface Place {
  readonly text: string;
  readonly words: number;
}

const signatureHeight = (type: Type) => Math.round(lineHeight(type) * 1.9);

/** Labels side by side with lines of one length; one below the other where the lines would be too short: as in Word. */
function signatureRows(labels: readonly string[], type: Type, width: number): readonly (readonly Place[])[] {
  const places = labels.map((label): Place => {
    const text = label.endsWith('：') ? label : `${label}：`;
    return { text, words: widthOf(text, type) };
  });
  return lineFor(places, type, width) < roomToSign * type.size ? places.map((place) => [place]) : [places];
}

function lineFor(places: readonly Place[], type: Type, width: number): number {
  const taken = places.reduce((total, { words }) => total + words + 1.2 * type.size, 0);
  return (width - taken) / places.length;
}

function signaturesHeight(labels: readonly string[], type: Type, width: number): number {
  return signatureRows(labels, type, width).length * signatureHeight(type);
}

function renderSignatures(flow: Flow, labels: readonly string[], type: Type): void {
  const rows = signatureRows(labels, type, flow.width);
  const height = signatureHeight(type);
  if (flow.room() < height * rows.length) flow.newPage();
  const widest = Math.max(...rows.flat().map(({ words }) => words));
  for (const row of rows) {
    const { sheet, top } = flow.take(height);
    const y = top + height * 0.6;
    let x = flow.left;
    for (const { text, words } of row) {
      const line = rows.length > 1 ? widest - words + 10 * type.size : lineFor(row, type, flow.width);
      write(sheet.pen, text, type, { x, y });
      const from = x + words + type.size * 0.2;
      rule(sheet.pen, [from, y + type.size * 0.5, from + line, y + type.size * 0.5]);
      x = from + line + type.size;
    }
  }
}

/** Pictures are measured for 96 dots an inch, as Word does; pages are drawn with twice as many. */
const largest = 2;

function boxOf(flow: Flow, picture: Picture): { readonly width: number; readonly height: number } {
  const scale = Math.min(largest, flow.width / picture.width, flow.height / picture.height);
  return { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
}

/** An unreadable picture leaves its frame and caption; one photo must not hold up a form. */
function renderPicture(flow: Flow, picture: Picture, type: Type): void {
  const { width, height } = boxOf(flow, picture);
  if (flow.room() < height) flow.newPage();
  const { sheet, top } = flow.take(height);
  const left = flow.left + (flow.width - width) / 2;
  const image = new Image();
  image.src = Buffer.from(picture.bytes);
  if (image.width > 0) sheet.pen.drawImage(image, left, top, width, height);
  else {
    sheet.pen.strokeRect(left, top, width, height);
    const lines = wrap(picture.caption, type, width);
    lines.forEach((line, index) =>
      write(sheet.pen, line, type, { x: left, y: top + (index + 0.5) * lineHeight(type) }),
    );
  }
  flow.take(Math.min(Math.round(type.size * 0.5), flow.room()));
}
