import type { PaperFile } from '../app/ports/papers.js';
import type { PaperDocument } from './document.js';
import { renderDocx } from './docx/render.js';
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

/** What some system forbids in names, or takes for a path. */
const forbidden = /[\\/:*?"<>|\n\t]+/gu;

/** Bytes of UTF-8 that a name may take everywhere, an ending to come. */
const longest = 180;

/** A title as the name of a file: nobody's name is a path. */
export function fileName(title: string): string {
  const clean = writable(title)
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
