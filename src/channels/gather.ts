import { Buffer } from 'node:buffer';

export class FileTooLarge extends Error {}

/** Bytes of a received file; no form or photo should be larger. */
export const largestInbound = 20 * 1024 * 1024;

/** All bytes of a stream, counted as they come: a promised length may be wrong. @throws FileTooLarge */
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
