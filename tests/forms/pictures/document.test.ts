import { describe, expect, it } from 'vitest';
import type { Cell, PaperDocument, Row, Table } from '../../../src/forms/document.js';
import { drawChart } from '../../../src/forms/pictures/charts.js';
import {
  cutAfter,
  cutFirstRow,
  linkedRows,
  edgesOf,
  heightOf,
  layRows,
  neededHeight,
  type LaidRow,
} from '../../../src/forms/pictures/pages/table-layout.js';
import { renderDocument } from '../../../src/forms/pictures/render-document.js';
import { readPng } from '../../support/papers/png.js';

const columns = [{ width: 2 }, { width: 5 }, { width: 8 }];
const head: readonly Row[] = [[{ text: '序号' }, { text: '姓名' }, { text: '备注' }]];
const type = { size: 32 };

function paper(rows: readonly Row[], more: Partial<PaperDocument> = {}): PaperDocument {
  const blocks = [
    { kind: 'title', text: '积分汇总表' },
    { kind: 'table', columns, head, rows },
    { kind: 'signatures', labels: ['支部书记', '记录员'] },
  ] as const;
  return {
    title: '积分汇总表',
    orientation: 'portrait',
    textSize: 12,
    blocks,
    footer: '机关第一党支部',
    ...more,
  };
}

function members(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, at) => [
    { text: String(at + 1) },
    { text: at % 2 === 0 ? '古丽娜尔·买买提明' : '=HYPERLINK("http://x")' },
    { text: at % 5 === 0 ? '参加上级组织的公益活动，累计服务时间较长，受到居民好评。' : '' },
  ]);
}

function laid(rows: readonly Row[]): readonly LaidRow[] {
  const table: Table = { kind: 'table', columns, head: [], rows };
  return layRows(rows, table, edgesOf(table, 0, 1300), { type });
}

const linesOf = (rows: readonly LaidRow[]) =>
  rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell.column === 2 ? cell.lines : [])));

describe('a document as pictures', () => {
  it.each([
    [3, 1],
    [12, 1],
    [60, 3],
  ])('%i members take %i pages of A4', (count, pages) => {
    const pictures = renderDocument(paper(members(count))).map(readPng);
    expect(pictures.map(({ width, height }) => [width, height])).toEqual(
      Array.from({ length: pages }, () => [1587, 2245]),
    );
    for (const page of pictures) {
      // The margins are empty, and the grey head begins the next page.
      expect(page.ink(0, 0, 139, 2245)).toBe(0);
      expect(page.ink(1587 - 139, 0, 139, 2245)).toBe(0);
    }
    for (const page of pictures.slice(1)) expect(page.shade(150, 146)).toBeCloseTo(0xed, 0);
  });

  it('shows no page with nothing but places to sign, and stacks them where the lines would be short', () => {
    const labels = ['考核记录员（签字）：', '党支部书记（签字）：', '日期：'];
    const sizes = [
      { textSize: 12, orientation: 'portrait', from: 33 },
      { textSize: 22, orientation: 'landscape', from: 6 },
    ] as const;
    for (const { textSize, orientation, from } of sizes) {
      for (let count = from; count < from + 4; count += 1) {
        const rows = Array.from({ length: count }, (_, at) => [{ text: String(at) }, { text: '张三' }]);
        const blocks = [
          { kind: 'table', columns, head, rows },
          { kind: 'signatures', labels },
        ] as const;
        const pages = renderDocument(paper([], { blocks, textSize, orientation })).map(readPng);
        // Every page has the grey head of the table.
        for (const page of pages) expect(page.shade(150, 146)).toBeCloseTo(0xed, 0);
      }
    }
  });

  it('lies on its side where it says so, and is the same twice', () => {
    const lying = paper(members(12), { orientation: 'landscape' });
    const [first, again] = [renderDocument(lying), renderDocument(lying)];
    expect(readPng(first[0]!).width).toBe(2245);
    expect(first.map((page) => Buffer.from(page))).toEqual(again.map((page) => Buffer.from(page)));
  });

  it('parts what no page holds: a row of three thousand characters, a cell over a hundred rows', () => {
    const long: Cell = { text: '很长的理由，'.repeat(500) };
    expect(renderDocument(paper([[{ text: '1' }, { text: '张三' }, long]])).length).toBe(4);
    const spanned = Array.from({ length: 100 }, (_, at): Row => [
      ...(at === 0 ? [{ text: '基础项目', down: 100 }] : []),
      { text: '一项' },
      { text: '' },
    ]);
    expect(renderDocument(paper(spanned)).length).toBe(3);
  });

  it('shows a picture, and a frame with words where it cannot be read', () => {
    const series = [{ name: '加分', values: [3] }];
    const chart = drawChart({
      kind: 'bar',
      title: '图',
      unit: '分',
      labels: ['一'],
      series,
      caption: '加分',
    });
    const broken = { ...chart, bytes: Buffer.from('nothing') };
    const page = (picture: typeof chart) => readPng(renderDocument(paper([], { blocks: [picture] }))[0]!);
    // The full bar of the chart is dark; the frame is empty in its place.
    expect(page(chart).shade(793, 600)).toBeLessThan(100);
    expect(page(broken).shade(793, 600)).toBe(255);
    expect(page(broken).ink(141, 141, 400, 60)).toBeGreaterThan(100);
  });

  it('GIVEN a chart THEN the page has one byte a pixel; GIVEN a photograph THEN its colours', () => {
    const chart = drawChart({
      ...{ kind: 'bar', title: '图', unit: '分', labels: ['一'], caption: '加分' },
      series: [{ name: '加分', values: [3] }],
    });
    const { kind, bytes, type, width, height, caption } = chart;
    const photograph = { kind, bytes, type, width, height, caption };
    // The 26th byte of a PNG names its colours: 0 grey, 2 and 6 all of them.
    const colours = (picture: typeof chart) =>
      renderDocument(paper([], { blocks: [picture] }))[0]?.[25] ?? -1;
    expect(colours(chart)).toBe(0);
    expect([2, 6]).toContain(colours(photograph));
  });
});

