import { duesStateOf } from '../../app/dues/show.js';
import { isKept } from '../../app/papers/registers.js';
import { personOf, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { monthIn } from '../../domain/period/months.js';
import { historyOf } from '../../domain/roster/changes.js';

import { type Block, charactersPerLine, type PaperDocument, type Row } from '../document.js';
import type { PaperInput } from '../input.js';
import { duesText } from '../registers/dues.js';
import { sideBySide } from '../text.js';
import { goneTitle, ownSignature } from '../words.js';
import { actionRows, attendanceRows, listed, scoreRows, type Asked } from './year.js';
import { joiningDay } from '../../domain/roster/particulars.js';
import type { LifeField } from '../../domain/roster/rows.js';
import type { Person } from '../../domain/roster/rows.js';
import { fieldTitles, particularText } from '../../words/particulars.js';
import { paperDay } from '../../words/dates.js';
import { personTitle } from '../../words/persons.js';
import { categoryTitle, changeTitle, officeTitle, membershipTitle } from '../../words/roster.js';

/** Eight columns: four pairs of a label and what it is. */
const columns = [1.25, 1, 1.25, 1, 1.25, 1, 1.25, 1].map((width) => ({ width, align: 'center' as const }));

const paper = { orientation: 'portrait', textSize: 12 } as const;

/** Of offices, and of moves. */
const mostLines = 8;

/**
 * 党员信息卡: what the branch knows of a member on one page. Cards are passed around, so they hold nothing
 * confidential: no care, no reasons, no kinds of leave, no hearing.
 */
export function memberCard(input: PaperInput, order: { person: number; year: number }): PaperDocument {
  const { facts, today } = input;
  const { year } = order;
  const person = personOf(facts, order.person);
  const asked: Asked = { input, person, year, rulebook: input.rulebookOf(year) };
  const name = personTitle(refOf(facts, person), input.rulebookOf(yearOf(today)));
  const blocks: readonly Block[] = [
    { kind: 'title', text: '党员信息卡' },
    {
      kind: 'paragraph',
      text: sideBySide([facts.branch.name, `填表日期：${paperDay(today)}`], charactersPerLine(paper)),
    },
    {
      kind: 'table',
      columns,
      head: [],
      rows: [
        ...identityRows(asked, name),
        section('职务'),
        ...listed(officeLines(asked), '没有担任支部职务'),
        section('在本支部的变动'),
        ...listed(moveLines(asked), '没有变动'),
        section(`${year}年积分`),
        ...scoreRows(asked),
        ...(isKept(facts, year) ? keptRows(asked) : listed([notKept], '')),
      ],
    },
    { kind: 'signatures', labels: [...ownSignature(person, '本人签字'), '书记签字', '党支部盖章'] },
  ];
  return {
    title: `党员信息卡 ${name} ${year}年`,
    ...paper,
    blocks,
    footer: facts.branch.name,
  };
}

/** For a year of which only the result was imported. */
const notKept = '参加活动、党费和发挥作用：当年本支部还没有用机器人记录。';

function keptRows(asked: Asked): readonly Row[] {
  const { input, person, year } = asked;
  const dues = duesStateOf(input.facts, person, year, monthIn(input.today));
  return [
    section(`${year}年参加活动`),
    ...attendanceRows(asked),
    section(`${year}年党费`),
    ...listed([duesText(dues, year)], ''),
    section(`${year}年发挥作用`),
    ...actionRows(asked),
  ];
}

function section(text: string): Row {
  return [{ text, across: 8, bold: true, align: 'center' }];
}

function pair(label: string, text: string): Row {
  return [
    { text: label, bold: true },
    { text, across: 3, align: 'left' },
  ];
}

function identityRows({ input, person }: Asked, name: string): readonly Row[] {
  const rulebook = input.rulebookOf(yearOf(input.today));
  const day = (date: string | null | undefined) => (date == null ? '' : paperDay(date));
  const gone = goneTitle(person);
  return [
    [...pair('姓名', name), ...pair('类别', categoryTitle(person.category, rulebook))],
    [...pair('身份', membershipTitle(person)), ...pair('党小组', person.group ?? '')],
    [...pair('入党日期', day(person.partyJoinedOn)), ...pair('转正日期', day(person.regularOn))],
    [...pair('到本支部', day(joiningDay(person))), ...pair('联系电话', person.phone ?? '')],
    ...lifeRows(person),
    ...(gone === ''
      ? []
      : [
          [
            { text: '去向', bold: true },
            { text: gone, across: 7, align: 'left' as const },
          ],
        ]),
  ];
}

/** 性别, 民族 … in pairs, as far as the roster holds any. */
function lifeRows({ life }: Person): readonly Row[] {
  if (life === undefined || Object.keys(life).length === 0) return [];
  const shown = (field: LifeField) => particularText(field, life[field] ?? '', paperDay);
  const two = (one: LifeField, other: LifeField): Row => [
    ...pair(fieldTitles[one], shown(one)),
    ...pair(fieldTitles[other], shown(other)),
  ];
  return [
    two('gender', 'ethnicity'),
    [
      ...pair(fieldTitles.bornOn, life.bornOn === undefined ? '' : shown('bornOn')),
      ...pair(fieldTitles.education, shown('education')),
    ],
    [
      { text: '单位及\n职务', bold: true },
      { text: shown('position'), across: 7, align: 'left' },
    ],
  ];
}

function officeLines({ input, person }: Asked): readonly string[] {
  const lines = input.facts.of('office', person.id).map(({ office, from, until, recommendedOn }) => {
    const recommended = recommendedOn === null ? '' : `，${paperDay(recommendedOn)}民主推荐`;
    const span = until === null ? `${paperDay(from)}起` : `${paperDay(from)}至${paperDay(until)}`;
    return `${officeTitle(office)}：${span}${recommended}`;
  });
  return latest(lines, '任职');
}

/** The card stays on one page: what does not fit is counted. */
function latest(lines: readonly string[], what: string): readonly string[] {
  const earlier = lines.length - mostLines;
  return earlier <= 0 ? lines : [`更早的${what}${earlier}次，见名册`, ...lines.slice(earlier)];
}

function moveLines({ input, person }: Asked): readonly string[] {
  const rulebook = input.rulebookOf(yearOf(input.today));
  const lines = historyOf(input.facts, person).map(
    (change) => `${paperDay(change.on)} ${changeTitle(change, rulebook)}`,
  );
  return latest(lines, '变动');
}
