import type { LedgerEntry } from '../../domain/points/rows.js';
import type { RulebookItem } from '../../domain/rulebook/schema.js';
import type { Row } from '../document.js';
import { signed } from '../../words/items.js';
import { monthAndDay } from '../../words/dates.js';

/**
 * One item: its title, each time it counted on a line of its own, and what it came to. A correction stands beside what it
 * takes back, and the sum is the net.
 *
 * @param entries of the member's year
 */
export function itemRow(item: RulebookItem, entries: readonly LedgerEntry[]): Row {
  const own = entries.filter((entry) => entry.item === item.number).sort(byDeed);
  const points = own.reduce((sum, entry) => sum + entry.points, 0);
  return [
    { text: `${item.number}. ${item.title}` },
    { text: own.map((entry) => hitText(item, entry, entries)).join('\n') },
    { text: pointsOf(item) },
    { text: own.length === 0 ? '' : signed(points) },
  ];
}

function byDeed(one: LedgerEntry, other: LedgerEntry): number {
  return one.deedOn < other.deedOn ? -1 : one.deedOn > other.deedOn ? 1 : one.seq - other.seq;
}

/** 11月23日 市级 +10 #5, 11月25日 更正#5 −10 #9 */
function hitText(item: RulebookItem, entry: LedgerEntry, entries: readonly LedgerEntry[]): string {
  const { points, matter } = entry;
  const reversed = entries.find(({ seq }) => seq === entry.reverses);
  if (reversed !== undefined)
    return `${monthAndDay(entry.ruledAt)} 更正#${reversed.matter} ${signed(points)} #${matter}`;
  const label = item.grades.find(({ id }) => id === entry.grade)?.label;
  const grade = label === undefined ? '' : `${label}${entry.times > 1 ? `×${entry.times}` : ''} `;
  const corrected = entries.some(({ reverses }) => reverses === entry.seq) ? '（已更正）' : '';
  return `${monthAndDay(entry.deedOn)} ${grade}${signed(points)} #${matter}${corrected}`;
}

/** 3, or 5/10/20/30 by grade */
function pointsOf({ points, grades }: RulebookItem): string {
  return points === null ? grades.map((grade) => grade.points).join('/') : String(points);
}
