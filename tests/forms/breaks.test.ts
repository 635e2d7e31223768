/** What a page begins and ends with: nothing torn, nothing alone. */
import { describe, expect, it } from 'vitest';
import type { Block, PaperDocument, Row } from '../../src/forms/document.js';
import { renderDocx } from '../../src/forms/docx/render.js';
import { memberCard } from '../../src/forms/member-card/card.js';
import { memberLogbook } from '../../src/forms/logbook/member-logbook.js';
import { summaryDocument } from '../../src/forms/summary.js';
import { sideBySide, widthOf } from '../../src/forms/text.js';
import { renderXlsx } from '../../src/forms/xlsx/render.js';
import { emptyFacts, type Facts } from '../../src/domain/branch/facts.js';
import { FOUNDED, member } from '../support/branch/branch-facts.js';
import { hasOffice, partOf, printed } from '../support/papers/office.js';
import { inputOf } from './scenes/scene.js';

const today = '2026-11-28';
const office = hasOffice();
const longName = '阿卜杜热合曼·买买提依明·吐尔逊';

function branchCalled(name: string): Facts {
  return emptyFacts({ id: 'b1', name, createdAt: FOUNDED, entryCount: 0, head: '' }).with([
    member(1, longName),
  ]);
}

const plain = (text: string): Row => [{ text }, { text: '100' }];

function paper(rows: number, orientation: PaperDocument['orientation'] = 'landscape'): PaperDocument {
  const people = Array.from({ length: rows }, (_, at) => plain(`第${at + 1}人`));
  return {
    title: '汇总表',
    orientation,
    textSize: 22,
    blocks: [
      { kind: 'title', text: '汇总表' },
      {
        kind: 'table',
        columns: [{ width: 1 }, { width: 1 }],
        head: [plain('姓名')],
        rows: [...people, plain('合计')],
      },
      { kind: 'signatures', labels: ['考核记录员（签字）', '党支部书记（签字）', '日期'] },
    ],
  };
}

describe('the head of a form', () => {
  it.each(Array.from({ length: 12 }, (_, at) => at * 4 + 4))(
    'GIVEN a branch with a name of %i characters THEN no line of it is longer than the page, nothing parted',
    (length) => {
      const name = '支部'.repeat(length / 2);
      const parts = [name, longName, '2026年度'];
      const lines = sideBySide(parts, 40).split('\n');
      for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(Math.max(40, widthOf(name)));
      expect(lines.flatMap((line) => line.split('    '))).toEqual(parts);
    },
  );

  it('says year and date on a line of their own where the name of the branch leaves no room', () => {
    const texts = (document: PaperDocument): readonly string[] =>
      document.blocks.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []));
    const long = inputOf(branchCalled('市直机关第一综合党支部'.repeat(4)), today);
    const short = inputOf(branchCalled('机关第一党支部'), today);
    const order = { year: 2026, quarter: null, order: 'roster', large: false } as const;
    expect(texts(summaryDocument(long, order))).toContain('（2026年度）');
    expect(texts(summaryDocument(short, order))).toContain(
      '党支部名称（盖章）：机关第一党支部  （2026年度）',
    );
    expect(texts(memberCard(long, { person: 1, year: 2026 }))).toContain('填表日期：2026年11月28日');
    expect(texts(memberLogbook(long, { person: 1, year: 2026, quarter: null }))).toContain(
      `${longName}    机关党员    2026年`,
    );
  });
});

