import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Formula, Sheet, SheetColumn, SheetRow } from '../sheet.js';
import { summarySums, vetoMark, type SummaryLine } from './lines.js';

interface SummaryTitles {
  readonly tab: string;
  readonly title: readonly string[];
  readonly footer: readonly string[];
}

/** Letters of the columns that formulas name. */
const letter = { base: 'B', bonus: 'C', deductions: 'D', total: 'E', remarks: 'G' } as const;

const columns: readonly SheetColumn[] = [
  { heading: '党员姓名', width: 10, kind: 'text' },
  { heading: '基础积分', width: 4, kind: 'number', align: 'center' },
  { heading: '加分情况', width: 4, kind: 'number', align: 'center' },
  { heading: '减分情况', width: 4, kind: 'number', align: 'center' },
  { heading: '综合得分', width: 4, kind: 'number', align: 'center' },
  { heading: '民主评议情况', width: 5, kind: 'text', align: 'center' },
  { heading: '备注（含一票否决）', width: 12, kind: 'text' },
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
    totals: [totalsOf(lines)],
    footer: [...summarySums(lines).notes, ...titles.footer],
    orientation: 'portrait',
    frozenColumns: 1,
  };
}

function rowOf(rulebook: Rulebook, line: SummaryLine): SheetRow {
  const { name, base, bonus, deductions, total, tier, remarks } = line;
  const score: Formula = { formula: ({ line: at }) => scoreFormula(rulebook, at), value: total };
  return [name, base, bonus, deductions, score, tier, remarks];
}

/** The same as `computeScore`: limits on both sides, and nothing left under a veto. */
function scoreFormula({ scoring }: Rulebook, line: number): string {
  const cell = (column: keyof typeof letter): string => `${letter[column]}${line}`;
  const counted = scoring.bonusCap === null ? cell('bonus') : `MIN(${scoring.bonusCap},${cell('bonus')})`;
  const score = `${cell('base')}+MAX(0,${counted})-MAX(0,MIN(${cell('base')},${cell('deductions')}))`;
  return `IF(ISNUMBER(SEARCH("${vetoMark}",${cell('remarks')})),0,${score})`;
}

function totalsOf(lines: readonly SummaryLine[]): SheetRow {
  const sums = summarySums(lines);
  const sum = (column: 'base' | 'bonus' | 'deductions' | 'total'): Formula => ({
    formula: ({ first, last }) => `SUM(${letter[column]}${first}:${letter[column]}${last})`,
    value: sums[column],
  });
  return [sums.name, sum('base'), sum('bonus'), sum('deductions'), sum('total'), '', ''];
}
