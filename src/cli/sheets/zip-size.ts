/**
 * Measures what an archive unpacks to, before any library opens it: its table of contents may claim any size, and a
 * bomb of 20 kB would fill the machine's memory.
 */
import { inflateRawSync } from 'node:zlib';

const endOfContents = 0x06054b50;
const contentsEntry = 0x02014b50;
const localHeader = 0x04034b50;
const stored = 0;
const deflated = 8;
/** The end record has 22 bytes and a comment of at most 65 535. */
const endWithin = 22 + 65_535;
const mostEntries = 5_000;
/** Elements and attributes of all parts together: each costs the readers some hundred bytes. */
const mostMarks = 1_000_000;
/** A cell beyond row 20 000 or column CZ: a reader fills the rectangle up to it. */
const farCell = /\sr\s*=\s*["'](?:[A-Z]{0,3}(?:\d{6,}|[2-9]\d{4})|(?:[A-Z]{3}|[D-Z][A-Z])\d+)["']/u;

/** `odd`: the readers could see other contents than were measured. */
export type Measured = 'fits' | 'tooLarge' | 'tooWide' | 'odd';

/** @param most bytes that everything may unpack to */
export function measured(bytes: Uint8Array, most: number): Measured {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = entriesOf(buffer);
  if (entries === undefined) return 'odd';
  let [left, marks] = [most, mostMarks];
  for (const entry of entries) {
    const content = unpacked(buffer, entry, left);
    if (typeof content === 'string') return content;
    left -= content.length;
    if (!entry.isXml) continue;
    marks -= count(content, '<', marks) + count(content, '=', marks);
    if (marks < 0) return 'tooLarge';
    if (farCell.test(content.toString('latin1'))) return 'tooWide';
  }
  return 'fits';
}

interface Entry {
  /** Offset of the local header. */
  readonly at: number;
  readonly size: number;
  readonly method: number;
  readonly isXml: boolean;
}

/** Undefined unless every entry states its size here: in 32 bits, and not only behind its content. */
function entriesOf(buffer: Buffer): readonly Entry[] | undefined {
  const end = endRecord(buffer);
  if (end === undefined) return undefined;
  const found: Entry[] = [];
  const expected = buffer.readUInt16LE(end + 10);
  let at = buffer.readUInt32LE(end + 16);
  for (; found.length < expected;) {
    if (at + 46 > buffer.length || buffer.readUInt32LE(at) !== contentsEntry) return undefined;
    const nameEnd = at + 46 + buffer.readUInt16LE(at + 28);
    found.push({
      at: buffer.readUInt32LE(at + 42),
      size: buffer.readUInt32LE(at + 20),
      method: buffer.readUInt16LE(at + 10),
      isXml: /\.(?:xml|rels)$/iu.test(buffer.toString('latin1', at + 46, nameEnd)),
    });
    at = nameEnd + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return expected > mostEntries ? undefined : found;
}

function endRecord(buffer: Buffer): number | undefined {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - endWithin); at -= 1)
    if (buffer.readUInt32LE(at) === endOfContents) return at;
  return undefined;
}

function unpacked(buffer: Buffer, { at, size, method }: Entry, most: number): Buffer | 'tooLarge' | 'odd' {
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== localHeader) return 'odd';
  const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  const packed = buffer.subarray(from, from + size);
  if (packed.length < size) return 'odd';
  if (method === stored) return size > most ? 'tooLarge' : packed;
  if (method !== deflated) return 'odd';
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? 'tooLarge' : 'odd';
  }
}

/** How often `mark` occurs; it stops counting above `most`. */
export function count(text: Buffer | string, mark: string, most: number): number {
  let found = 0;
  for (let at = text.indexOf(mark); at !== -1 && found <= most; at = text.indexOf(mark, at + 1)) found += 1;
  return found;
}
