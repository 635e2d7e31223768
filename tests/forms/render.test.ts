import { readFileSync } from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PaperDocument, Row } from '../../src/forms/document.js';
import { renderDocx } from '../../src/forms/docx/render.js';
import type { Sheet } from '../../src/forms/sheet.js';
import { renderXlsx } from '../../src/forms/xlsx/render.js';
import {
  badXml,
  hasOffice,
  partOf,
  printed,
  recalculated,
  rowXmlOf,
  rowsOfDocx,
  wordsOfDocx,
} from '../support/papers/office.js';

const today = '2026-11-28';
const office = hasOffice();

/** Whatever somebody may type, and be called. */
const nasty = [
  '=HYPERLINK("http://x")',
  '<b>&',
  '+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '1e5',
  'TRUE',
  '2026-01-01',
  '007',
  '𫖯䶮',
];

function table(rows: readonly Row[]): PaperDocument {
  const columns = [{ width: 1 }, { width: 3 }, { width: 1, align: 'center' as const }];
  const head: Row[] = [[{ text: '项目' }, { text: '考核内容', across: 2 }]];
  return {
    title: '考核表<b>&',
    orientation: 'portrait',
    textSize: 12,
    footer: '机关第一党支部',
    blocks: [
      { kind: 'title', text: '考核表' },
      { kind: 'table', columns, head, rows },
      { kind: 'signatures', labels: ['党员签字：', '党小组组长签字：', '党支部（总支）书记签字：'] },
    ],
  };
}

const plain = (text: string): Row => [{ text }, { text: '内容' }, { text: '3' }];

afterEach(() => {
  vi.useRealTimers();
});

describe('the same bytes', () => {
  it.each([
    ['.docx', () => renderDocx(pictured(), today)],
    ['.xlsx', () => renderXlsx([sheet()], today)],
  ] as const)(
    'GIVEN other clocks and a second time in one process THEN the %s is the same',
    async (_, make) => {
      const made: Uint8Array[] = [];
      for (const now of ['2026-11-28T09:00:00Z', '2031-02-03T23:59:59Z']) {
        vi.useFakeTimers({ now: new Date(now), toFake: ['Date'] });
        made.push(await make());
      }
      const [one, other] = made;
      expect(Buffer.compare(one!, other!)).toBe(0);
      expect(partOf(one!, 'docProps/core.xml')).toContain('2026-11-28T00:00:00Z');
      expect(partOf(one!, 'docProps/core.xml')).not.toContain('2031');
    },
  );
});

function pictured(): PaperDocument {
  const bytes = readFileSync('docs/images/page.png');
  const picture = {
    kind: 'picture',
    bytes,
    type: 'png',
    width: 4000,
    height: 2500,
    caption: '网页',
  } as const;
  return { ...table([plain('张三')]), blocks: [...table([]).blocks.slice(0, 1), picture, picture] };
}

