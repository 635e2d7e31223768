/**
 * A publication as a table, made from the stored notice and never from today's facts: a later entry,
 * a correction or a new name changes nothing that was posted.
 */
import type { PersonRef } from '../../../domain/branch/people.js';
import { yearOf } from '../../../domain/period/civil.js';
import type { Period } from '../../../domain/notice/period.js';
import type { Publication, PublishedEntry, PublishedLine } from '../../../domain/notice/publication.js';
import type { Notice } from '../../../domain/notice/rows.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import type { YearNotice } from '../../../domain/year/public-notice.js';
import type { PaperInput } from '../../input.js';
import type { PhoneRow, PhoneTable } from './table.js';
import { dayTitle } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { itemName, signed, tierTitle } from '../../../words/items.js';
import { periodTitle } from '../../../words/periods.js';

const name = { head: '姓名', width: 37, align: 'left' } as const;
const sums = [
  { head: '基础', width: 15, align: 'right' },
  { head: '加分', width: 15, align: 'right' },
  { head: '减分', width: 15, align: 'right' },
  { head: '合计', width: 18, align: 'right' },
] as const;

const orders = { roster: '按名册顺序', surnameStrokes: '按姓氏笔画顺序' } as const;

/** @throws when the branch has no notice of this number */
export function publicationPicture({ facts, rulebookOf }: PaperInput, number: number): PhoneTable {
  const notice = facts.get('notice', number);
  if (notice === undefined) throw new Error(`no notice ${number}`);
  // Categories and outcomes are read as on the day of the notice, limits and items as in the year that it is about.
  const posted = rulebookOf(yearOf(notice.postedAt));
  switch (notice.kind) {
    case 'periodic': {
      const content = JSON.parse(notice.text) as Publication;
      return periodic(notice, content, rulebookOf(content.year), posted);
    }
    case 'yearly': {
      const content = JSON.parse(notice.text) as YearNotice;
      return yearly(notice, content, rulebookOf(content.year), posted);
    }
  }
}

function periodic(notice: Notice, content: Publication, rulebook: Rulebook, posted: Rulebook): PhoneTable {
  return {
    title: `公示第${notice.number}号：${periodTitle(content)}积分`,
    subtitle: `截至${dayTitle(content.last)}已认定，${orders[rulebook.publication.order]}`,
    lead: null,
    columns: [name, ...sums],
    notesBelow: 0,
    rows: content.lines.map((line) => ({
      cells: sumCells(line, posted),
      notes: [...limits(line, rulebook), ...entryNotes(line, content)],
    })),
    closing: [
      ledgerLine(notice),
      `如有异议，请私下发送“/异议 公示${notice.number} 理由”，不公开是谁提出的。`,
    ],
  };
}

function yearly(notice: Notice, content: YearNotice, rulebook: Rulebook, posted: Rulebook): PhoneTable {
  const { year, until, changed, lines } = content;
  return {
    title: `公示第${notice.number}号：${year}年度党员考核结果${changed ? '（更正后）' : ''}`,
    subtitle: `公示${rulebook.publicNotice.days}天，到${dayTitle(until)}结束`,
    lead: null,
    columns: [{ ...name, width: 30 }, ...sums, { head: '等次', width: 20, align: 'center' }],
    notesBelow: 0,
    rows: lines.map((line): PhoneRow => ({
      cells: [...sumCells(line, posted), tierTitle(line.tier, rulebook)],
      notes: limits(line, rulebook),
    })),
    closing: [
      `如有异议，请在公示期内私聊机器人发送“/异议 公示${notice.number} 理由”，由上级受理，不公开提出人。`,
      ledgerLine(notice),
    ],
  };
}

interface Line extends Omit<PublishedLine, 'entries'> {
  readonly person: PersonRef;
}

function sumCells({ person, base, bonus, deductions, total }: Line, posted: Rulebook): readonly string[] {
  return [personTitle(person, posted), ...[base, bonus, deductions, total].map(String)];
}

/** What a limit leaves out, so that anybody can add it up; and a veto, which makes it 0. */
function limits({ bonus, uncounted, vetoed }: Line, { scoring: { bonusCap } }: Rulebook): readonly string[] {
  return [
    ...(vetoed ? ['一票否决'] : []),
    ...(bonusCap !== null && bonus > bonusCap ? [`加分有${bonus - bonusCap}分超出上限，不计算`] : []),
    ...(uncounted > 0 ? [`减分有${uncounted}分超出基础分，不计算`] : []),
  ];
}

function entryNotes({ entries }: PublishedLine, { frequency }: Period): readonly string[] {
  const of = (earlierYear: boolean, reversal: boolean) =>
    entries.filter((entry) => entry.earlierYear === earlierYear && entry.reversal === reversal);
  return [
    entriesNote(frequency === 'monthly' ? '本月' : '本季', of(false, false)),
    entriesNote('更正', of(false, true)),
    entriesNote('上年补记', of(true, false)),
    entriesNote('上年更正', of(true, true)),
  ].filter((note) => note !== '');
}

/** A shielded item is points only. */
function entriesNote(label: string, entries: readonly PublishedEntry[]): string {
  const words = entries.map(
    ({ item, points }) => `${item === null ? '' : itemName(item.number, item.title)}${signed(points)}`,
  );
  return words.length === 0 ? '' : `${label}：${words.join('、')}`;
}

function ledgerLine({ entryCount, head }: Notice): string {
  return `账本${entryCount}笔，校验码${head.slice(0, 12)}。`;
}
