/**
 * 考核表: annex 2 of the source, for one member and year. The item titles are the rulebook's, or the branch's own wording.
 * It is for the member and those who keep points: it shows reasons.
 */
import { scoreOf, entriesOf, importedRecord } from '../domain/year/table/score.js';
import type { PaperFile } from '../app/ports/papers.js';
import { personOf, refOf } from '../domain/branch/people.js';
import type { LedgerEntry, Side } from '../domain/points/rows.js';
import type { Score } from '../domain/points/score.js';
import type { Rulebook } from '../domain/rulebook/schema.js';
import { certifiedVeto } from '../domain/veto/matter.js';
import type { YearRecord } from '../domain/year/rows.js';
import { cellEdges, lineWidth, type PaperDocument, type Row } from './document.js';
import type { PaperInput } from './input.js';
import { itemRow, resultTitle, vetoText } from './member-form/items.js';
import { printedForm } from './paper-file.js';
import { goneTitle, ownSignature } from './words.js';
import { paperDay } from '../words/dates.js';
import { signed } from '../words/items.js';
import { personTitle } from '../words/persons.js';
import { overBase, overCap } from '../words/scores.js';

interface MemberYear {
  readonly person: number;
  readonly year: number;
}

export async function memberFormFiles(input: PaperInput, asked: MemberYear): Promise<readonly PaperFile[]> {
  return printedForm(memberForm(input, asked), input.today);
}

/** 项目, 考核内容 (title and what happened), 分值, 自评, 得分 */
const columns = [
  { width: 11, align: 'center' },
  { width: 17 },
  { width: 36 },
  { width: 23, align: 'center' },
  { width: 6.5, align: 'center' },
  { width: 6.5, align: 'center' },
] as const;

/** Small enough for one page with some hits, large enough to read. */
const textSize = 9;

/** Of the second and third column, in characters. */
const room = { hits: roomIn(36), both: roomIn(17 + 36), points: roomIn(23) } as const;

function roomIn(share: number): number {
  return ((lineWidth.portrait * share) / 100 - cellEdges) / textSize;
}

export function memberForm(input: PaperInput, asked: MemberYear): PaperDocument {
  const { facts, rulebookOf, today } = input;
  const { person, year } = asked;
  const rulebook = rulebookOf(year);
  const subject = personOf(facts, person);
  const name = personTitle(refOf(facts, subject), rulebook);
  const score = scoreOf(facts, rulebook, person, year);
  const entries = entriesOf(facts, person, year);
  const veto = certifiedVeto(facts, person, year);
  const imported = importedRecord(facts, person, year);
  return {
    title: `${name}${year}年度考核表`,
    orientation: 'portrait',
    textSize,
    footer: `${facts.branch.name}  ${paperDay(today)}`,
    blocks: [
      { kind: 'title', text: '党（总）支部党员管理考核表（机关）' },
      {
        kind: 'table',
        columns,
        head: [
          [
            { text: `党员姓名：${name}`, across: 2, align: 'left' },
            { text: `考核结果：${resultTitle(input, asked, score)}`, align: 'left' },
            { text: `${year}年度`, across: 3 },
          ],
          [
            { text: '项目' },
            { text: '考核内容', across: 2 },
            { text: '分值' },
            { text: '自评' },
            { text: '得分' },
          ],
        ],
        rows: [
          ...baseRows(rulebook, score, facts.get('selfAssessment', year, person)?.points),
          ...sideRows(input, rulebook, 'bonus', entries, score),
          ...sideRows(input, rulebook, 'deduction', entries, score),
          [
            { text: '一票否决' },
            {
              text: `原因：${veto === undefined ? vetoTakenOver(imported) : vetoText(input, rulebook, veto)}`,
              across: 5,
            },
          ],
          totalRow(score),
          ...remarkRows(goneTitle(subject), imported === undefined ? '' : takenOver(imported)),
        ],
      },
      {
        kind: 'signatures',
        labels: [...ownSignature(subject, '党员签字：'), '党小组组长签字：', '党支部（总支）书记签字：'],
      },
    ],
  };
}

