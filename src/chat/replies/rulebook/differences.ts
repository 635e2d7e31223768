import type { View } from '../../../app/ports/voice.js';
import type { MatterCard } from '../../../app/matters/card.js';
import { yearOf } from '../../../domain/period/civil.js';
import {
  differences,
  isEntry,
  isFraction,
  isRecord,
  type Place,
  type RulebookDifference,
} from '../../../domain/rulebook/differences.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { spacedDate } from '../../../words/dates.js';
import { wordingLines, wordingMeaning } from './wording.js';
import { fieldLabels, parameterLabels, valueLabels } from './labels.js';

/** The two rulebooks compared; titles may come from either. */
interface Compared {
  readonly before: Rulebook;
  readonly after: Rulebook;
}

/** Differences shown to a ruler; the others are counted. */
const mostShown = 12;

/** What the ruler must see: when it would take effect, and its weightiest changes. */
export function adoptionLines(
  { meetingOn, fromThisYear, compared }: Extract<MatterCard, { readonly kind: 'rulebook' }>,
  proposer: string,
  { today }: Pick<View, 'today'>,
): readonly string[] {
  if (meetingOn === null)
    return [
      `提出：${proposer}`,
      `${wordingMeaning}。`,
      ...(compared === null ? [] : wordingLines(compared.before, compared.after)),
    ];
  return [
    `提出：${proposer}  会议：${spacedDate(meetingOn, today)}`,
    ...rulesLines({ fromThisYear, compared }, today),
  ];
}

function rulesLines(
  {
    fromThisYear,
    compared,
  }: Pick<Extract<MatterCard, { readonly kind: 'rulebook' }>, 'fromThisYear' | 'compared'>,
  today: string,
): readonly string[] {
  const from = `认定后自${yearOf(today) + (fromThisYear ? 0 : 1)}年起执行，以前年度不变。`;
  if (compared === null) return [from, '文件内容已不能识别，请驳回后重新提出。'];
  const all = byWeight(differences(compared.before, compared.after));
  const found = all.filter(({ at }) => at.at(-1) !== 'wording');
  const worded = all.length - found.length;
  if (all.length === 0) return [from, `与现行细则（${compared.before.version}）的内容没有不同。`];
  const rest = found.length - mostShown;
  return [
    from,
    ...(worded > 0 ? [`${worded}项的原文与现在不同，采用以后可再发附件：/细则 原文`] : []),
    `与现行细则（${compared.before.version}）相比有${found.length}处不同：`,
    ...found.slice(0, mostShown).map((difference) => differenceText(difference, compared)),
    ...(rest > 0 ? [`……另有${rest}处，认定前请对照细则文件。`] : []),
  ];
}

/** One line each: 基础分:100 → 80; 第8项“公益活动”分值:3 → 5; 新增第24项“志愿服务” +4分 */
export function differenceText(difference: RulebookDifference, compared: Compared): string {
  switch (difference.how) {
    case 'added':
      return `新增${placeTitle(difference.at, compared)}${worth(difference.entry)}`;
    case 'removed':
      return `取消${placeTitle(difference.at, compared)}`;
    case 'changed': {
      const { at, before, after } = difference;
      const [old, young] = [named(before, at, compared.before), named(after, at, compared.after)];
      return `${placeTitle(at, compared)}：${valueText(old, at)} → ${valueText(young, at)}`;
    }
  }
}

/** What weighs most comes first: base and cap, then points and items, tiers, everything else. */
export function byWeight(found: readonly RulebookDifference[]): readonly RulebookDifference[] {
  const weight = ({ at, how }: RulebookDifference): number => {
    const [top] = at;
    const last = at.at(-1);
    if (top === 'scoring') return 0;
    if (top === 'items')
      return how === 'changed' && (last === 'explanation' || last === 'wording' || last === 'title') ? 5 : 1;
    if (top === 'assessment') return 2;
    if (top === 'leave' || top === 'publication' || top === 'evidence' || top === 'hearing') return 3;
    return last === 'explanation' || last === 'wording' ? 6 : 4;
  };
  return [...found].sort((one, other) => weight(one) - weight(other));
}

