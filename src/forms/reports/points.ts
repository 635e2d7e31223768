import { findItem } from '../../domain/rulebook/items.js';
import type { LedgerEntry, Side } from '../../domain/points/rows.js';
import { entriesIn, itemTotals } from '../../app/life/figures.js';
import type { ItemTotal } from '../../app/life/report-facts.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Block } from '../document.js';
import { chartOf, dataTable, leaders, percent, sum } from './tables.js';
import type { Part, ReportInput } from './part.js';
import { itemName, signed } from '../../words/items.js';

const names = { bonus: '加分', deduction: '减分' } as const;

/** Sums by item, never by person. */
export function pointsPart(input: ReportInput): Part {
  const bonus = sidePart(input, 'bonus');
  const deduction = sidePart(input, 'deduction');
  return {
    title: '积分',
    blocks: [...bonus.blocks, ...deduction.blocks],
    analysis: [...bonus.analysis, ...deduction.analysis],
    open: [],
  };
}

function sidePart(
  { facts, rulebook, members, period }: ReportInput,
  side: Side,
): Pick<Part, 'blocks' | 'analysis'> {
  const name = names[side];
  const entries = entriesIn(facts, rulebook, members, period, side);
  if (entries.length === 0) return { blocks: [], analysis: [`期间没有认定的${name}。`] };
  const totals = itemTotals(entries);
  const points = sum(totals, (total) => total.points);
  const persons = personsOf(entries);
  const most = leaders(totals, ({ times }) => times);
  const title = ({ item }: ItemTotal) => shownItem(rulebook, item);
  const chart = chartOf(
    { kind: 'bar', title: `各项${name}笔数`, unit: '笔', name: '笔数' },
    totals,
    title,
    ({ times }) => times,
  );
  return {
    blocks: [...itemTable(rulebook, name, entries, totals), ...chart],
    analysis: [
      `认定${name}${entries.length}笔，合计${Math.abs(points)}分，涉及${persons}人。`,
      ...(most === undefined
        ? []
        : [
            `${name}笔数最多的是${most.rows.map(title).join('、')}，${most.rows.length > 1 ? '各' : ''}${most.value}笔，占${name}笔数的${percent(most.value, entries.length)}。`,
          ]),
    ],
  };
}

function itemTable(
  rulebook: Rulebook,
  name: string,
  entries: readonly LedgerEntry[],
  totals: readonly ItemTotal[],
): readonly Block[] {
  const row = (title: string, of: readonly LedgerEntry[]) => [
    title,
    String(of.length),
    percent(of.length, entries.length),
    String(personsOf(of)),
    signed(sum(of, ({ points }) => points)),
  ];
  return dataTable(
    `${name}情况（按项目）`,
    [
      { title: `${name}项目`, width: 6 },
      { title: '笔数', width: 2 },
      { title: '占比', width: 2 },
      { title: '涉及人数', width: 2 },
      { title: '分值合计', width: 2 },
    ],
    totals.map(({ item }) =>
      row(
        shownItem(rulebook, item),
        entries.filter((entry) => entry.item === item),
      ),
    ),
    row('合计', entries),
  );
}

/** 第8项“公益活动”; the number alone where publications show only points. */
export function shownItem(rulebook: Rulebook, number: number): string {
  const item = findItem(rulebook, number);
  return item === undefined || item.publish === 'pointsOnly' ? `第${number}项` : itemName(number, item.title);
}

function personsOf(entries: readonly LedgerEntry[]): number {
  return new Set(entries.map(({ member }) => member)).size;
}
