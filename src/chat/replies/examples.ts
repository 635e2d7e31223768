import { findItem, matchGrade } from '../../domain/rulebook/items.js';
import type { Rulebook, RulebookItem, Side } from '../../domain/rulebook/schema.js';

/** Commands whose examples name an item; null: of either side. */
const sides: Readonly<Record<string, Side | null>> = {
  加分: 'bonus',
  申报: 'bonus',
  减分: 'deduction',
  细则: null,
};
const number = /^\d+$/u;

/** An example of a command, with an item that the branch's rulebook really has: every line shown can be copied. */
export function fittingExample(command: string, example: string, rulebook: Rulebook): string {
  const side = sides[command];
  const words = example.split(' ');
  const at = words.findIndex((word) => number.test(word));
  if (side === undefined || at === -1) return example;
  const item = findItem(rulebook, Number(words[at]));
  const next = words[at + 1] ?? '';
  const graded = item !== undefined && item.grades.length > 0 && matchGrade(item, next).kind === 'grade';
  if (side === null) {
    const any = item ?? rulebook.items[0];
    return [...words.slice(0, at), any?.number ?? ''].join(' ').trim();
  }
  const plain = item !== undefined && item.grades.length === 0;
  if (item?.side === side && item.sources.includes('manual') && (graded || plain)) return example;
  return [...words.slice(0, at), itemExample(rulebook, side)].join(' ');
}

/** 8 公益活动; 13 市级 受表彰: an item as it is typed, with its title as the reason. */
export function itemExample({ items }: Rulebook, side: Side): string {
  const fitting = items.filter((item) => item.side === side && item.sources.includes('manual'));
  const plain = fitting.filter((item) => item.points !== null);
  const item = plain.find(({ title }) => title.includes('公益')) ?? plain[0] ?? fitting[0];
  return item === undefined ? '' : typed(item);
}

function typed({ number: item, title, grades }: RulebookItem): string {
  const [grade] = grades;
  return [String(item), ...(grade === undefined ? [] : [grade.label]), title].join(' ');
}
