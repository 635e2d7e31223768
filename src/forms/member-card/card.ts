import { daysOf } from '../../app/papers/span.js';
import { duesStateOf } from '../../app/dues/show.js';
import { scoreOf } from '../../app/points/standing.js';
import { kindsOf, progressOf as actionsOf } from '../../domain/actions/progress.js';
import type { ActionKind } from '../../domain/actions/rows.js';
import { countedActivities, progressOf as quotaOf } from '../../domain/attendance/quota.js';
import { categoryOf, personOf, refOf } from '../../domain/branch/people.js';
import { yearOf } from '../../domain/period/civil.js';
import { yearPeriod } from '../../domain/period/half-year.js';
import { monthIn } from '../../domain/period/months.js';
import { historyOf } from '../../domain/roster/changes.js';
import type { Person } from '../../domain/roster/rows.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Block, Cell, PaperDocument, Row } from '../document.js';
import { duesText } from '../registers/dues-words.js';
import type { PaperInput } from '../input.js';
import { attendedAt, countsOf, heldIn } from '../logbook/presence.js';
import {
  categoryTitle,
  dayTitle,
  departureTitle,
  monthTitle,
  officeTitle,
  personTitle,
  statusTitle,
} from '../words.js';
import { unscored } from '../registers/scored.js';
import { changeText } from './moves.js';

/** Eight columns: four pairs of a label and what it is. */
const columns = [1.25, 1, 1.25, 1, 1.25, 1, 1.25, 1].map((width) => ({ width, align: 'center' as const }));

/** Of offices, and of moves. */
const mostLines = 8;

interface Asked {
  readonly input: PaperInput;
  readonly person: Person;
  readonly year: number;
  /** The rules that the year is kept by. */
  readonly rulebook: Rulebook;
}

/**
 * 党员信息卡: what the branch knows of a member on one page. It is handed from desk to desk, so nothing stands on it
 * that only some may know: no care, no reasons, no kinds of leave, no hearing.
 */
export function memberCard(input: PaperInput, order: { person: number; year: number }): PaperDocument {
  const { facts, today } = input;
  const { year } = order;
  const person = personOf(facts, order.person);
  const asked: Asked = { input, person, year, rulebook: input.rulebookOf(year) };
  const name = personTitle(refOf(facts, person), input.rulebookOf(yearOf(today)));
  const blocks: readonly Block[] = [
    { kind: 'title', text: '党员信息卡' },
    { kind: 'paragraph', text: `${facts.branch.name}    填表日期:${dayTitle(today)}` },
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
        section(`${year}年参加活动`),
        ...attendanceRows(asked),
        section(`${year}年党费`),
        ...listed([duesText(duesStateOf(facts, person, year, monthIn(today)), year)], ''),
        section(`${year}年发挥作用`),
        ...actionRows(asked),
      ],
    },
    { kind: 'signatures', labels: ['本人签字', '书记签字', '党支部盖章'] },
  ];
  return {
    title: `党员信息卡 ${name} ${year}年`,
    orientation: 'portrait',
    textSize: 12,
    blocks,
    footer: facts.branch.name,
  };
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

/** Lines across the page in one cell. */
function listed(lines: readonly string[], none: string): readonly Row[] {
  return [[{ text: lines.length === 0 ? none : lines.join('\n'), across: 8, align: 'left' }]];
}

