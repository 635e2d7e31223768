import { membersOn } from '../../domain/roster/membership.js';
import type { Days } from '../../domain/period/civil.js';
import type { PaperFile, ReportOrder } from '../../app/ports/papers.js';
import { keptSince } from '../../domain/attendance/quota.js';
import { personOf, refOf } from '../../domain/branch/people.js';
import { monthOf, yearOf } from '../../domain/period/civil.js';
import { halfYearNamed, yearPeriod } from '../../domain/period/half-year.js';
import { type Example, exampleOf, notesOf } from '../../domain/reports/known.js';
import type { Block, PaperDocument } from '../document.js';
import type { PaperInput } from '../input.js';
import { printedForm } from '../paper-file.js';
import { categoriesPart } from './categories.js';
import { before, comparePart } from './compare.js';
import { duesPart, openPart } from './open.js';
import { lifePart } from './life.js';
import { membersPart } from './members.js';
import type { Part, ReportInput } from './part.js';
import { shownItem, pointsPart } from './points.js';
import { rolePart } from './role.js';
import { paperDay } from '../../words/dates.js';
import { personTitle } from '../../words/persons.js';

const ordinals = ['一', '二', '三', '四', '五', '六', '七'] as const;

export async function reportFiles(paper: PaperInput, order: ReportOrder): Promise<readonly PaperFile[]> {
  return printedForm(reportDocument(paper, order), paper.today);
}

/**
 * The half-year check, the report of a year and the report on managing members by category: data, analysis, examples,
 * own practices (source, part two, 4 and part three). What is not on record is not in them.
 */
export function reportDocument(paper: PaperInput, order: ReportOrder): PaperDocument {
  const rulebook = paper.rulebookOf(order.year);
  const whole =
    order.report === 'half'
      ? halfYearNamed(order, rulebook.reports.halfYearCheckMonth)
      : yearPeriod(order.year);
  const { facts, today } = paper;
  const period = { first: whole.first, last: whole.last < today ? whole.last : today };
  const members = membersOn(facts, period.last);
  const input = { facts, rulebook, today, period, ended: whole.last < today, members };
  const parts = partsOf(order, input);
  const title = `${facts.branch.name}${titleOf(order, whole)}`;
  return {
    title,
    orientation: 'portrait',
    textSize: 12,
    footer: title,
    blocks: [
      { kind: 'title', text: title },
      ...head(input),
      heading('一、基本情况'),
      ...parts
        .filter(({ blocks }) => blocks.length > 0)
        .flatMap((part, index) => [heading(`（${ordinals[index] ?? ''}）${part.title}`), ...part.blocks]),
      heading('二、分析'),
      ...parts.flatMap(({ analysis }) => analysis).map(numbered),
      heading('三、典型事例'),
      ...exampleBlocks(input),
      heading('四、特色做法'),
      ...practiceBlocks(input),
      heading('五、存在问题和下一步'),
      ...openBlocks(parts),
      paragraph(''),
      { kind: 'signatures', labels: ['书记（签名）', '支部（盖章）'] },
      { kind: 'paragraph', text: paperDay(today), align: 'right' },
    ],
  };
}

function partsOf({ report }: ReportOrder, input: ReportInput): readonly Part[] {
  switch (report) {
    case 'half':
      return [...common(input), comparePart(input, before(input, 6, '上一个半年')), openPart(input)];
    case 'year':
      return [...common(input), comparePart(input, before(input, 12, '上年')), openPart(input)];
    case 'category':
      return [
        membersPart(input),
        categoriesPart(input),
        lifePart(input),
        rolePart(input),
        comparePart(input, before(input, 12, '上年')),
        openPart(input),
      ];
  }
}

function common(input: ReportInput): readonly Part[] {
  return [membersPart(input), lifePart(input), pointsPart(input), duesPart(input), rolePart(input)];
}

/** 2026年上半年党员管理检查报告; a half that the rulebook lets begin elsewhere is named by its months. */
function titleOf(order: ReportOrder, { first, last }: Days): string {
  switch (order.report) {
    case 'half': {
      const halves = { 1: '上半年', 7: '下半年' } as const;
      const known = halves[monthOf(first) as 1 | 7] as string | undefined;
      const until = yearOf(first) === yearOf(last) ? '' : `${yearOf(last)}年`;
      const span = known ?? `${monthOf(first)}月至${until}${monthOf(last)}月`;
      return `${yearOf(first)}年${span}党员管理检查报告`;
    }
    case 'year':
      return `${order.year}年度党员管理工作报告`;
    case 'category':
      return `${order.year}年党员分类管理工作报告`;
  }
}

/** Unrecorded times are blamed on nobody. */
function head({ facts, period, ended }: ReportInput): readonly Block[] {
  const since = keptSince(facts, yearOf(period.last));
  return [
    paragraph(`期间：${paperDay(period.first)}至${paperDay(period.last)}`),
    ...(since === null ? [] : [paragraph(`本支部从${paperDay(since)}起登记，此前的不在其内。`)]),
    ...(ended ? [] : [paragraph('期间尚未结束，以下为目前的数据。')]),
  ];
}

function openBlocks(parts: readonly Part[]): readonly Block[] {
  const open = parts.flatMap((part) => part.open);
  return open.length === 0
    ? [paragraph('按登记的数据，没有低于规定的项目，也没有未办结的事项。')]
    : open.map(numbered);
}

function numbered(text: string, index: number): Block {
  return paragraph(`${index + 1}. ${text}`);
}

function heading(text: string): Block {
  return { kind: 'heading', text };
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Examples from the period, as the secretary chose and worded them. */
function exampleBlocks({ facts, rulebook, period }: ReportInput): readonly Block[] {
  const examples = notesOf(facts, yearOf(period.last))
    .concat(yearOf(period.first) === yearOf(period.last) ? [] : notesOf(facts, yearOf(period.first)))
    .map((note) => exampleOf(facts, note))
    .filter((example): example is Example => example !== undefined)
    .filter(({ matter: { deedOn } }) => deedOn >= period.first && deedOn <= period.last)
    .sort((one, other) => (one.matter.deedOn < other.matter.deedOn ? -1 : 1));
  if (examples.length === 0) return [paragraph('（书记没有选定事例。）')];
  return examples.map(({ matter, text }, index) => {
    const name = personTitle(refOf(facts, personOf(facts, matter.subject)), rulebook);
    return paragraph(
      `${index + 1}. ${name}同志，${paperDay(matter.deedOn)}，${shownItem(rulebook, matter.item)}：${text}`,
    );
  });
}

function practiceBlocks({ facts, period }: ReportInput): readonly Block[] {
  const practices = notesOf(facts, yearOf(period.last)).filter(({ kind }) => kind === 'practice');
  if (practices.length === 0) return [paragraph('（书记没有填写特色做法。）')];
  return practices.map(({ text }, index) => paragraph(`${index + 1}. ${text ?? ''}`));
}
