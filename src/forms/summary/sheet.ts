import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Formula, Sheet, SheetColumn, SheetRow } from '../sheet.js';
import { listed } from '../text.js';
import { vetoMark, type SummaryLine } from './lines.js';

interface SummaryTitles {
  readonly tab: string;
  readonly title: readonly string[];
  readonly footer: readonly string[];
}

/** Letters of the columns that formulas name. */
const letter = { base: 'B', bonus: 'D', deductions: 'F', remarks: 'I' } as const;

const itemsWidth = { bonus: 11, deduction: 9 } as const;

const columns: readonly SheetColumn[] = [
  { heading: '党员姓名', width: 7, kind: 'text' },
  { heading: '基础积分', width: 4, kind: 'number', align: 'center' },
  { heading: '加分情况', width: itemsWidth.bonus, kind: 'text' },
  { heading: '加分小计', width: 3, kind: 'number', align: 'center' },
  { heading: '减分情况', width: itemsWidth.deduction, kind: 'text' },
  { heading: '减分小计', width: 3, kind: 'number', align: 'center' },
  { heading: '综合得分', width: 4, kind: 'number', align: 'center' },
  { heading: '民主评议情况', width: 4, kind: 'text', align: 'center' },
  { heading: '备注（含一票否决）', width: 9, kind: 'text' },
];

/** That a line over the whole width takes. */
export const sheetCharacters = columns.reduce((sum, { width }) => sum + width, 0);

/** The table with its formulas: a checker sees how a score comes about and may change a number. */
export function summarySheet(
  titles: SummaryTitles,
  rulebook: Rulebook,
  lines: readonly SummaryLine[],
): Sheet {
  return {
    name: titles.tab,
    title: titles.title,
    columns,
    rows: lines.map((line) => rowOf(rulebook, line)),
    footer: titles.footer,
    orientation: 'portrait',
    frozenColumns: 1,
  };
}

function rowOf(rulebook: Rulebook, line: SummaryLine): SheetRow {
  const { name, base, items, bonus, deductions, total, tier, remarks } = line;
  const score: Formula = { formula: ({ line: at }) => scoreFormula(rulebook, at), value: total };
  return [
    name,
    base,
    listed(items.bonus, itemsWidth.bonus),
    bonus,
    listed(items.deduction, itemsWidth.deduction),
    deductions,
    score,
    tier,
    remarks,
  ];
}

/** The same as `computeScore`: limits on both sides, and nothing left under a veto. */
function scoreFormula({ scoring }: Rulebook, line: number): string {
  const cell = (column: keyof typeof letter): string => `${letter[column]}${line}`;
  const counted = scoring.bonusCap === null ? cell('bonus') : `MIN(${scoring.bonusCap},${cell('bonus')})`;
  const score = `${cell('base')}+MAX(0,${counted})-MAX(0,MIN(${cell('base')},${cell('deductions')}))`;
  return `IF(ISNUMBER(SEARCH("${vetoMark}",${cell('remarks')})),0,${score})`;
}
