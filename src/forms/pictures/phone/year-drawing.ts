import type { SKRSContext2D } from '../canvas.js';
import { blankSheet, pngOf, rule } from '../paper.js';
import { lineHeight, wrap, write } from '../text.js';
import type { YearPicture, YearPictureStep } from './year.js';

const width = 1080;
const margin = 56;
const title = { size: 48, bold: true } as const;
const faint = { size: 31, colour: '#555555' } as const;
const name = { size: 42, bold: true } as const;
const text = { size: 33, colour: '#222222' } as const;
const next = { size: 38, bold: true } as const;
const line = 48;
const nameLine = 66;
/** Between two steps. */
const gap = 34;
const radius = 30;
const left = margin + 2 * radius + 34;

const dark = '#1d5c3a';
const red = '#9c1c14';
const grey = '#6e6e6e';

/** Never alone: a sign and a word say the same. */
const colours: { readonly [S in YearPictureStep['state']]: string } = { done: dark, now: red, later: grey };

export function drawYear(picture: YearPicture): Uint8Array {
  const steps = picture.steps.map((step) => {
    const lines = step.lines.flatMap((one) => wrap(one, text, width - left - margin));
    return { step, lines, height: nameLine + lines.length * line + gap };
  });
  const closing = wrap(picture.next, next, width - 2 * margin - 48);
  const top = margin + lineHeight(title) + line + 36;
  const body = steps.reduce((sum, { height }) => sum + height, 0);
  const box = closing.length * 56 + 44;
  const sheet = blankSheet(width, top + body + box + margin);
  const { pen } = sheet;
  write(pen, picture.title, title, { x: width / 2, y: margin + lineHeight(title) / 2, align: 'center' });
  write(pen, picture.subtitle, faint, {
    x: width / 2,
    y: margin + lineHeight(title) + line / 2,
    align: 'center',
  });
  let y = top;
  steps.forEach(({ step, lines, height }, index) => {
    if (index < steps.length - 1) drawPath(pen, step.state, y + nameLine / 2, height);
    drawStep(pen, step, lines, y);
    y += height;
  });
  pen.fillStyle = '#f0f0f0';
  pen.fillRect(margin, y, width - 2 * margin, box);
  closing.forEach((one, at) => write(pen, one, next, { x: margin + 24, y: y + 22 + (at + 0.5) * 56 }));
  return pngOf(sheet);
}

/** From one step to the one below: solid once taken. */
function drawPath(pen: SKRSContext2D, state: YearPictureStep['state'], from: number, height: number): void {
  const x = margin + radius;
  if (state !== 'done') pen.setLineDash([10, 10]);
  rule(pen, [x, from + radius, x, from + height - radius], {
    width: 5,
    colour: state === 'done' ? dark : grey,
  });
  pen.setLineDash([]);
}

function drawStep(pen: SKRSContext2D, step: YearPictureStep, lines: readonly string[], top: number): void {
  const { word } = step;
  const colour = colours[step.state];
  const middle = top + nameLine / 2;
  const x = margin + radius;
  pen.beginPath();
  pen.arc(x, middle, radius - 3, 0, 2 * Math.PI);
  pen.fillStyle = step.state === 'done' ? colour : '#ffffff';
  pen.fill();
  pen.strokeStyle = colour;
  pen.lineWidth = 5;
  pen.stroke();
  if (step.state === 'done')
    write(pen, '✓', { size: 40, bold: true, colour: '#ffffff' }, { x, y: middle, align: 'center' });
  if (step.state === 'now') {
    pen.beginPath();
    pen.arc(x, middle, radius / 2.4, 0, 2 * Math.PI);
    pen.fillStyle = colour;
    pen.fill();
  }
  write(pen, step.name, name, { x: left, y: middle });
  write(
    pen,
    word,
    { size: 31, bold: step.state === 'now', colour },
    { x: width - margin, y: middle, align: 'right' },
  );
  lines.forEach((one, at) => write(pen, one, text, { x: left, y: top + nameLine + (at + 0.5) * line }));
}