describe('the end of a page', () => {
  const line = { kind: 'paragraph', text: '情况' } as const;
  const heading = { kind: 'heading', text: '（二）党费' } as const;
  const small = { kind: 'table', columns, head, rows: members(5).map((row) => row.slice(0, 2)) } as const;
  const photo = drawChart({
    ...{ kind: 'bar', title: '图', unit: '分', labels: ['一'], caption: '加分' },
    series: [{ name: '加分', values: [3] }],
  });
  /** Rows of pixels with ink above the foot. */
  const inked = (page: Uint8Array) => readPng(page).ink(140, 140, 1307, 1960);

  it.each([
    ['a small table', small],
    ['a picture', photo],
  ])('GIVEN %s that finds no room THEN its heading goes with it', (_, block) => {
    const above = Array.from({ length: 31 }, () => line);
    const alone = renderDocument(paper([], { blocks: above }));
    const pages = renderDocument(paper([], { blocks: [...above, heading, block] }));
    expect([alone.length, pages.length]).toEqual([1, 2]);
    expect(inked(pages[0]!)).toBe(inked(alone[0]!));
  });

  it('GIVEN a row of half a page THEN it is parted rather than leaving a hole', () => {
    const tall: Row = [{ text: '1' }, { text: '内容' }, { text: '会议由书记主持。'.repeat(80) }];
    const whole = renderDocument(paper([...members(20), tall]));
    const short = renderDocument(paper(members(20)));
    expect(inked(whole[0]!)).toBeGreaterThan(inked(short[0]!) * 1.2);
  });
});

describe('a table before it has pages', () => {
  it('places cells past those that reach down into their row, and fills what is left open', () => {
    const rows = laid([
      [
        { text: '甲', down: 2 },
        { text: '乙', across: 2 },
      ],
      [{ text: '丙' }],
    ]);
    expect(rows.map(({ cells }) => cells.map(({ column, across, down }) => [column, across, down]))).toEqual([
      [
        [0, 1, 2],
        [1, 2, 1],
      ],
      [
        [1, 1, 1],
        [2, 1, 1],
      ],
    ]);
  });

  it('does not reach past its edges', () => {
    const [row] = laid([[{ text: '甲', across: 9, down: 9 }]]);
    expect(row?.cells.map(({ across, down }) => [across, down])).toEqual([[3, 1]]);
  });

  it('is as high as a cell over several rows needs', () => {
    const rows = laid([
      [{ text: '甲' }, { text: '' }, { text: '字'.repeat(200), down: 2 }],
      [{ text: '乙' }],
    ]);
    expect(heightOf(rows)).toBe(neededHeight(rows[0]!.cells[2]!));
    expect(linkedRows(rows)).toBe(2);
  });

  it.each([1, 2, 3])('loses no line of a cell that is cut after row %i', (count) => {
    const rows = laid([
      [{ text: '甲' }, { text: '' }, { text: '字'.repeat(200), down: 4 }],
      ...Array.from({ length: 3 }, () => [{ text: '乙' }]),
    ]);
    const cut = cutAfter(rows, count);
    expect(linesOf(cut).join('')).toBe('字'.repeat(200));
    expect(heightOf(cut.slice(count))).toBeGreaterThanOrEqual(
      Math.max(...cut[count]!.cells.map((cell) => (cell.down > 1 ? neededHeight(cell) : 0))),
    );
  });

  it('says a short label again below the cut', () => {
    const rows = laid([[{ text: '' }, { text: '' }, { text: '基础', down: 4 }], [], [], []]);
    expect(linesOf(cutAfter(rows, 2))).toEqual(['基础', '基础']);
  });

  it('parts a row by lines, and not where not one would fit', () => {
    const rows = laid([[{ text: '甲' }, { text: '' }, { text: '字'.repeat(200) }]]);
    const cut = cutFirstRow(rows, 200)!;
    expect(cut).toHaveLength(2);
    expect(linesOf(cut).join('')).toBe('字'.repeat(200));
    expect(cutFirstRow(rows, 20)).toBeUndefined();
  });
});
