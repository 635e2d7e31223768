/**
 * A backup together with its key, under a passphrase, so that both may leave the house in one file.
 * Layout: the first line · 16 bytes salt · 12 bytes nonce · AES-256-GCM over (32 bytes key · the database) · 16 bytes tag.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { pipeline } from 'node:stream/promises';

export const packedEnding = '.zhibu';

const firstLine = Buffer.from('zhibu-bot backup 1\n');
const saltBytes = 16;
const nonceBytes = 12;
const tagBytes = 16;
const keyBytes = 32;
const headBytes = firstLine.length + saltBytes + nonceBytes;
/** 64 MB and a fifth of a second for each guess. */
const cost = { N: 2 ** 16, r: 8, p: 1, maxmem: 2 ** 27 };

/** The passphrase is another one, or the file was changed. */
export class NotUnpacked extends Error {}

export async function pack(
  database: string,
  key: Uint8Array,
  passphrase: string,
  target: string,
): Promise<void> {
  const head = Buffer.concat([firstLine, randomBytes(saltBytes + nonceBytes)]);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, head), nonceOf(head)).setAAD(head);
  await pipeline(
    async function* () {
      yield head;
      yield cipher.update(key);
      for await (const chunk of createReadStream(database)) yield cipher.update(chunk as Buffer);
      yield cipher.final();
      yield cipher.getAuthTag();
    },
    createWriteStream(target, { mode: 0o600, flush: true }),
  );
}

/**
 * Writes the database to `target`; gives its key.
 * @throws NotUnpacked, and leaves no `target`
 */
export async function unpack(file: string, passphrase: string, target: string): Promise<Buffer> {
  const { size } = statSync(file);
  const head = partOf(file, 0, headBytes);
  if (size < headBytes + keyBytes + tagBytes) throw new NotUnpacked();
  const tag = partOf(file, size - tagBytes, tagBytes);
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(passphrase, head), nonceOf(head)).setAAD(head);
  decipher.setAuthTag(tag);
  let key = Buffer.alloc(0);
  try {
    await pipeline(
      createReadStream(file, { start: headBytes, end: size - tagBytes - 1 }),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          const plain = decipher.update(chunk);
          const missing = keyBytes - key.length;
          key = Buffer.concat([key, plain.subarray(0, missing)]);
          yield plain.subarray(missing);
        }
        yield decipher.final();
      },
      createWriteStream(target, { mode: 0o600, flush: true }),
    );
  } catch (error) {
    rmSync(target, { force: true });
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('E')
      ? error
      : new NotUnpacked();
  }
  return key;
}

export function isPacked(file: string): boolean {
  return partOf(file, 0, firstLine.length).equals(firstLine);
}

function partOf(file: string, from: number, length: number): Buffer {
  const handle = openSync(file, 'r');
  try {
    const part = Buffer.alloc(length);
    return part.subarray(0, readSync(handle, part, 0, length, from));
  } finally {
    closeSync(handle);
  }
}

function nonceOf(head: Buffer): Buffer {
  return head.subarray(firstLine.length + saltBytes);
}

function keyOf(passphrase: string, head: Buffer): Promise<Buffer> {
  const salt = head.subarray(firstLine.length, firstLine.length + saltBytes);
  return new Promise((resolve, reject) =>
    scrypt(passphrase.normalize('NFC'), salt, keyBytes, cost, (error, key) =>
      error === null ? resolve(key) : reject(error),
    ),
  );
}
