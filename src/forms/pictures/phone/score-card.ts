/** A member's own score with its lines, as `/明细` shows them: deductions without their witnesses. */
import { scoreOf, entriesOf, importedRecord } from '../../../domain/year/table/score.js';
import { personOf, refById, refOf } from '../../../domain/branch/people.js';
import { yearOf } from '../../../domain/period/civil.js';
import type { LedgerEntry } from '../../../domain/points/rows.js';
import type { Score } from '../../../domain/points/score.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { openPoints } from '../../../domain/points/deeds.js';
import { subjectKnows } from '../../../domain/matters/kinds.js';
import { certifiedVeto } from '../../../domain/veto/matter.js';
import type { PaperInput } from '../../input.js';
import { asOfTitle } from '../../words.js';
import type { PhoneRow, PhoneTable } from './table.js';
import { groundTitle, itemTitle, signed } from '../../../words/items.js';
import { personTitle } from '../../../words/persons.js';
import { referenceMarks, ownLimitNotes } from '../../../words/scores.js';
import { shortDay } from '../../../words/dates.js';

/** @throws when there is no such person */
export function scoreCard(input: PaperInput, member: number, year: number): PhoneTable {
  const { facts, rulebookOf, today } = input;
  const now = rulebookOf(yearOf(today));
  const rulebook = rulebookOf(year);
  const person = personOf(facts, member);
  const score = scoreOf(facts, now, member, year);
  const entries = entriesOf(facts, member, year);
  const waiting = waitingFor(input, member, year);
  const imported = importedRecord(facts, member, year);
  const isForReference = imported === undefined ? person.probationary : imported.tier === null;
  return {
    title: `${personTitle(refOf(facts, person), now)} ${year}年积分`,
    subtitle: asOfTitle(today, person),
    lead: {
      figure: `${score.total}分`,
      lines: [
        ...(isForReference ? [referenceMarks.probationary] : []),
        ...archivedLines(input, member, year, score.total),
        ...vetoLines(input, member, year),
        `基础 ${score.base}，加分 ${score.bonus}，减分 ${score.deductions}`,
        ...limitLines(score, rulebook),
        ...(waiting > 0 ? [`另有${waiting}条待认定`] : []),
      ],
    },
    columns: [
      { head: '分值', width: 16, align: 'center' },
      { head: '事项', width: 84, align: 'left' },
    ],
    notesBelow: 1,
    rows: entries.map((entry) => rowOf(input, entry, rulebook)),
    closing: [
      imported !== undefined
        ? '由当年的积分汇总表导入，没有逐项记录。'
        : entries.length === 0
          ? `${year}年没有加分、减分。`
          : '证明和材料请私聊发送“/明细”查看。',
    ],
  };
}

function rowOf({ facts, rulebookOf, today }: PaperInput, entry: LedgerEntry, rulebook: Rulebook): PhoneRow {
  const matter = facts.get('matter', entry.matter);
  const supplement = matter?.kind === 'correction' && matter.supplement === true;
  const change = supplement ? '补正 ' : entry.reverses === null ? '' : '更正 ';
  const ruler = personTitle(refById(facts, entry.ruler), rulebookOf(yearOf(today)));
  return {
    cells: [signed(entry.points), `${change}${itemTitle(entry, rulebook)}`],
    notes: [`${shortDay(entry.deedOn)} #${entry.matter} ${ruler}认定`],
  };
}

/** The archived score, if a 补正 has changed it since. */
function archivedLines(
  { facts }: PaperInput,
  member: number,
  year: number,
  total: number,
): readonly string[] {
  const archived = facts.get('yearRecord', year, member)?.total;
  return archived === undefined || archived === total ? [] : [`归档时 ${archived}分，补正后 ${total}分`];
}

function vetoLines({ facts, rulebookOf }: PaperInput, member: number, year: number): readonly string[] {
  if (importedRecord(facts, member, year)?.vetoed === true) return ['一票否决（见原表备注）'];
  const veto = certifiedVeto(facts, member, year);
  return veto === undefined
    ? []
    : [
        `一票否决 ${groundTitle(veto.ground, rulebookOf(year))} #${veto.number}`,
        '全年积分为0；以下各项保留在案，不计算',
      ];
}

function limitLines({ bonus, countedBonus, uncounted }: Score, rulebook: Rulebook): readonly string[] {
  const beyond = rulebook.scoring.bonusCap === null ? 0 : Math.max(0, bonus - countedBonus);
  return ownLimitNotes(beyond, uncounted);
}

/** Members see a deduction once its proof is complete. */
function waitingFor({ facts, rulebookOf, today }: PaperInput, member: number, year: number): number {
  const now = rulebookOf(yearOf(today));
  return openPoints(facts, member, year).filter((matter) => subjectKnows(facts, now, matter)).length;
}
