import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { rowXmlOf } from '../../support/papers/office.js';

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&amp;': '&',
};

function partOf(file: Uint8Array, name: string): string {
  const part = unzipSync(file)[name];
  if (part === undefined) throw new Error(`no ${name}`);
  return strFromU8(part);
}

/** What people read in a piece of Word's XML. */
function textOf(xml: string): string {
  return xml
    .replace(/<w:br\/>/g, '\n')
    .replace(/<\/w:p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(?:lt|gt|quot|apos|amp);/g, (entity) => entities[entity] ?? entity)
    .trim();
}

export function docxText(file: Uint8Array): string {
  return textOf(partOf(file, 'word/document.xml'));
}

/** Rows of all tables, cell by cell. */
export function docxRows(file: Uint8Array): readonly (readonly string[])[] {
  return rowXmlOf(file).map((row) => (row.match(/<w:tc>.*?<\/w:tc>/gs) ?? []).map(textOf));
}

/** Values of the first sheet. */
export async function xlsxRows(file: Uint8Array): Promise<readonly (readonly unknown[])[]> {
  const { sheets } = await readXlsx(file);
  return sheets[0]?.rows ?? [];
}

export function xlsxFormulas(file: Uint8Array): readonly string[] {
  const xml = partOf(file, 'xl/worksheets/sheet1.xml');
  return [...xml.matchAll(/<f[^>]*>([^<]*)<\/f>/g)].map(([, formula]) => formula ?? '');
}

/** Every part of an office file, in one text. */
export function everythingIn(file: Uint8Array): string {
  return Object.values(unzipSync(file))
    .map((part) => strFromU8(part))
    .join('\n');
}

export function pictureCount(file: Uint8Array): number {
  return Object.keys(unzipSync(file)).filter((name) => name.startsWith('word/media/') && !name.endsWith('/'))
    .length;
}
