/** Reads the words of a .docx: tables and lines, with the numbers that Word itself puts before lines. */
import { strFromU8, unzipSync } from 'fflate';
import type { DocumentReader, ReadDocument, UnreadableDocument } from '../../app/ports/document-reader.js';
import { readNumbering, type Numbering } from './document-numbering.js';
import { pieces, valueIn } from './xml-pieces.js';

const largestFile = 5_000_000;
/** Of a part once unpacked; an annex of ten pages has a twentieth of it. */
const largestPart = 4_000_000;
const parts = ['word/document.xml', 'word/numbering.xml'];
const zip = [0x50, 0x4b, 0x03, 0x04];
/** .doc, .wps and whatever has a password. */
const compound = [0xd0, 0xcf, 0x11, 0xe0];

export const readDocument: DocumentReader = (bytes) => {
  if (bytes.length > largestFile) return refused('tooLarge');
  if (startsWith(bytes, compound)) return refused('oldFormat');
  if (!startsWith(bytes, zip)) return refused('notDocx');
  const unpacked = unpack(bytes);
  if (typeof unpacked === 'string') return refused(unpacked);
  const [document, numbering = ''] = unpacked;
  if (document === undefined) return refused('notDocx');
  // No program that writes text documents declares entities; who does wants them to multiply.
  if ([document, numbering].some((xml) => xml.includes('<!'))) return refused('damaged');
  return { ok: true, document: readBody(document, readNumbering(numbering)) };
};

function refused(why: UnreadableDocument): ReadDocument {
  return { ok: false, why };
}

/** The wanted parts, each once, and never into more memory than it says it needs. */
function unpack(bytes: Uint8Array): readonly (string | undefined)[] | UnreadableDocument {
  const taken = new Map<string, number>();
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!parts.includes(name) || taken.has(name)) return false;
        taken.set(name, originalSize);
        return originalSize <= largestPart;
      },
    });
    if ([...taken.values()].some((size) => size > largestPart)) return 'tooLarge';
    return parts.map((part) => (files[part] === undefined ? undefined : strFromU8(files[part])));
  } catch {
    return 'damaged';
  }
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, at) => bytes[at] === byte);
}

/** What is no longer part of the text, and the older form of a text box, whose words are said already. */
const passedOver = ['mc:Fallback', 'w:del', 'w:moveFrom', 'w:pPrChange', 'w:rPrChange'];

/** What is open while the body is read; a table within a cell gives its lines to the cell. */
interface Place {
  tables: string[][][][];
  lines: string[];
  depth: number;
  line: string;
  /** Of the paragraph: its list, and whether the run is hidden. */
  list: { id: string; level: string } | undefined;
  isHidden: boolean;
  isText: boolean;
  /** Depth within what is passed over. */
  skipped: number;
}

function readBody(xml: string, numbering: Numbering): { tables: string[][][][]; lines: string[] } {
  const place: Place = {
    ...{ tables: [], lines: [], depth: 0, line: '', list: undefined },
    ...{ isHidden: false, isText: false, skipped: 0 },
  };
  for (const piece of pieces(xml)) {
    if (piece.kind === 'tag' && passedOver.includes(piece.name)) place.skipped += piece.isEnd ? -1 : 1;
    else if (place.skipped > 0) continue;
    else if (piece.kind === 'text') {
      if (place.isText && !place.isHidden) place.line += piece.text;
    } else if (piece.isEnd) close(place, piece.name, numbering);
    else open(place, piece.name, piece.attributes);
  }
  const { tables, lines } = place;
  return { tables, lines };
}

function open(place: Place, name: string, attributes: string): void {
  switch (name) {
    case 'w:tbl':
      place.depth += 1;
      if (place.depth === 1) place.tables.push([]);
      break;
    case 'w:tr':
      if (place.depth === 1) place.tables.at(-1)?.push([]);
      break;
    case 'w:tc':
      if (place.depth === 1) place.tables.at(-1)?.at(-1)?.push([]);
      break;
    case 'w:p':
      place.line = '';
      place.list = undefined;
      break;
    case 'w:r':
      place.isHidden = false;
      break;
    case 'w:vanish':
      place.isHidden = valueIn(attributes, 'w:val') !== '0' && valueIn(attributes, 'w:val') !== 'false';
      break;
    case 'w:numId':
    case 'w:ilvl': {
      const value = valueIn(attributes, 'w:val') ?? '';
      const list = place.list ?? { id: '', level: '0' };
      place.list = name === 'w:numId' ? { ...list, id: value } : { ...list, level: value };
      break;
    }
    case 'w:t':
      place.isText = true;
      break;
    case 'w:tab':
      place.line += ' ';
      break;
    case 'w:br':
      endLine(place);
      break;
    default:
  }
}

function close(place: Place, name: string, numbering: Numbering): void {
  switch (name) {
    case 'w:tbl':
      place.depth -= 1;
      break;
    case 'w:t':
      place.isText = false;
      break;
    case 'w:pPr':
      // The mark of a paragraph may be hidden while its words are not.
      place.isHidden = false;
      place.line = place.list === undefined ? '' : numbering.next(place.list.id, place.list.level);
      break;
    case 'w:p':
      endLine(place);
      break;
    default:
  }
}

function endLine(place: Place): void {
  const lines = place.depth === 0 ? place.lines : place.tables.at(-1)?.at(-1)?.at(-1);
  if (place.line.trim() !== '') lines?.push(place.line);
  place.line = '';
}
