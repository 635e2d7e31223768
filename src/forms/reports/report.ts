import { membersOn } from '../../domain/roster/membership.js';
import type { Days } from '../../domain/period/civil.js';
import type { PaperFile, ReportOrder } from '../../app/ports/papers.js';
import { keptSince } from '../../domain/attendance/quota.js';
import { personOf, refOf } from '../../domain/branch/people.js';
import { addDays, monthOf, yearOf } from '../../domain/period/civil.js';
import { halfYearNamed, yearPeriod } from '../../domain/period/half-year.js';
import { examplesIn, practicesIn } from '../../domain/reports/known.js';
import { entriesIn } from '../../app/life/figures.js';
import { heldIn } from '../../domain/attendance/standing.js';
import { daysOf } from '../../domain/notice/period.js';
import { quarterOf } from '../../domain/period/months.js';
import { quarterTitle } from '../../words/periods.js';
import { widthOf } from '../text.js';
import { official, type Block, type PaperDocument } from '../document.js';
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

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

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
  const own = titleOf(order, whole);
  const data = parts
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap((part, index): Block[] => [
      { kind: 'heading', level: 2, text: `（${ordinals[index] ?? ''}）${part.title}` },
      ...part.blocks,
    ]);
  // A part that nobody filled is left out: the superior reads no placeholder, and the recorder hears of it in chat.
  const chapters: readonly (readonly [string, readonly Block[]])[] = [
    ['基本情况', data],
    ['分析', parts.flatMap(({ analysis }) => analysis).map(numbered)],
    ['典型事例', exampleBlocks(input)],
    ['特色做法', practiceBlocks(input)],
    ['存在问题和下一步', openBlocks(input, parts)],
  ];
  return {
    title: `${facts.branch.name}${own}`,
    orientation: 'portrait',
    textSize: official.textSize,
    official: true,
    blocks: [
      { kind: 'title', text: titleLines(facts.branch.name, own) },
      ...head(input),
      ...chapters
        .filter(([, blocks]) => blocks.length > 0)
        .flatMap(([name, blocks], index) => [heading(`${ordinals[index] ?? ''}、${name}`), ...blocks]),
      paragraph(''),
      { kind: 'signatures', labels: ['书记（签名）', '支部（盖章）'] },
      { kind: 'paragraph', text: paperDay(today), align: 'right' },
    ],
  };
}

/** The branch and its report on lines of their own where one is too short for both; a long name in two halves. */
function titleLines(branch: string, report: string): string {
  const most = official.lineWidth / official.titleSize - 1;
  if (widthOf(branch) + widthOf(report) <= most) return `${branch}${report}`;
  const characters = Array.from(branch);
  const half = Math.ceil(characters.length / 2);
  const name =
    widthOf(branch) <= most
      ? branch
      : `${characters.slice(0, half).join('')}\n${characters.slice(half).join('')}`;
  return `${name}\n${report}`;
}

function partsOf({ report }: ReportOrder, input: ReportInput): readonly Part[] {
  switch (report) {
    case 'half':
      return [
        ...common(input),
        comparePart(input, before(input, 6, '上一个半年')),
        quarterPart(input),
        openPart(input),
      ];
    case 'year':
      return [
        ...common(input),
        comparePart(input, before(input, 12, '上年')),
        quarterPart(input),
        openPart(input),
      ];
    case 'category':
      return [
        membersPart(input),
        categoriesPart(input),
        lifePart(input),
        rolePart(input),
        comparePart(input, before(input, 12, '上年')),
        quarterPart(input),
        openPart(input),
      ];
  }
}

/** The last quarter that has ended in the period, against the one before it. */
function quarterPart(input: ReportInput): Part {
  const { year, quarter } = quarterOf(addDays(input.period.last, 1));
  const last = addDays(daysOf({ year, quarter }).first, -1);
  const named = quarterOf(last);
  const period = daysOf(named);
  const own = { ...input, period, ended: true };
  const earlier = period.first < input.period.first ? undefined : before(own, 3, '上一季度');
  return comparePart(own, earlier, `${quarterTitle(named)}与上一季度对比`, quarterTitle(named));
}

function common(input: ReportInput): readonly Part[] {
  return [
    membersPart(input),
    lifePart(input),
    pointsPart(input),
    categoriesPart(input),
    duesPart(input),
    rolePart(input),
  ];
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

/** Nothing on record is no all-clear. */
function openBlocks(
  { facts, members, period, rulebook }: ReportInput,
  parts: readonly Part[],
): readonly Block[] {
  const open = parts.flatMap((part) => part.open);
  if (open.length > 0) return open.map(numbered);
  const entries = (side: 'bonus' | 'deduction') => entriesIn(facts, rulebook, members, period, side).length;
  const hasData = heldIn(facts, period).length + entries('bonus') + entries('deduction') > 0;
  return [
    paragraph(
      hasData
        ? '按登记的数据，没有低于规定的项目，也没有未办结的事项。'
        : '期间没有活动和加减分的登记，不能据此判断有没有问题，请先补齐登记。',
    ),
  ];
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
  const examples = examplesIn(facts, period);
  return examples.map(({ matter, text }, index) => {
    const name = personTitle(refOf(facts, personOf(facts, matter.subject)), rulebook);
    return paragraph(
      `${index + 1}. ${name}同志，${paperDay(matter.deedOn)}，${shownItem(rulebook, matter.item)}：${text}`,
    );
  });
}

function practiceBlocks({ facts, period }: ReportInput): readonly Block[] {
  const practices = practicesIn(facts, period);
  return practices.map(({ text }, index) => paragraph(`${index + 1}. ${text ?? ''}`));
}