function identityRows({ input, person }: Asked, name: string): readonly Row[] {
  const rulebook = input.rulebookOf(yearOf(input.today));
  const day = (date: string | null | undefined) => (date == null ? '' : dayTitle(date));
  const gone = person.leftOn === null ? '' : `${dayTitle(person.leftOn)}${departureTitle(person.leftHow)}`;
  return [
    [...pair('姓名', name), ...pair('类别', categoryTitle(rulebook, person.category))],
    [...pair('身份', statusTitle(person)), ...pair('党小组', person.group ?? '')],
    [...pair('入党日期', partyDay(person.partyJoinedOn)), ...pair('转正日期', day(person.regularOn))],
    [...pair('到本支部', day(person.joinedOn)), ...pair('联系电话', person.phone ?? '')],
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

/** As far as it is known: a roster may hold the month alone. */
function partyDay(date: string | null): string {
  if (date === null) return '';
  return date.length === 'YYYY-MM'.length ? monthTitle(date) : dayTitle(date);
}

function officeLines({ input, person }: Asked): readonly string[] {
  const lines = input.facts.of('office', person.id).map(({ office, from, until, recommendedOn }) => {
    const recommended = recommendedOn === null ? '' : `,${dayTitle(recommendedOn)}民主推荐`;
    const span = until === null ? `${dayTitle(from)}起` : `${dayTitle(from)}至${dayTitle(until)}`;
    return `${officeTitle(office)}:${span}${recommended}`;
  });
  return latest(lines, '任职');
}

/** The card stays on one page: what does not fit is counted. */
function latest(lines: readonly string[], what: string): readonly string[] {
  const earlier = lines.length - mostLines;
  return earlier <= 0 ? lines : [`更早的${what}${earlier}次,见名册`, ...lines.slice(earlier)];
}

function moveLines({ input, person }: Asked): readonly string[] {
  const rulebook = input.rulebookOf(yearOf(input.today));
  const lines = historyOf(input.facts, person).map(
    (change) => `${dayTitle(change.on)} ${changeText(change, rulebook)}`,
  );
  return latest(lines, '变动');
}

function counted(cells: readonly (readonly [label: string, value: number])[]): Row {
  return cells.flatMap(([label, value]): Cell[] => [{ text: label, bold: true }, { text: String(value) }]);
}

function scoreRows({ input, person, year, rulebook }: Asked): readonly Row[] {
  const { facts, today } = input;
  const why = unscored(rulebook, person);
  if (why === 'exempt') return listed(['不列入考核'], '');
  if (why === 'category') return listed(['按类别不参加积分考核'], '');
  if (year > yearOf(today) || year < yearOf(person.joinedOn)) return listed(['当年不在本支部'], '');
  const score = scoreOf(facts, rulebook, person.id, year);
  const record = facts.get('yearRecord', year, person.id);
  const beyond = score.bonus - score.countedBonus;
  const notes = [
    person.probationary ? '预备党员计分供参考,不评等次。' : '',
    score.vetoed ? '一票否决,全年积分为0;各项保留在案,不计算。' : '',
    beyond > 0 ? `加分中${beyond}分超出上限,只记录、不计算。` : '',
    score.uncounted > 0 ? `减分中${score.uncounted}分超出基础分,只记录、不计算。` : '',
    record == null
      ? ''
      : `已归档:${record.total}分${record.tier === null ? '' : `,等次为${rulebook.assessment.tiers[record.tier]}`}。`,
  ].filter((note) => note !== '');
  return [
    counted([
      ['基础分', score.base],
      ['加分', score.bonus],
      ['减分', score.deductions],
      ['积分', score.total],
    ]),
    ...(notes.length === 0 ? [] : listed([notes.join('')], '')),
  ];
}

function attendanceRows({ input, person, year, rulebook }: Asked): readonly Row[] {
  const { facts, today } = input;
  const { due, present, onLeave, absent, unrecorded, leavePending } = countsOf(
    attendedAt(facts, heldIn(facts, daysOf({ year, quarter: null }))),
    person.id,
  );
  const until = lastDay(year, today);
  const quota =
    countedActivities(facts, rulebook, until).length === 0
      ? undefined
      : quotaOf(facts, rulebook, person, until);
  const notes = [
    quota === undefined ? '' : `组织生活全年应参加${quota.quota}次,已参加${quota.attended}次。`,
    unrecorded + leavePending === 0 ? '' : `另有${unrecorded + leavePending}次没有登记到会情况。`,
  ].filter((note) => note !== '');
  return [
    counted([
      ['应参加', due],
      ['实到', present],
      ['请假', onLeave],
      ['缺席', absent],
    ]),
    ...(notes.length === 0 ? [] : listed([notes.join('')], '')),
  ];
}

function actionRows({ input, person, year, rulebook }: Asked): readonly Row[] {
  const { fiveOnes, services, roles, masses } = actionsOf(input.facts, rulebook, person.id, year);
  const inService = categoryOf(rulebook, person)?.inService !== false;
  const times = (kind: ActionKind, done: readonly { readonly which: string | null }[]) =>
    kindsOf(rulebook, kind)
      .map(({ id, label }) => ({ label, count: done.filter(({ which }) => which === id).length }))
      .filter(({ count }) => count > 0)
      .map(({ label, count }) => `${label}${count}次`)
      .join('、');
  const all = rulebook.actions.fiveOnes;
  const five = all.filter(({ id }) => fiveOnes.includes(id)).map(({ label }) => label);
  const fiveText = `已完成${five.length}项,共${all.length}项${five.length === 0 ? '' : `:${five.join('、')}`}`;
  const line = (label: string, text: string): Row => [
    { text: label, bold: true },
    { text: text === '' ? '还没有登记' : text, across: 7, align: 'left' },
  ];
  return [
    ...(inService
      ? [line('五个一', fiveText), line('三进', times('service', services))]
      : [line('三大员', times('role', roles))]),
    line('联系群众', masses.length === 0 ? '' : `${masses.length}次`),
  ];
}

/** Up to where the year has come. */
function lastDay(year: number, today: string): string {
  const { last } = yearPeriod(year);
  return last < today ? last : today;
}
