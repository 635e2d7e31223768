import type { Activity } from '../../domain/attendance/rows.js';
import type { Block } from '../document.js';
import type { PaperInput } from '../input.js';

/** Bytes of pictures in one book, as the strictest channel carries 20 MB a file. */
const mostBytes = 18_000_000;

/** Pixels: a small file may unfold to gigabytes when it is drawn. */
const mostPixels = 60_000_000;

/** Shown so large at most, in pixels of 1/96 inch: two above one another on a page. */
const largest = { width: 520, height: 390 };

/** Counts down over a whole book. */
export interface Room {
  left: number;
}

export function roomForPictures(): Room {
  return { left: mostBytes };
}

/** The pictures of an activity; those that cannot be shown are named in words. */
export async function picturesOf(
  input: PaperInput,
  activity: Activity,
  title: string,
  room: Room,
): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  const { pictures: shown } = activity;
  for (const [at, file] of shown.entries()) {
    const caption = shown.length === 1 ? title : `${title} 图${at + 1}`;
    blocks.push(await pictureOf(input, file, caption, room));
  }
  return blocks.length === 0 ? [] : [{ kind: 'heading', text: '活动图片' }, ...blocks];
}

async function pictureOf(input: PaperInput, file: number, caption: string, room: Room): Promise<Block> {
  const bytes = await input.content(file);
  if (bytes === undefined) return instead(`${caption}：文件已不在库中。`);
  const size = pictureSize(bytes);
  if (size === undefined) return instead(`${caption}：不是PNG或JPEG格式，请另附。`);
  if (size.width * size.height > mostPixels) return instead(`${caption}：像素过多，请另附。`);
  if (bytes.length > room.left) return instead(`${caption}：本册图片较多，这一张请用“/导出 活动”取。`);
  room.left -= bytes.length;
  return { kind: 'picture', bytes, ...fitted(size), caption };
}

/** Never enlarged. */
function fitted({ type, width, height }: PictureSize): PictureSize {
  const scale = Math.min(1, largest.width / width, largest.height / height);
  return {
    type,
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  };
}

function instead(text: string): Block {
  return { kind: 'paragraph', text, align: 'center' };
}

/** The type of a picture from its first bytes, as its name proves nothing. */
interface PictureSize {
  readonly type: 'png' | 'jpg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** Undefined: neither PNG nor JPEG, or cut off before its size. */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length >= 24 && view.getUint32(0) === 0x89504e47) {
    return sized('png', view.getUint32(16), view.getUint32(20));
  }
  return bytes.length >= 4 && view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined;
}

/** Segments follow one another, each with its length; the one that starts a frame holds height and width. */
function jpegSize(view: DataView): PictureSize | undefined {
  for (let at = 2; at + 9 <= view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (isFrame(marker)) return sized('jpg', view.getUint16(at + 7), view.getUint16(at + 5));
    // Fill bytes may precede a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** SOF0 to SOF15, among which three numbers mean something else. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function sized(type: PictureSize['type'], width: number, height: number): PictureSize | undefined {
  return width > 0 && height > 0 ? { type, width, height } : undefined;
}
