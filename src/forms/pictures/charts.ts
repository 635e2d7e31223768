/**
 * Charts of reports. Made for black-and-white printers: series differ by pattern, stroke and mark, and every value
 * is written beside its bar or point.
 */
import type { SKRSContext2D } from './canvas.js';
import type { Picture } from '../document.js';
import { scaleFor, type Scale } from './chart/scale.js';
import { fillBar, mark, strokeOf, type Look } from './chart/looks.js';
import { greyPngOf } from './grey-png.js';
import { blankSheet, rule, type Sheet } from './paper.js';
import { halo, lineHeight, shorten, widthOf, wrap, write } from './text.js';

export interface Chart {
  readonly kind: 'bar' | 'line';
  readonly title: string;
  /** What the values count, above the axis: 次, 人, 分. */
  readonly unit: string;
  /** Along the axis from the left. */
  readonly labels: readonly string[];
  /** At most four; `values` one for each label, null where nothing is known. */
  readonly series: readonly Series[];
  /** Alternative text. */
  readonly caption: string;
}

interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

const width = 1320;
const height = 720;
const margin = 40;
const title = { size: 36, bold: true } as const;
const text = { size: 26 } as const;
const small = { size: 22 } as const;
const grey = '#c8c8c8';

/** Where the values are drawn, in pixels. */
interface Area {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The chart as a block of a document. */
export function drawChart(chart: Chart): Picture {
  const sheet = blankSheet(width, height);
  const { pen } = sheet;
  write(pen, shorten(chart.title, title, width - 2 * margin), title, {
    x: width / 2,
    y: 50,
    align: 'center',
  });
  const legendEnd = drawLegend(sheet, chart);
  const scale = scaleFor(chart.series.flatMap(({ values }) => values));
  const wide = Math.max(...scale.ticks.map((tick) => widthOf(numberText(tick), small)));
  const top = legendEnd + 48;
  const left = margin + wide + 16;
  const below = labelLines(chart, (width - margin - left) / Math.max(1, chart.labels.length));
  const most = Math.max(1, ...below.map((lines) => lines.length));
  const bottom = height - margin - most * lineHeight(small) + 8;
  const area: Area = { left, right: width - margin, top, bottom };
  drawAxes(pen, chart, below, scale, area);
  chart.series.forEach((series, index) =>
    chart.kind === 'bar'
      ? drawBars(pen, chart, series, index, scale, area)
      : drawLine(pen, series, index, scale, area),
  );
  const { caption } = chart;
  return { kind: 'picture', bytes: greyPngOf(sheet), type: 'png', width, height, caption, grey: true };
}

/** @returns how far down it reaches */
function drawLegend({ pen }: Sheet, { kind, series }: Chart): number {
  const y = 104;
  const swatch = 44;
  const most = (width - 2 * margin) / Math.max(1, series.length) - swatch - 50;
  const names = series.map(({ name }) => shorten(name, text, most));
  const whole = names.reduce((sum, name) => sum + swatch + 12 + widthOf(name, text) + 36, -36);
  let x = (width - whole) / 2;
  names.forEach((name, index) => {
    if (kind === 'bar') fillBar(pen, index, { x, y: y - 13, width: swatch, height: 26 });
    else {
      strokeLook(pen, strokeOf(index), [
        [x, y],
        [x + swatch, y],
      ]);
      mark(pen, index, x + swatch / 2, y);
    }
    write(pen, name, text, { x: x + swatch + 12, y });
    x += swatch + 12 + widthOf(name, text) + 36;
  });
  return y + 26;
}

/** At most two lines below each place of the axis. */
function labelLines({ labels }: Chart, share: number): readonly (readonly string[])[] {
  return labels.map((label) => {
    const [first = '', second, ...more] = wrap(label, small, share - 8);
    if (second === undefined) return [first];
    return [first, more.length === 0 ? second : shorten(`${second}${more.join('')}`, small, share - 8)];
  });
}

function drawAxes(
  pen: SKRSContext2D,
  { unit }: Chart,
  below: readonly (readonly string[])[],
  scale: Scale,
  area: Area,
): void {
  for (const tick of scale.ticks) {
    const y = heightOf(tick, scale, area);
    const line = tick === 0 ? { width: 2 } : { width: 1, colour: grey };
    rule(pen, [area.left, y, area.right, y], line);
    write(pen, numberText(tick), small, { x: area.left - 12, y, align: 'right' });
  }
  write(pen, `单位：${unit}`, small, { x: margin, y: area.top - 36 });
  const share = (area.right - area.left) / Math.max(1, below.length);
  below.forEach((lines, index) => {
    const x = area.left + (index + 0.5) * share;
    lines.forEach((line, at) =>
      write(pen, line, small, { x, y: area.bottom + 24 + at * lineHeight(small), align: 'center' }),
    );
  });
}

/** 93.5, −2: one decimal place at most. */
function numberText(value: number): string {
  return String(Math.round(value * 10) / 10).replace('-', '−');
}

function heightOf(value: number, { lowest, highest }: Scale, { top, bottom }: Area): number {
  return Math.round(bottom - ((value - lowest) / (highest - lowest)) * (bottom - top));
}

function drawBars(
  pen: SKRSContext2D,
  { series, labels }: Chart,
  { values }: Series,
  at: number,
  scale: Scale,
  area: Area,
): void {
  const share = (area.right - area.left) / Math.max(1, labels.length);
  const bar = Math.min(90, Math.floor((share * 0.76) / series.length));
  const zero = heightOf(0, scale, area);
  values.forEach((value, index) => {
    if (value === null) return;
    const middle = area.left + (index + 0.5) * share;
    const x = Math.round(middle - (series.length * bar) / 2 + at * bar);
    const y = heightOf(value, scale, area);
    fillBar(pen, at, { x, y: Math.min(y, zero), width: bar - 4, height: Math.abs(zero - y) });
    const above = value < 0 ? Math.max(y, zero) + 16 : Math.min(y, zero) - 16;
    label(pen, value, x + bar / 2 - 2, above, bar + 8);
  });
}

/** The value beside its bar or point, small enough not to touch its neighbours. */
function label(pen: SKRSContext2D, value: number, x: number, y: number, room: number): void {
  const line = numberText(value);
  const size = Math.max(12, Math.min(small.size, Math.floor((small.size * room) / widthOf(line, small))));
  halo(pen, line, { size }, { x, y, align: 'center' });
}

function drawLine(pen: SKRSContext2D, { values }: Series, at: number, scale: Scale, area: Area): void {
  const share = (area.right - area.left) / Math.max(1, values.length);
  const points = values.map((value, index) =>
    value === null
      ? null
      : { value, x: Math.round(area.left + (index + 0.5) * share), y: heightOf(value, scale, area) },
  );
  points.forEach((point, index) => {
    const next = points[index + 1];
    if (point === null || next === undefined || next === null) return;
    strokeLook(pen, strokeOf(at), [
      [point.x, point.y],
      [next.x, next.y],
    ]);
  });
  for (const point of points) {
    if (point === null) continue;
    mark(pen, at, point.x, point.y);
    // Every other series is labelled below, so that two that meet stay readable.
    label(pen, point.value, point.x, point.y + (at % 2 === 0 ? -24 : 26), share);
  }
}

function strokeLook(
  pen: SKRSContext2D,
  { colour, dash }: Look,
  [from, to]: readonly [readonly [number, number], readonly [number, number]],
): void {
  pen.setLineDash([...dash]);
  rule(pen, [...from, ...to], { width: 4, colour });
  pen.setLineDash([]);
}
