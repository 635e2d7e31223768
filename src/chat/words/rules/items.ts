import { findItem, matchGrade } from '../../../domain/rulebook/items.js';
import type { Rulebook, RulebookItem } from '../../../domain/rulebook/schema.js';
import { word, type Word, type WordInput, type WordResult } from '../../define.js';
import { chineseNumber } from '../dates/tokens.js';
import { cutToken, rewrite, type Token } from '../line.js';
import { reasonText } from '../reason.js';
import { deedRulebook, deedYear } from './deed-year.js';
import { itemsCalled } from './titles.js';
import type { RulebookTopic } from '../../../app/help/says.js';

const itemNumber = /^第?(\d{1,4})[项条]?[、，,：:。]?$/u;
const spelledNumber = /^第([一二三四五六七八九十]{1,3})[项条][、，,：:]?$/u;
/** 8公益活动, 8、公益活动, 第八项公益活动; a measure behind the digits would make them an amount. */
const itemInFront =
  /^(第?\d{1,4}[项条]|第[一二三四五六七八九十]{1,3}[项条]|\d{1,4}(?=[、，,：:.．。]?[\p{Script=Han}“《])(?![次个月日号年人天分名张份元点时]))([、，,：:.．。]?)(?=[\p{Script=Han}“《])/u;
const timesSign = /^[×xX*](\d{1,4})$/u;
/** 10分, 加3分, +3: never a reason, and the rulebook alone says how many. */
const saidPoints = /^(?:[+＋−－-]\d{1,3}分?|[加减扣记]?\d{1,3}(?:\.\d)?分)[，,。；;]?$/u;
const looksLikeTimes = /^[×xX*]/u;

/** The number of an item. `+3`, `8.5` or `1e9` are refused: 8 is the item, never an amount of points. */
export const itemWord: Word<number> = word(
  '项号',
  (input) => {
    const { tokens, at, end } = input;
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    // 8 分 means points: asked about, as 8分 is.
    const measure = at + 1 < end ? tokens[at + 1] : undefined;
    if (/^\d+$/u.test(token.text) && /^分[，,。]?$/u.test(measure?.text ?? ''))
      return { kind: 'problem', problem: { code: 'pointsNotItem', text: `${token.text} 分` } };
    const rulebook = deedRulebook(input);
    const item = numberIn(token.text) ?? titledItem(rulebook, token.text)?.number;
    if (item === undefined) return notAnItem(input, token);
    if (findItem(rulebook, item) === undefined)
      return { kind: 'problem', problem: { code: 'unknownItem', item } };
    return { kind: 'taken', value: item, next: at + 1 };
  },
  undefined,
  ({ tokens, at }) => {
    const [, number = '', mark = ''] = itemInFront.exec(tokens[at]?.text ?? '') ?? [];
    return number === '' ? undefined : cutToken(tokens, at, number.length, { drop: mark.length });
  },
);

/** 8, 第8项, 第八条 */
function numberIn(text: string): number | undefined {
  const spelled = spelledNumber.exec(text)?.[1];
  const digits = itemNumber.exec(text)?.[1];
  if (spelled !== undefined) return chineseNumber(spelled);
  return digits === undefined ? undefined : Number(digits);
}

function titledItem(rulebook: Rulebook, text: string): RulebookItem | undefined {
  const [called, ...others] = itemsCalled(rulebook, text);
  return called?.exact === true && others.length === 0 ? called.item : undefined;
}

/** Without a number: which item may be meant. */
function notAnItem({ line, context }: WordInput, token: Token): WordResult<number> {
  const called = itemsCalled(context.rulebook, token.text);
  const [only, ...others] = called;
  if (only === undefined) return { kind: 'problem', problem: { code: 'pointsNotItem', text: token.text } };
  const lines = called.map(({ item }) => rewrite(line, token, `${item.number} ${token.text}`));
  const item = others.length === 0 ? only.item.number : null;
  return { kind: 'problem', problem: { code: 'itemMeant', item, title: only.item.title, lines } };
}

/** The number of any item of the rulebook, also of those that are self-evaluated. */
const anyItemWord: Word<number> = word('项号', ({ context, tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const number = numberIn(token.text) ?? titledItem(context.rulebook, token.text)?.number;
  if (number === undefined)
    return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '项号' } };
  const { items, baseItems } = context.rulebook;
  if (![...items, ...baseItems].some((item) => item.number === number))
    return { kind: 'problem', problem: { code: 'unknownItem', item: number } };
  return { kind: 'taken', value: number, next: at + 1 };
});

function itemBefore(input: WordInput, key: string): RulebookItem | undefined {
  return findItem(deedRulebook(input), Number(input.taken[key]));
}

/** Lines about the other side are refused before a grade is asked for. */
const bonusCommands: readonly string[] = ['加分', '申报'];

/** The grade of the item under `key`; absent for items without grades, asked for in all others. */
export function gradeOf(key: string): Word<string | null> {
  return word(
    '级别',
    (input) => readGrade(input, key),
    undefined,
    (input) => gradeInFront(input, key),
  );
}

/** 一般，无故离岗: a mark parts the grade from the reason as a blank does. */
function gradeInFront(input: WordInput, key: string): readonly Token[] | undefined {
  const { tokens, at } = input;
  const text = tokens[at]?.text ?? '';
  const label = itemBefore(input, key)?.grades.find(
    (one) => text.startsWith(one.label) && '，,、：:；;'.includes(text.charAt(one.label.length) || ' '),
  )?.label;
  return label === undefined ? undefined : cutToken(tokens, at, label.length, { drop: 1 });
}

