import type { Buffer } from 'node:buffer';
import type { ChannelFile } from '../../app/ports/channel.js';
import type { Attachment } from './frames.js';
import { FileTooLarge, gather, largestInbound } from '../gather.js';
import { pictureType } from '../picture-type.js';

/** What encryption adds at most. */
const padding = 32;
const patience = 60_000;
const tries = 3;

/**
 * Fetches and decrypts a picture or file at once, since its address expires after five minutes.
 * @param untitled its name among the materials when it has none, as with pictures
 * @throws FileTooLarge, or the error of the last attempt
 */
export async function fetchFile(
  { kind, url, aesKey, name }: Attachment,
  decrypt: (bytes: Buffer, key: string) => Buffer,
  untitled: (kind: ChannelFile['kind']) => string,
): Promise<ChannelFile> {
  const fetched = await download(url);
  const bytes = aesKey === undefined ? fetched.bytes : decrypt(fetched.bytes, aesKey);
  if (bytes.length > largestInbound) throw new FileTooLarge();
  return { kind, name: name ?? fetched.name ?? `${untitled(kind)}.${pictureType(bytes) ?? 'bin'}`, bytes };
}

interface Fetched {
  readonly bytes: Buffer;
  readonly name: string | undefined;
}

async function download(url: string): Promise<Fetched> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await downloadOnce(url);
    } catch (error) {
      if (attempt === tries || error instanceof FileTooLarge) throw error;
    }
  }
}

async function downloadOnce(url: string): Promise<Fetched> {
  const response = await fetch(url, { signal: AbortSignal.timeout(patience) });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw Object.assign(new Error('the file is not given out'), { code: response.status });
  }
  const chunks = response.body as unknown as AsyncIterable<Uint8Array>;
  const bytes = await gather(chunks, largestInbound + padding);
  return { bytes, name: nameIn(response.headers.get('content-disposition')) };
}

/** The name of `Content-Disposition`: RFC 5987 first; without folders, since it comes from somebody's machine. */
function nameIn(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;\s]+)/iu.exec(disposition ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/iu.exec(disposition ?? '')?.[1];
  const name = (encoded === undefined ? undefined : decoded(encoded)) ?? decoded(plain ?? '');
  const last = name?.split(/[/\\]/u).at(-1)?.trim();
  return last === '' ? undefined : last;
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
