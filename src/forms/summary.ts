/**
 * 积分汇总(公示)表: annex 3 of the source, for a year or a quarter. It may hang on the wall, so it follows the rules of the
 * publication in the group.
 */
import type { PaperFile } from '../app/ports/papers.js';
import { periodNamed } from '../domain/notice/period.js';
import { isDecided, yearState } from '../domain/year/state.js';
import { cellEdges, charactersPerLine, type PaperDocument, type Row } from './document.js';
import type { PaperInput } from './input.js';
import { fileName, printedForm } from './paper-file.js';
import { summaryLines, unscoredText, type SummaryLine, type SummaryOrder } from './summary/lines.js';
import { sheetCharacters, summarySheet } from './summary/sheet.js';
import { listed, sideBySide } from './text.js';
import { plainNumber } from './words.js';
import type { Sheet } from './sheet.js';
import { renderXlsx } from './xlsx/render.js';
import { paperDay } from '../words/dates.js';
import { yearSpanTitle } from '../words/periods.js';
import { orderTitles } from '../words/publications.js';

/** The sheet for the notice board is a .docx only: nobody calculates on a wall. */
export async function summaryFiles(input: PaperInput, order: SummaryOrder): Promise<readonly PaperFile[]> {
  const document = summaryDocument(input, order);
  const printed = await printedForm(document, input.today);
  if (order.large) return printed;
  const bytes = await renderXlsx([summaryTable(input, order)], input.today);
  return [...printed, { kind: 'file', name: `${fileName(document.title)}.xlsx`, bytes }];
}

export function summaryTable(input: PaperInput, order: SummaryOrder): Sheet {
  const titles = {
    tab: yearSpanTitle(order),
    title: [title, headText(input, order, sheetCharacters), ...asOf(input, order)],
    footer: [signers.map((signer) => `${signer}${'_'.repeat(12)}`).join('  ')],
  };
  return summarySheet(titles, input.rulebookOf(order.year), summaryLines(input, order));
}

const title = '党员日常积分汇总（公示）表';
const signers = ['考核记录员（签字）：', '党支部书记（签字）：', '日期：'] as const;

const headings = [
  '党员姓名',
  '基础\n积分',
  '加分情况',
  '减分情况',
  '综合\n得分',
  '民主\n评议\n情况',
  '备注\n（含一票\n否决）',
];

/** Columns of texts: items of both sides, remarks. */
const leftAligned: ReadonlySet<number> = new Set([2, 3, 6]);

/** Shares of the width: headings of two and items with two digits stay whole, on the wall in large letters too. */
const widths = { usual: [50, 27, 80, 75, 27, 36, 65], large: [46, 26, 76, 70, 26, 30, 46] } as const;

export function summaryDocument(input: PaperInput, order: SummaryOrder): PaperDocument {
  const { facts, today } = input;
  const lines = summaryLines(input, order);
  const columns = widths[order.large ? 'large' : 'usual'].map((width, at) => ({
    width,
    align: leftAligned.has(at) ? ('left' as const) : ('center' as const),
  }));
  const paper = order.large
    ? ({ orientation: 'landscape', textSize: 22 } as const)
    : ({ orientation: 'portrait', textSize: 12 } as const);
  return {
    title: `${yearSpanTitle(order)}积分汇总表${variantOf(order)}`,
    ...paper,
    footer: `${facts.branch.name}  ${paperDay(today)}`,
    blocks: [
      { kind: 'title', text: title },
      { kind: 'paragraph', text: headText(input, order, charactersPerLine(paper)) },
      ...asOf(input, order).map((text) => ({ kind: 'paragraph' as const, text })),
      {
        kind: 'table',
        columns,
        head: [headings.map((text) => ({ text }))],
        rows: lines.map((line) => rowOf(line, roomFor(paper, widths[order.large ? 'large' : 'usual']))),
      },
      { kind: 'signatures', labels: signers },
    ],
  };
}

function roomFor(
  paper: Pick<PaperDocument, 'orientation' | 'textSize'>,
  widths: readonly number[],
): (column: number) => number {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (column) => (charactersPerLine(paper) * (widths[column] ?? 0)) / whole - cellEdges / paper.textSize;
}

function rowOf(
  { name, base, items, total, tier, remarks }: SummaryLine,
  room: (column: number) => number,
): Row {
  const [bonus, deduction] = [listed(items.bonus, room(2)), listed(items.deduction, room(3))];
  return [name, plainNumber(base), bonus, deduction, plainNumber(total), tier, remarks].map((text) => ({
    text,
  }));
}

function headText({ facts }: PaperInput, order: SummaryOrder, characters: number): string {
  return sideBySide(
    [`党支部名称（盖章）：${facts.branch.name}`, `（${yearSpanTitle(order)}）`],
    characters,
    '  ',
  );
}

/** Tells two tables of one span apart as files in one folder: (笔画), (张贴), (笔画,张贴) */
function variantOf({ order, large }: SummaryOrder): string {
  const words = [...(order === 'strokes' ? ['笔画'] : []), ...(large ? ['张贴'] : [])];
  return words.length === 0 ? '' : `（${words.join('，')}）`;
}

/** 截至2026年9月30日已认定,按名册顺序。 and 离退休党员1人不参加积分考核。 */
function asOf(input: PaperInput, asked: SummaryOrder): readonly string[] {
  const { year, quarter, order } = asked;
  const ordered = orderTitles[order === 'strokes' ? 'surnameStrokes' : 'roster'];
  return [`${until(input, year, quarter)}，${ordered}。`, unscoredText(input, asked)].filter(
    (text) => text !== '',
  );
}

function until({ facts, today }: PaperInput, year: number, quarter: number | null): string {
  if (quarter === null) {
    if (facts.of('yearRecord', year).length > 0) return '已归档';
    return `截至${paperDay(today)}已认定${isDecided(yearState(facts, year)) ? '，等次已评定' : ''}`;
  }
  const { last } = periodNamed('quarterly', { year, period: quarter });
  return `截至${paperDay(last < today ? last : today)}已认定`;
}
