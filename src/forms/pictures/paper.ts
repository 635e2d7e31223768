import { createCanvas, type Canvas, type SKRSContext2D } from './canvas.js';

/** A white sheet, in pixels. */
export interface Sheet {
  readonly canvas: Canvas;
  readonly pen: SKRSContext2D;
  readonly width: number;
  readonly height: number;
}

export function blankSheet(width: number, height: number): Sheet {
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  return { canvas, pen, width, height };
}

export function pngOf({ canvas }: Sheet): Uint8Array {
  return canvas.toBuffer('image/png');
}

/** A straight line, from one point to another. */
export function rule(
  pen: SKRSContext2D,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  { width = 2, colour = '#000000' }: { readonly width?: number; readonly colour?: string } = {},
): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.beginPath();
  pen.moveTo(x1, y1);
  pen.lineTo(x2, y2);
  pen.stroke();
}
