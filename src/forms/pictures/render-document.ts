/** A document as pictures, one of each page: what a form looks like, without anything but a screen to see it. */
import { Image } from './canvas.js';
import type { Align, Block, PaperDocument, Picture } from '../document.js';
import { openFlow, pixels, type Flow } from './pages/flow.js';
import type { Type } from './fonts.js';
import { pngOf, rule } from './paper.js';
import { renderTable } from './pages/render-table.js';
import { lineHeight, wrap, widthOf, write } from './text.js';

/** @returns the content of a PNG for each page */
export function renderDocument(document: PaperDocument): readonly Uint8Array[] {
  const flow = openFlow(document);
  const size = pixels(document.textSize);
  document.blocks.forEach((block, index) => renderBlock(flow, block, size, document.blocks[index + 1]));
  return flow.finish().map(pngOf);
}

function renderBlock(flow: Flow, block: Block, size: number, next: Block | undefined): void {
  switch (block.kind) {
    case 'title':
      renderText(flow, block.text, { size: Math.round(size * 1.5), bold: true }, 'center', 0.6);
      return;
    case 'heading':
      // A heading does not stand alone at the end of a page.
      if (next !== undefined && flow.room() < 5 * lineHeight({ size }) && !flow.isFresh()) flow.newPage();
      renderText(flow, block.text, { size: Math.round(size * 1.15), bold: true }, 'left', 0.3);
      return;
    case 'paragraph':
      renderText(flow, block.text, { size }, block.align ?? 'left', 0.25);
      return;
    case 'table':
      renderTable(flow, block, size);
      flow.take(Math.min(Math.round(size * 0.6), flow.room()));
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

/** At most so many beside each other. */
const mostSignatures = 3;

function renderSignatures(flow: Flow, labels: readonly string[], type: Type): void {
  const height = Math.round(lineHeight(type) * 1.9);
  for (let from = 0; from < labels.length; from += mostSignatures) {
    const row = labels.slice(from, from + mostSignatures);
    if (flow.room() < height) flow.newPage();
    const { sheet, top } = flow.take(height);
    const share = flow.width / row.length;
    row.forEach((label, index) => {
      const x = flow.left + index * share;
      const y = top + height * 0.6;
      const text = label.endsWith(':') ? label : `${label}:`;
      write(sheet.pen, text, type, { x, y });
      const from = x + widthOf(text, type) + type.size * 0.2;
      rule(sheet.pen, [from, y + type.size * 0.5, x + share - type.size, y + type.size * 0.5]);
    });
  }
}

/** Pictures are measured for 96 dots an inch, as Word does; pages are drawn with twice as many. */
const largest = 2;

/** What cannot be read any more leaves its frame and its words: a form is not held up by one photograph. */
function renderPicture(flow: Flow, picture: Picture, type: Type): void {
  const scale = Math.min(largest, flow.width / picture.width, flow.height / picture.height);
  const [width, height] = [Math.round(picture.width * scale), Math.round(picture.height * scale)];
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
