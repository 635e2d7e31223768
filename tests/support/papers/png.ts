import { createCanvas, Image } from '@napi-rs/canvas';

/** A decoded picture. Shades from 0 (black) to 255 (white), like a printer without colours. */
export interface ReadPng {
  readonly width: number;
  readonly height: number;
  shade(x: number, y: number): number;
  /** Mean shade of a rectangle. */
  mean(x: number, y: number, width: number, height: number): number;
  /** Pixels of a rectangle that differ from paper. */
  ink(x: number, y: number, width: number, height: number): number;
}

export function readPng(bytes: Uint8Array): ReadPng {
  const image = new Image();
  image.src = Buffer.from(bytes);
  const { width, height } = image;
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  const shade = (x: number, y: number) => {
    const at = (y * width + x) * 4;
    return 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
  };
  const shades = (x: number, y: number, wide: number, high: number) =>
    Array.from({ length: wide * high }, (_, at) => shade(x + (at % wide), y + Math.floor(at / wide)));
  return {
    width,
    height,
    shade,
    mean: (x, y, wide, high) => shades(x, y, wide, high).reduce((sum, one) => sum + one, 0) / (wide * high),
    ink: (x, y, wide, high) => shades(x, y, wide, high).filter((one) => one < 250).length,
  };
}
