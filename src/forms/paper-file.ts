import type { PaperFile } from '../app/ports/papers.js';
import type { Block, PaperDocument } from './document.js';
import { renderDocx } from './docx/render.js';
import { canDraw } from './pictures/fonts.js';
import { renderDocument } from './pictures/render-document.js';
import type { Sheet } from './sheet.js';
import { writable } from './text.js';
import { renderXlsx } from './xlsx/render.js';

export async function docxFile(document: PaperDocument, today: string): Promise<PaperFile> {
  return { kind: 'file', name: `${fileName(document.title)}.docx`, bytes: await renderDocx(document, today) };
}

export async function xlsxFile(sheet: Sheet, today: string): Promise<PaperFile> {
  const name = `${fileName(sheet.title[0] ?? sheet.name)}.xlsx`;
  return { kind: 'file', name, bytes: await renderXlsx([sheet], today) };
}

/** Pages shown beside the file; the rest is in the file. */
const mostPreviews = 3;

/** A form to print, with its first pages as pictures for the phone, where they can show every name. */
export async function printedForm(document: PaperDocument, today: string): Promise<readonly PaperFile[]> {
  const pages = canDraw(document.blocks.flatMap(textsOf)) ? renderDocument(document, mostPreviews) : [];
  const previews = pages.map((bytes, index): PaperFile => {
    const page = pages.length === 1 ? '' : ` 第${index + 1}页`;
    return { kind: 'picture', name: `${fileName(document.title)}${page}.png`, bytes };
  });
  return [await docxFile(document, today), ...previews];
}

function textsOf(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'table':
      return [...block.head, ...block.rows].flat().map(({ text }) => text);
    case 'signatures':
    case 'picture':
    case 'pageBreak':
      return [];
  }
}

/** What some system forbids in names, or takes for a path. */
const forbidden = /[\\/:*?"<>|\n\t]+/gu;

/** Characters that turn or hide text: a name ending in “fdp.exe” must not read “exe.pdf”. */
const invisible = /\p{Cf}/gu;

/** Bytes of UTF-8 that a name may take everywhere, an ending to come. */
const longest = 180;

/** A title as a file name, with nothing in it that acts as a path. */
export function fileName(title: string): string {
  const clean = writable(title)
    .replace(invisible, '')
    .replace(forbidden, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[.\s]+/u, '')
    .trim();
  let name = '';
  for (const character of clean) {
    if (new TextEncoder().encode(name + character).length > longest) break;
    name += character;
  }
  return name;
}