function readGrade(input: WordInput, key: string): WordResult<string | null> {
  const item = itemBefore(input, key);
  // Refuse an item that cannot be entered by hand before asking for a grade.
  const isBonusLine = bonusCommands.includes(input.line.name);
  if (
    item === undefined ||
    item.grades.length === 0 ||
    !item.sources.includes('manual') ||
    isBonusLine !== (item.side === 'bonus')
  ) {
    return { kind: 'taken', value: null, next: input.at };
  }
  const { line, tokens, at, end } = input;
  const token = at < end ? tokens[at] : undefined;
  const before = tokens[at - 1];
  const insert = (label: string) =>
    before === undefined ? line.text : rewrite(line, before, `${before.text} ${label}`);
  const gradeMissing = {
    code: 'gradeMissing' as const,
    item: item.number,
    year: deedYear(input),
    lines: item.grades.map(({ label }) => insert(label)),
  };
  if (token === undefined) return { kind: 'problem', problem: gradeMissing };
  const match = matchGrade(item, token.text);
  switch (match.kind) {
    case 'grade':
      return { kind: 'taken', value: match.grade.id, next: at + 1 };
    case 'tooShort': {
      const lines = item.grades.map(({ label }) => rewrite(line, token, label));
      return {
        kind: 'problem',
        problem: { code: 'gradeTooShort', text: token.text, item: item.number, lines },
      };
    }
    case 'glued': {
      const lines = [
        rewrite(line, token, `${match.grade.label} ${match.rest}`),
        ...item.grades.filter(({ id }) => id !== match.grade.id).map(({ label }) => insert(label)),
      ];
      return { kind: 'problem', problem: { code: 'gradeGlued', text: token.text, lines } };
    }
    case 'none':
      return { kind: 'problem', problem: gradeMissing };
  }
}

/** `×2`, only where the rulebook counts a grade per person or time. */
export function timesOf(itemKey: string, gradeKey: string): Word<number> {
  return word('×数', (input) => {
    const { tokens, at, end } = input;
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined || !looksLikeTimes.test(token.text)) return { kind: 'absent' };
    const match = timesSign.exec(token.text);
    if (match === null) return { kind: 'absent' };
    const perCount = countsEach(input, itemKey, gradeKey);
    const times = Number(match[1]);
    if (perCount && times < 1)
      return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '人次' } };
    if (!perCount) return timesNotAllowed(input, itemKey);
    return { kind: 'taken', value: times, next: at + 1 };
  });
}

/** The reason. A trailing `×2` was meant as a count, so it is asked about. An item called by its title needs no other. */
export function reasonAfter(itemKey: string, gradeKey: string, timesKey: string): typeof reasonText {
  return word('事由', (input) => {
    const { line, tokens, at, end } = input;
    const [first, last] = [tokens[at], tokens[end - 1]];
    const said = amountSaid(input);
    if (said !== undefined) return said;
    const counted = input.taken[timesKey] !== undefined;
    const title = itemBefore(input, itemKey)?.title;
    if (at >= end && title !== undefined && tokens.slice(0, at).some(({ text }) => text === title))
      return { kind: 'taken', value: { text: title, gluedWitness: false, writtenDocument: null }, next: at };
    if (counted || at >= end || first === undefined || last === undefined || !timesSign.test(last.text))
      return reasonText.read(input);
    if (!countsEach(input, itemKey, gradeKey)) return timesNotAllowed(input, itemKey);
    const reason = line.text.slice(first.start, last.start).trimEnd();
    const moved = `${line.text.slice(0, first.start)}${last.text} ${reason}${line.text.slice(last.end)}`;
    return { kind: 'problem', problem: { code: 'timesLast', text: last.text, lines: [moved] } };
  });
}

/** The amount that somebody wrote beside the item: it would be kept as reason, while other points are given. */
function amountSaid({ line, tokens, at, end }: WordInput): WordResult<never> | undefined {
  const said = [tokens[at], tokens[end - 1]].find(
    (token) => token !== undefined && saidPoints.test(token.text),
  );
  if (said === undefined || at >= end) return undefined;
  if (end - at === 1) return { kind: 'absent' };
  const rest = `${line.text.slice(0, said.start)}${line.text.slice(said.end).trimStart()}`.trimEnd();
  return { kind: 'problem', problem: { code: 'pointsSaid', text: said.text, lines: [rest] } };
}

function timesNotAllowed(
  input: WordInput,
  itemKey: string,
): Extract<WordResult<never>, { readonly kind: 'problem' }> {
  const item = Number(input.taken[itemKey]);
  return { kind: 'problem', problem: { code: 'timesNotAllowed', item, year: deedYear(input) } };
}

function countsEach(input: WordInput, itemKey: string, gradeKey: string): boolean {
  const grades = itemBefore(input, itemKey)?.grades ?? [];
  return grades.find(({ id }) => id === input.taken[gradeKey])?.perCount === true;
}

/** What people call the readings. */
const topics: Readonly<Record<string, RulebookTopic>> = {
  计分: 'scoring',
  基础分: 'scoring',
  证明: 'evidence',
  材料: 'evidence',
  请假: 'leave',
  考勤: 'leave',
  次数: 'quotas',
  党费: 'dues',
  等次: 'tiers',
  评优: 'tiers',
  否决: 'veto',
  一票否决: 'veto',
  公示: 'publication',
  表决: 'votes',
  类别: 'categories',
  设置: 'settings',
  选择: 'settings',
  开关: 'settings',
};

/** 13, or 请假: one item, or the readings about one thing. */
export const itemOrTopic = word<number | RulebookTopic>('项号', (input) => {
  const { tokens, at, end } = input;
  const text = at < end ? (tokens[at]?.text ?? '') : '';
  const topic = Object.hasOwn(topics, text) ? topics[text] : undefined;
  return topic === undefined ? anyItemWord.read(input) : { kind: 'taken', value: topic, next: at + 1 };
});
