/** Chinese text in lines: measured, broken by the rules of setting, and drawn. */
import { createCanvas, type SKRSContext2D } from './canvas.js';
import type { Align } from '../document.js';
import { drawable, fontOf, type Type } from './fonts.js';

/** Never first in a line. */
const closing = new Set('、，。．；：？！,.;:?!)）]］}｝〉》」』】〕〗”’…·•%％℃°');
/** Never last in a line. */
const opening = new Set('(（[［{｛〈《「『【〔〖“‘#');
/** Letters and digits stay together: 2026, -20, 2018-19. */
const word = /^[\p{Script=Latin}\p{Nd}+−\-/_@.%]+$/u;

const ruler = createCanvas(1, 1).getContext('2d');
const reference = 100;
/** Widths at the reference size; a branch uses a few hundred different pieces. */
const widths = new Map<string, number>();
const mostWidths = 20_000;

function pieceWidth(piece: string, { size, bold = false }: Type): number {
  const key = `${bold ? 'b' : 'r'}${piece}`;
  let known = widths.get(key);
  if (known === undefined) {
    if (widths.size >= mostWidths) widths.clear();
    ruler.font = fontOf({ size: reference, bold });
    known = ruler.measureText(piece).width;
    widths.set(key, known);
  }
  return (known * size) / reference;
}

/** Pixels. */
export function widthOf(text: string, type: Type): number {
  return drawable(text).reduce((sum, piece) => sum + pieceWidth(piece, type), 0);
}

/** Height of a line of running text. */
export function lineHeight({ size }: Type): number {
  return Math.round(size * 1.45);
}

/** Pieces that no line break may part. */
function clusters(pieces: readonly string[]): readonly (readonly string[])[] {
  const made: string[][] = [];
  let previous: string | undefined;
  for (const piece of pieces) {
    const last = made.at(-1);
    const joins =
      previous !== undefined &&
      (closing.has(piece) || opening.has(previous) || (word.test(piece) && word.test(previous)));
    if (joins && last !== undefined) last.push(piece);
    else made.push([piece]);
    previous = piece;
  }
  return made;
}

/** One written line in as many lines as it takes; an overlong piece breaks anywhere. */
function wrapLine(line: string, type: Type, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  let used = 0;
  const add = (text: string, wide: number) => {
    if (used > 0 && used + wide > width) {
      lines.push(current.trimEnd());
      current = '';
      used = 0;
      if (text === ' ') return;
    }
    current += text;
    used += wide;
  };
  for (const cluster of clusters(drawable(line))) {
    const wide = cluster.map((piece) => pieceWidth(piece, type));
    const whole = wide.reduce((sum, one) => sum + one, 0);
    if (whole <= width) add(cluster.join(''), whole);
    else cluster.forEach((piece, index) => add(piece, wide[index] ?? 0));
  }
  return [...lines, current];
}

/** @param width pixels that a line may take */
export function wrap(text: string, type: Type, width: number): readonly string[] {
  return text.split(/\r?\n/u).flatMap((line) => wrapLine(line, type, width));
}

/**
 * A list or a title, each of its parts whole while it fits on a line: `本季:第8项“公益活动”+3、第9项“化解矛盾”+2`,
 * `古丽娜尔·买买提明 2026年积分`.
 */
export function wrapParts(text: string, type: Type, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const part of text.split(/(?<=[、 ])|(?=\()/u)) {
    const fits = current === '' || widthOf(`${current}${part}`.trimEnd(), type) <= width;
    if (!fits) lines.push(current.trimEnd());
    const [last = '', ...before] = [...wrap(fits ? `${current}${part}` : part, type, width)].reverse();
    lines.push(...before.reverse());
    current = last;
  }
  return [...lines, current];
}

/** On one line, cut with … where it is too long. */
export function shorten(text: string, type: Type, width: number): string {
  const pieces = drawable(text.replaceAll(/\r?\n/gu, ' '));
  const whole = pieces.join('');
  if (widthOf(whole, type) <= width) return whole;
  const room = width - pieceWidth('…', type);
  let used = 0;
  let kept = '';
  for (const piece of pieces) {
    used += pieceWidth(piece, type);
    if (used > room) break;
    kept += piece;
  }
  return `${kept}…`;
}

/** Position of a line: `x` its left edge, middle or right edge, `y` the middle of its height. */
interface Spot {
  readonly x: number;
  readonly y: number;
  readonly align?: Align;
}

/** Draws a line as it is. What the font lacks is never handed to the canvas, wherever the line comes from. */
export function write(
  pen: SKRSContext2D,
  line: string,
  type: Type & { readonly colour?: string },
  spot: Spot,
): void {
  const { x, y } = prepare(pen, type, spot);
  pen.fillStyle = type.colour ?? '#000000';
  pen.fillText(drawable(line).join(''), x, y);
}

/** Draws it with a white outline, so that lines behind do not cross it out. */
export function halo(pen: SKRSContext2D, line: string, type: Type, spot: Spot): void {
  const { x, y } = prepare(pen, type, spot);
  pen.strokeStyle = '#ffffff';
  pen.lineWidth = Math.round(type.size / 4);
  pen.lineJoin = 'round';
  pen.strokeText(drawable(line).join(''), x, y);
  write(pen, line, type, spot);
}

function prepare(pen: SKRSContext2D, type: Type, { x, y, align = 'left' }: Spot) {
  pen.font = fontOf(type);
  pen.textAlign = align;
  pen.textBaseline = 'alphabetic';
  // The middle of a Chinese em box lies this far above the baseline.
  return { x: Math.round(x), y: Math.round(y + type.size * 0.38) };
}
