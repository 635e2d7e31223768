/**
 * Office files are zips in which the libraries leave the time of the machine. They are packed again with the date of the
 * paper, so that the same order gives the same bytes.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

const contentTypes = '[Content_Types].xml';
const coreProperties = 'docProps/core.xml';

/**
 * @param today `YYYY-MM-DD`; the only date that is left in the file
 * @param rewritten parts that are written otherwise than the library does
 */
export function fixDates(
  file: Uint8Array,
  today: string,
  rewritten: Readonly<Record<string, (xml: string) => string>> = {},
): Uint8Array {
  const files = unzipSync(file);
  const packed: Zippable = {};
  // First, since programs recognise a .docx by its beginning.
  const names = [contentTypes, ...Object.keys(files).filter((name) => name !== contentTypes)];
  for (const name of names) {
    const content = files[name] ?? new Uint8Array();
    const rewrite = name === coreProperties ? (xml: string) => withDates(xml, today) : rewritten[name];
    packed[name] = rewrite === undefined ? content : strToU8(rewrite(strFromU8(content)));
  }
  return packFiles(packed, today);
}

/** A zip of files in the order given, all dated `today`. */
export function packFiles(files: Zippable, today: string): Uint8Array {
  // Without a zone: a zip stores wall-clock time, here always noon.
  return zipSync(files, { level: 6, mtime: `${today}T12:00:00` });
}

function withDates(xml: string, today: string): string {
  return xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${today}T00:00:00Z`);
}
