/**
 * Measures what an archive unpacks to: its table of contents may claim any size, and a bomb of 20 kB would fill the
 * machine's memory.
 */
import { inflateRawSync } from 'node:zlib';

const endOfContents = 0x06054b50;
const contentsEntry = 0x02014b50;
const localHeader = 0x04034b50;
const deflated = 8;
/** The end record has 22 bytes and a comment of at most 65 535. */
const endWithin = 22 + 65_535;

/** True when the archive unpacks to more than `most` bytes. False also for anything but an archive. */
export function unpacksTo(bytes: Uint8Array, most: number): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = most;
  for (const { at, size, method } of entriesOf(buffer)) {
    const packed = contentOf(buffer, at, size);
    left -= method === deflated ? unpackedSize(packed, left) : packed.length;
    if (left < 0) return true;
  }
  return false;
}

interface Entry {
  /** Offset of the local header. */
  readonly at: number;
  readonly size: number;
  readonly method: number;
}

function entriesOf(buffer: Buffer): readonly Entry[] {
  const found: Entry[] = [];
  let at = firstEntry(buffer);
  while (at !== undefined && at + 46 <= buffer.length && buffer.readUInt32LE(at) === contentsEntry) {
    found.push({
      at: buffer.readUInt32LE(at + 42),
      size: buffer.readUInt32LE(at + 20),
      method: buffer.readUInt16LE(at + 10),
    });
    at += 46 + buffer.readUInt16LE(at + 28) + buffer.readUInt16LE(at + 30) + buffer.readUInt16LE(at + 32);
  }
  return found;
}

function firstEntry(buffer: Buffer): number | undefined {
  for (let at = buffer.length - 22; at >= Math.max(0, buffer.length - endWithin); at -= 1)
    if (buffer.readUInt32LE(at) === endOfContents) return buffer.readUInt32LE(at + 16);
  return undefined;
}

function contentOf(buffer: Buffer, at: number, size: number): Buffer {
  if (at + 30 > buffer.length || buffer.readUInt32LE(at) !== localHeader) return Buffer.alloc(0);
  const from = at + 30 + buffer.readUInt16LE(at + 26) + buffer.readUInt16LE(at + 28);
  return buffer.subarray(from, from + size);
}

/** More than `most` if it does not end before; 0 for damaged data, which the reader will report. */
function unpackedSize(packed: Buffer, most: number): number {
  try {
    return inflateRawSync(packed, { maxOutputLength: most + 1 }).length;
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? most + 1 : 0;
  }
}