function placeTitle(at: Place, compared: Compared): string {
  const keys = at.map(String);
  const whole = parameterLabels[keys.join('.')];
  if (whole !== undefined) return whole;
  // The longest beginning that names an entry of a list: items.13, activities.kinds.lecture.
  const length = [3, 2].find(
    (count) => count <= keys.length && entryLabel(keys.slice(0, count)) !== undefined,
  );
  if (length === undefined) return keys.join('.');
  const label = entryLabel(keys.slice(0, length)) ?? '';
  const entry = findEntry(at.slice(0, length), compared);
  const rest = keys.slice(length);
  const [field = '', grade, part] = rest;
  if (field === 'grades' && grade !== undefined) {
    const level = nameOf(findEntry(at.slice(0, length + 2), compared)) ?? grade;
    return `${entryTitle(label, at[length - 1], entry)}级别“${level}”${part === undefined ? '' : (fieldLabels[part] ?? part)}`;
  }
  return `${entryTitle(label, at[length - 1], entry)}${rest.length === 0 ? '' : (fieldLabels[field] ?? rest.join('.'))}`;
}

/** Ids that point at an entry of a list are shown by its name. */
function named(value: unknown, at: Place, rulebook: Rulebook): unknown {
  const [top = '', , last] = at;
  const list =
    top === 'leave'
      ? ['leave', 'kinds']
      : top === 'membership'
        ? ['categories']
        : at.at(-1) === 'quota'
          ? ['quotas']
          : last === 'grade'
            ? ['items', gradedItem(at, rulebook), 'grades']
            : undefined;
  if (list === undefined || typeof value !== 'string') return value;
  return nameOf(walk(rulebook, [...list, value])) ?? value;
}

/** The item whose grade `attendance.absence.grade` and the like name. */
function gradedItem(at: Place, rulebook: Rulebook): number {
  const item = walk(rulebook, [...at.slice(0, -1), 'item']);
  return typeof item === 'number' ? item : 0;
}

function entryLabel(keys: readonly string[]): string | undefined {
  return parameterLabels[[...keys.slice(0, -1), '*'].join('.')];
}

/** 第8项“公益活动”, 第2款“…”, 类别“机关党员” */
function entryTitle(label: string, key: string | number | undefined, entry: unknown): string {
  const name = nameOf(entry);
  const quoted = name === undefined ? '' : `“${name}”`;
  if (typeof key === 'number')
    return `${label === '项' ? '' : label}第${key}${label === '否决款' ? '款' : '项'}${quoted}`;
  return `${label}${quoted === '' ? `“${String(key)}”` : quoted}`;
}

function nameOf(entry: unknown): string | undefined {
  if (!isRecord(entry)) return undefined;
  const name = entry['title'] ?? entry['label'];
  // A quota has no name but its number.
  if (name === undefined && typeof entry['perYear'] === 'number') return `全年${entry['perYear']}次`;
  return typeof name === 'string' ? name : undefined;
}

/** The entry as it was, or where it is new as it will be. */
function findEntry(at: Place, { before, after }: Compared): unknown {
  return walk(before, at) ?? walk(after, at);
}

function walk(rulebook: Rulebook, at: Place): unknown {
  let here: unknown = rulebook;
  for (const key of at) {
    if (Array.isArray(here))
      here = here.find((entry) => isEntry(entry) && ('number' in entry ? entry.number : entry.id) === key);
    else here = isRecord(here) ? here[String(key)] : undefined;
  }
  return here;
}

/** +4分, or its grades, for a new item. */
function worth(entry: unknown): string {
  if (!isRecord(entry)) return '';
  const sign = entry['side'] === 'deduction' ? '−' : entry['side'] === 'bonus' ? '+' : '';
  const { points, grades } = entry;
  if (typeof points === 'number') return ` ${sign}${points}分`;
  if (!Array.isArray(grades)) return '';
  const list = grades.flatMap((grade) =>
    isRecord(grade) ? [`${String(grade['label'])} ${sign}${String(grade['points'])}`] : [],
  );
  return list.length === 0 ? '' : ` ${list.join('、')}`;
}

function valueText(value: unknown, at: Place): string {
  if (value === null || value === undefined) return at.at(-1) === 'bonusCap' ? '不封顶' : '无';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (isFraction(value)) return `${value.numerator}/${value.denominator}`;
  if (Array.isArray(value))
    return value.length === 0 ? '无' : value.map((part) => valueText(part, at)).join('、');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return valueLabels[text] ?? text;
}