/** The self-assessment; it never moves the score (SPEC §2, base items). */
function baseRows(
  { baseItems }: Rulebook,
  { base }: Score,
  given: readonly number[] | undefined,
): readonly Row[] {
  const rows = baseItems.map(({ number, title, explanation, wording, points, parts }, at): Row => [
    { text: `${number}. ${wording ?? `${title}：${explanation}`}`, across: 2 },
    { text: parts.length === 0 ? String(points) : `${points}（${parts.join('+')}）` },
    { text: shown(given?.[at]) },
    { text: '' },
  ]);
  const sum: Row = [
    { text: '基础项合计', across: 2, bold: true },
    { text: String(sumOf(baseItems.map(({ points }) => points))), bold: true },
    { text: shown(given === undefined ? undefined : sumOf(given)), bold: true },
    { text: String(base), bold: true },
  ];
  return grouped('基础项', [...rows, sum]);
}

function sideRows(
  input: PaperInput,
  rulebook: Rulebook,
  side: Side,
  entries: readonly LedgerEntry[],
  score: Score,
): readonly Row[] {
  const items = rulebook.items.filter((item) => item.side === side);
  const rows = items.map((item) => itemRow(input, item, entries, room));
  return side === 'bonus'
    ? grouped(`加分\n项目\n${bonusLimit(rulebook)}`, [...rows, bonusSum(score)])
    : grouped('减分\n项目\n（扣完\n基础分\n为止）', [...rows, deductionSum(score)]);
}

function bonusLimit({ scoring }: Rulebook): string {
  return scoring.bonusCap === null ? '（上不\n封顶）' : `（最多计\n${scoring.bonusCap}分）`;
}

function bonusSum({ bonus, countedBonus }: Score): Row {
  const over = bonus > countedBonus ? `（其中${overCap(bonus - countedBonus)}）` : '';
  return sumRow(`加分合计${over}`, bonus);
}

function deductionSum({ deductions, uncounted }: Score): Row {
  const past = uncounted > 0 ? `（其中${overBase(uncounted)}）` : '';
  return sumRow(`减分合计${past}`, -deductions);
}

function sumRow(text: string, points: number): Row {
  return [{ text, across: 2, bold: true }, { text: '' }, { text: '' }, { text: signed(points), bold: true }];
}

function totalRow({ base, countedBonus, countedDeductions, vetoed, total }: Score): Row {
  const how = vetoed
    ? '一票否决，全年积分为0；以上记录保留。'
    : `基础分${base} + 加分${countedBonus} − 减分${countedDeductions}`;
  return [
    { text: '综合得分', bold: true },
    { text: how, across: 4 },
    { text: String(total), bold: true },
  ];
}

/** Years before the bot have only sums; empty items do not mean that nothing was done. */
function takenOver({ imported }: YearRecord): string {
  const remark = imported?.remark ?? null;
  const from = `由当年的积分汇总表导入（第${imported?.line ?? 0}行），没有逐项记录。`;
  return `${from}${remark === null ? '' : `原表备注：${remark}`}`;
}

function remarkRows(...remarks: readonly string[]): readonly Row[] {
  const told = remarks.filter((remark) => remark !== '');
  return told.length === 0
    ? []
    : [
        [
          { text: '备注', bold: true },
          { text: told.join('\n'), across: 5 },
        ],
      ];
}

function vetoTakenOver(record: YearRecord | undefined): string {
  return record?.vetoed === true ? '见原表备注' : '';
}

/** A group's name is printed once, beside all its rows. */
function grouped(label: string, [first = [], ...others]: readonly Row[]): readonly Row[] {
  return [[{ text: label, down: others.length + 1 }, ...first], ...others];
}

function shown(points: number | undefined): string {
  return points === undefined ? '' : String(points);
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
