import { Buffer } from 'node:buffer';

/** A file that is too large to be kept as material. */
export class FileTooLarge extends Error {}

/** Bytes of a file that somebody sends; the largest that a form or a photo should have. */
export const largestInbound = 20 * 1024 * 1024;

/** All bytes of a stream. The length that was promised need not be the one that comes. @throws FileTooLarge */
export async function gather(
  chunks: AsyncIterable<Uint8Array>,
  maximumBytes = largestInbound,
): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > maximumBytes) throw new FileTooLarge();
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}