describe('a document', () => {
  it('keeps everybody’s text as text, and its XML is sound', async () => {
    const bytes = await renderDocx(
      table([...nasty, '一\u0001二\ud800三', '第一行\n第二行'].map(plain)),
      today,
    );
    expect(badXml(bytes)).toEqual([]);
    const firsts = rowsOfDocx(bytes).map(([first]) => first);
    expect(firsts).toEqual(['项目', ...nasty.map((text) => text.trim()), '一二三', '第一行\n第二行']);
  });

  it('merges cells across and down, and repeats its head', async () => {
    const rows: Row[] = [
      [
        { text: '基础项', down: 2 },
        { text: '甲', across: 2 },
      ],
      [{ text: '乙' }, { text: '1' }],
    ];
    const xml = partOf(await renderDocx(table(rows), today), 'word/document.xml');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(2);
    expect(xml).toContain('<w:vMerge w:val="restart"/>');
    expect(xml).toContain('<w:vMerge w:val="continue"/>');
    const widths = [...xml.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11_906 - 2 * 1_134);
  });

  it('keeps a row whole, but for one that would fill half a page', async () => {
    const long = await renderDocx(
      table([plain('张三'), [{ text: '长' }, { text: '很长'.repeat(700) }, { text: '' }]]),
      today,
    );
    expect(rowXmlOf(long).map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, false]);
  });

  it('names Chinese fonts, and shows a picture no wider than the page', async () => {
    const bytes = await renderDocx(pictured(), today);
    expect(partOf(bytes, 'word/styles.xml')).toMatch(/w:eastAsia="宋体".*w:eastAsia="黑体"/s);
    const [, width] = /<wp:extent cx="(\d+)"/.exec(partOf(bytes, 'word/document.xml')) ?? [];
    expect(Number(width) / 12_700).toBeLessThanOrEqual(482);
    expect(Number(width) / 12_700).toBeGreaterThan(450);
  });

  const long = printed('docx', () =>
    renderDocx(table(Array.from({ length: 90 }, (_, at) => plain(`第${at}行`))), today),
  );
  it.runIf(office)('has the head, and the number of the page, on every page in LibreOffice', async () => {
    const pages = await long();
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((page, at) => {
      expect(page).toContain('考核内容');
      expect(page.replace(/\s/g, '')).toContain(`机关第一党支部第${at + 1}页共${pages.length}页`);
    });
    expect(pages.at(-1)).toMatch(/第 ?89 ?行[^]*党员签字/);
  });

  const wide = () => renderDocx({ ...table([plain('张三')]), orientation: 'landscape' }, today);
  const onItsSide = printed('docx', wide);
  it.runIf(office)('is turned on its side where it is wide', async () => {
    const bytes = await wide();
    expect(partOf(bytes, 'word/document.xml')).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
    expect(wordsOfDocx(bytes)).toContain('党员签字：');
    expect(await onItsSide()).toHaveLength(1);
  });
});

function sheet(names: readonly string[] = nasty): Sheet {
  return {
    name: '一[季]度/汇总：很长的名字'.repeat(4),
    title: ['积分汇总表', '机关第一党支部'],
    columns: [
      { heading: '党员姓名', width: 8, kind: 'text' },
      { heading: '积分', width: 4, kind: 'number' },
      { heading: '两倍', width: 4, kind: 'number', decimals: 1 },
    ],
    rows: names.map((name, at) => [name, at, { formula: ({ line }) => `B${line}*2`, value: at * 2 }]),
    totals: [['合计', { formula: ({ first, last }) => `SUM(B${first}:B${last})`, value: 55 }, null]],
    footer: ['考核记录员（签字）：'],
    orientation: 'portrait',
    frozenColumns: 1,
  };
}

describe('a sheet', () => {
  it('keeps everybody’s text as text', async () => {
    const bytes = await renderXlsx([sheet()], today);
    expect(badXml(bytes)).toEqual([]);
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect([...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula)).toEqual([
      ...nasty.map((_, at) => `B${at + 4}*2`),
      'SUM(B4:B14)',
    ]);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.slice(3, 14).map(([name]) => name)).toEqual(nasty);
  });

  it('repeats title and headings on each page, as wide as the page, and holds them in view', async () => {
    const bytes = await renderXlsx([sheet()], today);
    expect(partOf(bytes, 'xl/workbook.xml')).toMatch(/Print_Titles[^<]*>[^<]*\$1:\$3</);
    const xml = partOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('fitToWidth="1" fitToHeight="0"');
    expect(xml).toContain('xSplit="1" ySplit="3"');
  });

  const calculated = recalculated(() => renderXlsx([sheet()], today));
  it.runIf(office)(
    'GIVEN LibreOffice recalculates it THEN text stays text, and sums are the same',
    async () => {
      const again = await readXlsx(await calculated());
      const rows = again.sheets[0]?.rows ?? [];
      expect(rows.slice(3, 14).map(([name]) => name)).toEqual(nasty);
      expect(rows.slice(3, 14).map((row) => row[2])).toEqual(nasty.map((_, at) => at * 2));
      expect(rows[14]?.[1]).toBe(55);
    },
  );
});
