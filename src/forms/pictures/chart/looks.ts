/** What tells the series of a chart apart without colour: pattern, stroke, mark and grey. */
import type { SKRSContext2D } from '../canvas.js';

export interface Look {
  readonly colour: string;
  readonly dash: readonly number[];
}

const dark = '#1f3a5f';
const red = '#b3261e';
const green = '#4d7c5a';
const grey = '#7a7a7a';

const looks = [
  { colour: dark, dash: [] },
  { colour: red, dash: [16, 8] },
  { colour: green, dash: [4, 7] },
  { colour: grey, dash: [18, 6, 4, 6] },
] as const;

export function strokeOf(index: number): Look {
  return looks[index % looks.length] ?? looks[0];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Full, hatched, empty with a thick border, dotted. */
export function fillBar(pen: SKRSContext2D, index: number, { x, y, width, height }: Box): void {
  const { colour } = strokeOf(index);
  pen.save();
  pen.beginPath();
  pen.rect(x, y, width, height);
  pen.clip();
  pen.fillStyle = index % looks.length === 0 ? colour : '#ffffff';
  pen.fillRect(x, y, width, height);
  pen.strokeStyle = colour;
  pen.fillStyle = colour;
  pen.lineWidth = 4;
  if (index % looks.length === 1) hatch(pen, { x, y, width, height });
  if (index % looks.length === 3) dot(pen, { x, y, width, height });
  pen.restore();
  pen.strokeStyle = colour;
  pen.lineWidth = 3;
  if (height > 0) pen.strokeRect(x + 1, y + 1, Math.max(0, width - 2), Math.max(0, height - 2));
}

function hatch(pen: SKRSContext2D, { x, y, width, height }: Box): void {
  for (let start = -height; start < width; start += 11) {
    pen.beginPath();
    pen.moveTo(x + start, y + height);
    pen.lineTo(x + start + height, y);
    pen.stroke();
  }
}

function dot(pen: SKRSContext2D, { x, y, width, height }: Box): void {
  for (let down = height - 8, row = 0; down > 0; down -= 11, row += 1) {
    for (let across = row % 2 === 0 ? 7 : 13; across < width; across += 12) {
      pen.beginPath();
      pen.arc(x + across, y + down, 2.6, 0, 2 * Math.PI);
      pen.fill();
    }
  }
}

/** Circle, square, triangle, diamond. */
export function mark(pen: SKRSContext2D, index: number, x: number, y: number): void {
  const { colour } = strokeOf(index);
  const reach = 10;
  pen.beginPath();
  switch (index % looks.length) {
    case 0:
      pen.arc(x, y, reach, 0, 2 * Math.PI);
      break;
    case 1:
      pen.rect(x - reach + 1, y - reach + 1, 2 * reach - 2, 2 * reach - 2);
      break;
    case 2:
      corners(pen, [x, y - reach - 1], [x + reach + 1, y + reach - 2], [x - reach - 1, y + reach - 2]);
      break;
    default:
      corners(pen, [x, y - reach - 2], [x + reach + 2, y], [x, y + reach + 2], [x - reach - 2, y]);
  }
  pen.fillStyle = index % 2 === 0 ? colour : '#ffffff';
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = 4;
  pen.stroke();
}

function corners(pen: SKRSContext2D, ...points: readonly (readonly [number, number])[]): void {
  points.forEach(([x, y], index) => (index === 0 ? pen.moveTo(x, y) : pen.lineTo(x, y)));
  pen.closePath();
}
