/**
 * A publication as a table, made from the stored notice and never from today's facts: a later entry,
 * a correction or a new name changes nothing that was posted.
 */
import type { PersonRef } from '../../../domain/branch/people.js';
import { yearOf } from '../../../domain/period/civil.js';
import type { Publication, PublishedLine } from '../../../domain/notice/publication.js';
import type { Notice } from '../../../domain/notice/rows.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import type { YearNotice } from '../../../domain/year/public-notice.js';
import type { PaperInput } from '../../input.js';
import type { PhoneRow, PhoneTable } from './table.js';
import { dayTitle } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { tierTitle } from '../../../words/items.js';
import {
  entryNotes,
  ledgerMark,
  objectionHint,
  orderTitles,
  publicationTitle,
  yearNoticeTitle,
} from '../../../words/publications.js';
import { limitNotes } from '../../../words/scores.js';

const name = { head: '姓名', width: 37, align: 'left' } as const;
const sums = [
  { head: '基础', width: 15, align: 'right' },
  { head: '加分', width: 15, align: 'right' },
  { head: '减分', width: 15, align: 'right' },
  { head: '合计', width: 18, align: 'right' },
] as const;

type Day = (date: string) => string;

/** @throws when the branch has no notice of this number */
export function publicationPicture(
  { facts, rulebookOf }: PaperInput,
  number: number,
  day: Day = dayTitle,
): PhoneTable {
  const notice = facts.get('notice', number);
  if (notice === undefined) throw new Error(`no notice ${number}`);
  // Categories and outcomes are read as on the day of the notice, limits and items as in the year that it is about.
  const posted = rulebookOf(yearOf(notice.postedAt));
  switch (notice.kind) {
    case 'periodic': {
      const content = JSON.parse(notice.text) as Publication;
      return periodic(notice, content, rulebookOf(content.year), posted, day);
    }
    case 'yearly': {
      const content = JSON.parse(notice.text) as YearNotice;
      return yearly(notice, content, rulebookOf(content.year), posted, day);
    }
  }
}

function periodic(
  notice: Notice,
  content: Publication,
  rulebook: Rulebook,
  posted: Rulebook,
  day: Day,
): PhoneTable {
  return {
    title: publicationTitle(notice.number, content),
    subtitle: `截至${day(content.last)}已认定，${orderTitles[rulebook.publication.order]}`,
    lead: null,
    columns: [name, ...sums],
    notesBelow: 0,
    rows: content.lines.map((line) => ({
      cells: sumCells(line, posted),
      notes: [...limits(line, rulebook), ...entryNotes(line, content)],
    })),
    closing: [ledgerLine(notice), objectionHint(notice.number, 'periodic')],
  };
}

function yearly(
  notice: Notice,
  content: YearNotice,
  rulebook: Rulebook,
  posted: Rulebook,
  day: Day,
): PhoneTable {
  const { until, lines } = content;
  return {
    title: yearNoticeTitle(notice.number, content),
    subtitle: `公示${rulebook.publicNotice.days}天，${until === null ? `从${notice.how === 'meeting' ? '宣读' : '张贴'}次日算起` : `到${day(until)}结束`}`,
    lead: null,
    columns: [{ ...name, width: 30 }, ...sums, { head: '等次', width: 20, align: 'center' }],
    notesBelow: 0,
    rows: lines.map((line): PhoneRow => ({
      cells: [...sumCells(line, posted), tierTitle(line.tier, rulebook)],
      notes: [
        ...limits(line, rulebook),
        ...(line.entries === undefined ? [] : entryNotes({ entries: line.entries }, { frequency: 'yearly' })),
      ],
    })),
    closing: [objectionHint(notice.number, 'yearly'), ledgerLine(notice)],
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
    ...limitNotes(bonusCap === null ? 0 : bonus - bonusCap, uncounted),
  ];
}

function ledgerLine(notice: Notice): string {
  return `账本${ledgerMark(notice)}。`;
}
