import type { Facts } from '../../../domain/branch/facts.js';
import { membersHere } from '../../../domain/branch/people.js';
import { findItem, matchGrade } from '../../../domain/rulebook/items.js';
import type { Command, Form } from '../../define.js';
import type { Rulebook, RulebookItem, Side } from '../../../domain/rulebook/schema.js';

/** Commands whose examples name an item; null: of either side. */
const sides: Readonly<Record<string, Side | null>> = {
  加分: 'bonus',
  申报: 'bonus',
  减分: 'deduction',
  细则: null,
};
const number = /^\d+$/u;
const yearDigits = 4;

const quarter = /^[一二三四]季度$/u;

/** The people of the examples. */
const sampleNames = ['张三', '王芳', '李强', '孙伟', '郑国', '周涛', '赵敏', '马超'];

/** An example that is there to be copied at once: names that nobody bears are replaced by some of the roster. */
export function withRosterNames(example: string, facts: Facts): string {
  const known = new Set(membersHere(facts).map(({ name }) => name));
  const strange = sampleNames.filter((name) => example.includes(name) && !known.has(name));
  const free = [...known].filter((name) => !example.includes(name));
  return strange.reduce((text, name, index) => text.replaceAll(name, free[index] ?? name), example);
}

/** An example using items and labels of the branch's own rulebook, so that every line can be copied. */
export function fittingExample(command: Command, form: Form, example: string, rulebook: Rulebook): string {
  if (command.name === '自评') return assessmentExample(example, rulebook);
  if (command.name === '公示') return publicationExample(example, rulebook);
  const side = sides[command.name];
  return side === undefined
    ? labelledExample(form, example, rulebook)
    : exampleOfItem(side, example, rulebook);
}

/** Replaces words this rulebook lacks with ones it has: 支部大会, 病假, 基本合格. */
function labelledExample(form: Form, example: string, rulebook: Rulebook): string {
  const words = example.split(' ');
  let at = form.lead.length > 0 ? 1 : 0;
  for (const { label, choices } of Object.values(form.words)) {
    at += label.split(' ').length;
    const [written, ...day] = (words[at] ?? '').split('@');
    const fitting = choices?.(rulebook) ?? [];
    const [first] = fitting;
    if (first === undefined || written === undefined || written === '' || fitting.includes(written)) continue;
    if (number.test(written) === number.test(first)) words[at] = [first, ...day].join('@');
  }
  return words.join(' ');
}

/** /自评 20 10 10 30 15 15: as many as there are base items, each at its most. */
function assessmentExample(example: string, { baseItems }: Rulebook): string {
  const [command = '', ...words] = example.split(' ');
  const year = words.filter((word) => word.length === yearDigits && number.test(word));
  const points = words.slice(year.length);
  if (points.length === 0) return example;
  const inParts = points.some((word) => word.includes('+'));
  const most = baseItems.map(({ points: whole, parts }) =>
    inParts && parts.length > 0 ? parts.join('+') : whole,
  );
  return [command, ...year, ...most].join(' ');
}

/** /公示 三季度, or /公示 9月 where the branch publishes by month. */
function publicationExample(example: string, { publication }: Rulebook): string {
  if (publication.frequency === 'quarterly') return example;
  return example
    .split(' ')
    .map((word) => (quarter.test(word) ? '9月' : word))
    .join(' ');
}

function exampleOfItem(side: Side | null, example: string, rulebook: Rulebook): string {
  const words = example.split(' ');
  const at = words.findIndex((word) => number.test(word));
  if (at === -1) return example;
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

/** The reason that goes with a number: who wrote 7 is not shown the reason of 8. */
export function titleOfItem(
  { name }: Command,
  written: readonly string[],
  rulebook: Rulebook,
): string | undefined {
  const side = sides[name] ?? undefined;
  const item = findItem(rulebook, Number(written.find((word) => number.test(word))));
  return item !== undefined && item.side === side ? item.title : undefined;
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