describe('the end of a table', () => {
  const papers = [4, 5, 6, 7, 8, 19, 20, 21, 22, 23].map((rows) => ({
    rows,
    pagesOf: printed('docx', () => renderDocx(paper(rows), today)),
  }));
  it.runIf(office).each(papers)(
    'GIVEN $rows rows THEN the page with the places to sign has a row and the sums',
    async ({ rows, pagesOf }) => {
      const pages = await pagesOf();
      const last = (pages.at(-1) ?? '').replace(/\s/g, '');
      expect(last).toMatch(
        new RegExp(`第${rows}人.*合计.*考核记录员（签字）：_.*书记（签字）：_.*日期：_`, 'u'),
      );
    },
  );

  const line: Block = { kind: 'paragraph', text: '情况' };
  const small = [8, 10, 12].map((lines) =>
    printed('docx', () => {
      const blocks: readonly Block[] = [
        ...Array.from({ length: lines }, () => line),
        { kind: 'heading', text: '（二）党费' },
        { kind: 'table', columns: [{ width: 1 }, { width: 1 }], head: [], rows: [plain('甲'), plain('乙')] },
      ];
      return renderDocx({ ...paper(0), blocks }, today);
    }),
  );
  it.runIf(office)('a small table stays whole, with its heading', async () => {
    for (const pagesOf of small) {
      const pages = await pagesOf();
      const withHeading = pages.filter((page) => page.includes('党费'));
      expect(withHeading).toHaveLength(1);
      expect(withHeading[0]).toMatch(/党费[^]*甲[^]*乙/u);
    }
  });

  it('words before the places to sign, and the day after them, stay with them', async () => {
    const blocks: readonly Block[] = [
      { kind: 'paragraph', text: '没有未办结的事项。' },
      { kind: 'paragraph', text: '' },
      { kind: 'signatures', labels: ['书记（签名）', '支部（盖章）'] },
      { kind: 'paragraph', text: '2026年11月28日', align: 'right' },
    ];
    const xml = partOf(await renderDocx({ ...paper(0), blocks }, today), 'word/document.xml');
    const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gs) ?? [];
    expect(paragraphs.map((one) => /<w:keepNext\/>/u.test(one))).toEqual([true, true, true, false]);
  });
});

describe('the foot of a page', () => {
  const footer =
    '中共某某市市直机关工作委员会直属机关第一综合党支部委员会（信访与政务服务中心）  2026年11月28日';
  const pagesOf = printed('docx', () => renderDocx({ ...paper(2, 'portrait'), footer }, today));
  it.runIf(office)('GIVEN a long name THEN the page number is whole below it', async () => {
    const [page = ''] = await pagesOf();
    expect(page.split('\n').map((text) => text.replace(/\s/g, ''))).toContain('第1页共1页');
  });
});

describe('a sheet on paper', () => {
  const sheetOf = (rows: number) => ({
    name: '党员考勤台账 2026年（机关党员）',
    title: ['党员考勤台账', '机关第一党支部'],
    columns: [
      { heading: '姓名', width: 20, kind: 'text' as const },
      { heading: '次数', width: 20, kind: 'number' as const },
    ],
    rows: Array.from({ length: rows }, (_, at) => [`第${at + 1}人`, at]),
    totals: [['合计', 0]],
    footer: ['填表人：'],
    orientation: 'landscape' as const,
  });

  it('repeats its headings whatever the tab is called', async () => {
    const xml = partOf(await renderXlsx([sheetOf(3)], today), 'xl/workbook.xml');
    expect(xml).toContain(">'党员考勤台账 2026年（机关党员）'!$1:$3<");
  });

  const sheets = [16, 17, 18, 19, 20, 40].map((rows) => ({
    rows,
    pagesOf: printed('xlsx', () => renderXlsx([sheetOf(rows)], today)),
  }));
  it.runIf(office)('has a row beside the places to sign, and the headings, on its last page', async () => {
    for (const { rows, pagesOf } of sheets) {
      const pages = await pagesOf();
      for (const page of pages) expect(page).toContain('次数');
      expect(pages.at(-1)).toMatch(new RegExp(`第${rows}人[^]*合计[^]*填表人`, 'u'));
    }
  });

  const below = () => renderXlsx([{ ...sheetOf(0), rows: [['张三', -3]] }], today);
  const belowNothing = printed('xlsx', below);
  it('shows a number below nothing with the minus of all papers, and keeps it a number', async () => {
    const bytes = await below();
    expect(partOf(bytes, 'xl/styles.xml')).toContain('formatCode="0;&quot;−&quot;0"');
    expect(partOf(bytes, 'xl/worksheets/sheet1.xml')).toMatch(/<c r="B4"[^>]*><v>-3<\/v>/u);
    if (office) expect((await belowNothing())[0]).toMatch(/张三\s+−3/u);
  });
});
