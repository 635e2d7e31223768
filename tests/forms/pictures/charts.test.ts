import { describe, expect, it } from 'vitest';
import { scaleFor } from '../../../src/forms/pictures/chart/scale.js';
import { drawChart, type Chart } from '../../../src/forms/pictures/charts.js';
import { readPng } from '../../support/papers/png.js';

const quarters = ['一季度', '二季度', '三季度', '四季度'];
const chart = (changed: Partial<Chart>): Chart => ({
  kind: 'bar',
  title: '各季度加分',
  unit: '分',
  labels: quarters,
  series: [{ name: '加分', values: [35, 48, 52, 61] }],
  caption: '各季度加分',
  ...changed,
});

describe('the scale of a chart', () => {
  it.each([
    [[0], [0, 1]],
    [[1], [0, 1]],
    [[5], [0, 1, 2, 3, 4, 5]],
    [[6], [0, 2, 4, 6]],
    [
      [35, 61],
      [0, 20, 40, 60, 80],
    ],
    [[100], [0, 20, 40, 60, 80, 100]],
    [[101], [0, 50, 100, 150]],
    [
      [3, -2],
      [-2, -1, 0, 1, 2, 3],
    ],
    [[null], [0, 1]],
    [[], [0, 1]],
  ])('of %j has %j', (values, ticks) => {
    expect(scaleFor(values).ticks).toEqual(ticks);
  });
});

describe('a chart', () => {
  it('is a picture of a document, with words for those who cannot see it', () => {
    const picture = drawChart(chart({}));
    const { width, height } = readPng(picture.bytes);
    expect([picture.kind, picture.type, picture.width, picture.height]).toEqual([
      'picture',
      'png',
      width,
      height,
    ]);
    expect(picture.caption).toBe('各季度加分');
  });

  it('is the same twice', () => {
    expect(Buffer.from(drawChart(chart({})).bytes).equals(Buffer.from(drawChart(chart({})).bytes))).toBe(
      true,
    );
  });

  it('tells its series apart without colour', () => {
    // One value each: four bars beside each other, equally high, in the middle of a single place.
    const series = ['甲', '乙', '丙', '丁'].map((name) => ({ name, values: [100] }));
    const picture = readPng(drawChart(chart({ labels: ['全年'], series })).bytes);
    const left = (1320 - 40 + 40) / 2;
    const shades = [-2, -1, 0, 1].map((at) => picture.mean(Math.round(left + at * 90) + 40, 350, 40, 100));
    const sorted = [...shades].sort((one, other) => one - other);
    for (let at = 1; at < sorted.length; at += 1) expect(sorted[at]! - sorted[at - 1]!).toBeGreaterThan(15);
  });

  it.each(['bar', 'line'] as const)(
    'as %s takes what is not known, nothing at all, and less than nothing',
    (kind) => {
      const cases: readonly Partial<Chart>[] = [
        { series: [{ name: '加分', values: [null, null, null, null] }] },
        { labels: [], series: [] },
        { series: [{ name: '更正', values: [-3, 0, null, 2] }] },
        { title: '很长的题目'.repeat(40), labels: quarters.map((label) => label.repeat(20)), series: [] },
      ];
      for (const one of cases) {
        const picture = readPng(drawChart(chart({ ...one, kind })).bytes);
        expect(picture.ink(0, 0, 1320, 8) + picture.ink(0, 712, 1320, 8) + picture.ink(0, 0, 8, 720)).toBe(0);
      }
    },
  );

  it('draws a higher value higher, and labels a value that is nothing', () => {
    const low = readPng(
      drawChart(chart({ labels: ['甲', '乙'], series: [{ name: '次', values: [10, 50] }] })).bytes,
    );
    const column = (x: number) =>
      Array.from({ length: 720 }, (_, y) => low.shade(x, y)).filter((one) => one < 90).length;
    const [first, second] = [column(380), column(990)];
    expect(second / first).toBeGreaterThan(3);
    const nothing = readPng(
      drawChart(chart({ labels: ['甲'], series: [{ name: '次', values: [0] }] })).bytes,
    );
    const empty = readPng(
      drawChart(chart({ labels: ['甲'], series: [{ name: '次', values: [null] }] })).bytes,
    );
    expect(nothing.ink(400, 200, 600, 500)).toBeGreaterThan(empty.ink(400, 200, 600, 500));
  });
});
