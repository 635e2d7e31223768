import type { ChannelFile } from '../app/ports/channel.js';
import type { LocalFile } from '../channels/local/message.js';

export const MAXIMUM_FILE_BYTES = 10 * 1024 * 1024;
export const MAXIMUM_FILES = 9;

/**
 * The picture type by the first bytes, or undefined. Only these four are ever shown in place: an SVG or HTML file named
 * `.png` would run as a page of ours.
 */
function pictureType(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
  if (head.startsWith('RIFF') && head.slice(8) === 'WEBP') return 'image/webp';
  return undefined;
}

/** An uploaded file, as the channel carries it. */
export async function readUpload(file: File): Promise<ChannelFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { kind: pictureType(bytes) ? 'picture' : 'file', name: plainName(file.name), bytes };
}

/** The last part of the name without control and direction characters, which could disguise its ending. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return Array.from(plain).slice(-120).join('') || '未命名';
}

/** By its first bytes, whatever it is called. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}

/**
 * Shows pictures in place, and where it is asked for a PDF, which browsers show in a viewer of their own; everything
 * else is a download that no browser opens as a page.
 */
export function fileResponse(file: Pick<LocalFile, 'name'>, bytes: Uint8Array, showsPdf = false): Response {
  const shown = showsPdf && isPdf(bytes) ? 'application/pdf' : pictureType(bytes);
  const disposition = shown ? 'inline' : 'attachment';
  return new Response(Buffer.from(bytes), {
    headers: {
      'Content-Type': shown ?? 'application/octet-stream',
      'Content-Length': String(bytes.length),
      'Content-Disposition': `${disposition}; filename*=UTF-8''${encodeRfc5987(file.name)}`,
      'Cache-Control': 'private, max-age=31536000, immutable',
    },
  });
}

/** RFC 5987: encodeURIComponent leaves four characters that a header parameter may not hold. */
const encodeRfc5987 = (text: string): string =>
  encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
