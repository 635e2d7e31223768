import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadRulebook } from '../../src/start/files/rulebook-file.js';
import type { ReportOrder } from '../../src/app/ports/papers.js';
import type { Block, PaperDocument } from '../../src/forms/document.js';
import { renderDocx } from '../../src/forms/docx/render.js';
import { reportDocument } from '../../src/forms/reports/report.js';
import { factsWith, member } from '../support/branch/branch-facts.js';
import { branchOf, inputOf } from './scene.js';

const { rulebook } = await loadRulebook('rulebooks/2018.yaml');

const order: fc.Arbitrary<ReportOrder> = fc.oneof(
  fc.constantFrom(1 as const, 2 as const).map((half) => ({
    ...{ paper: 'report' as const, report: 'half' as const, year: 2026 },
    half,
  })),
  fc
    .constantFrom('year' as const, 'category' as const)
    .map((report) => ({ paper: 'report' as const, report, year: 2026 })),
);

const numbersIn = (text: string): readonly string[] => text.match(/\d+(?:\.\d+)?/gu) ?? [];

/** Texts of the paragraphs between two headings, without their own numbers. */
function under({ blocks }: PaperDocument, heading: string): readonly string[] {
  const from = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith(heading));
  const rest = blocks.slice(from + 1);
  const end = rest.findIndex(({ kind }) => kind !== 'paragraph');
  return rest
    .slice(0, end)
    .flatMap((block) => (block.kind === 'paragraph' ? [block.text.replace(/^\d+\. /u, '')] : []));
}

function cellsOf(block: Block): readonly string[] {
  return block.kind === 'table' ? [...block.head, ...block.rows].flat().map(({ text }) => text) : [];
}

function reportOf(members: number, wanted: ReportOrder, today: string, createdAt?: string): PaperDocument {
  return reportDocument(inputOf(branchOf(members, rulebook, createdAt), rulebook, today), wanted);
}

it('every number of the analysis and of open matters is in a table', () => {
  const day = fc.constantFrom('2026-07-01', '2026-08-15', '2026-11-28', '2027-01-05');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 25 }), order, day, (members, wanted, today) => {
      const document = reportOf(members, wanted, today);
      const known = new Set(document.blocks.flatMap(cellsOf).flatMap(numbersIn));
      const sentences = [...under(document, '二、'), ...under(document, '五、')];
      expect(sentences.length).toBeGreaterThan(3);
      for (const sentence of sentences)
        for (const number of numbersIn(sentence)) expect(known, sentence).toContain(number);
    }),
    { numRuns: 25 },
  );
});

const year: ReportOrder = { paper: 'report', report: 'year', year: 2026 };

it('is set as an official document, its title broken by sense', async () => {
  const document = reportOf(6, year, '2026-11-28');
  const [title] = document.blocks;
  expect(title).toMatchObject({ text: '机关第一党支部2026年度党员管理工作报告' });
  const files = unzipSync(await renderDocx(document, '2026-11-28'));
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const all = part('word/document.xml') + part('word/styles.xml') + part('word/fontTable.xml');
  for (const set of [
    'w:top="2098"',
    'w:bottom="1984"',
    'w:left="1587"',
    'w:right="1474"',
    '仿宋_GB2312',
    '楷体_GB2312',
  ])
    expect(all).toContain(set);
  expect(all).toContain('<w:font w:name="方正小标宋简体"><w:altName w:val="宋体"/></w:font>');
  expect(part('word/footer1.xml')).toMatch(/— .*PAGE.* —/su);
});

it('compares with the year before only where the branch was kept then', () => {
  const since = (createdAt: string) => under(reportOf(6, year, '2027-01-05', createdAt), '二、').join('');
  expect(since('2025-01-31T08:00:00')).toContain('上年');
  expect(since('2025-02-01T08:00:00')).not.toContain('上年');
});

it('an unfinished year is compared with the same days of the year before, and says so', () => {
  const document = reportOf(6, year, '2026-11-28');
  expect(under(document, '二、').join('')).toContain('上年同期');
  expect(document.blocks).toContainEqual({ kind: 'paragraph', text: '期间尚未结束，以下为目前的数据。' });
});

it('says what the rulebook asks for and was not held, and what waits', () => {
  const open = under(reportOf(6, year, '2027-01-05'), '五、');
  expect(open).toContain('主题党日（规定每月一次）缺6月，今后按规定频次开展。');
  expect(open).toContain('期间的加减分还有1条没有办结，请及时认定。');
});

it('GIVEN nothing on record THEN the sentences say so, and no chart and no comparison is drawn', () => {
  const facts = factsWith(member(1, '李强'), member(2, '赵敏'));
  const document = reportDocument(inputOf(facts, rulebook, '2026-02-20'), year);
  expect(under(document, '二、')).toEqual([
    '支部有党员2人，列入积分考核2人。',
    '期间没有结束登记的活动，没有到会数据。',
    '期间没有认定的加分。',
    '期间没有认定的减分。',
    '列入积分考核的2人，人均100分；加分0笔，减分0笔。',
    '期间没有登记党费。',
    '期间没有登记五个一、三进、三大员和联系群众。',
    '期间没有登记走访和慰问。',
  ]);
  // Nobody chose an example or wrote a practice: no chapter, no placeholder; and no all-clear.
  expect(document.blocks.filter(({ kind }) => kind === 'heading').at(-1)).toMatchObject({
    text: '三、存在问题和下一步',
  });
  expect(under(document, '三、').join('')).toContain('期间没有活动和加减分的登记，不能据此判断');
  expect(document.blocks.filter(({ kind }) => kind === 'picture')).toEqual([]);
});
