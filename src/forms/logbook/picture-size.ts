/** What a picture is, read off its first bytes: its name may say anything. */
export interface PictureSize {
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
    // Fill bytes may stand before a marker.
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
