import { dateWord } from '../dates/date-words.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { word, type Word } from '../../define.js';
import { officeLabels, officeNamed, probationaryLabel } from '../../../words/roster.js';
import type { OfficeName } from '../../../domain/roster/rows.js';
import type { RegisterPart } from '../../../domain/roster/register-part.js';
import { groupCalled } from './groups.js';
import { yearOrQuarter } from '../dates/quarters.js';

const sixDigits = /^\d{6}$/u;
/** Shorter beginnings of a category are asked about (SPEC §2, grades: two or more characters). */
const shortestPrefix = 2;

/** The name of somebody not on the roster yet, as written; the use case checks it. */
export const newName: Word<string> = word('姓名', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  return token === undefined ? { kind: 'absent' } : { kind: 'taken', value: token.text, next: at + 1 };
});

/** A name for a group, as the roster spells it where it has it; 无: none. */
export const groupWord: Word<string | null> = word('党小组', ({ context, tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const { text } = token;
  const value = text === '无' ? null : (groupCalled(context.facts, text) ?? text);
  return { kind: 'taken', value, next: at + 1 };
});

interface WrittenCategory {
  readonly category: string;
  readonly probationary: boolean;
}

const categoryLabels = ({ categories }: Rulebook) => categories.map(({ label }) => label);

/** 机关党员, 机关, 预备党员: a label of the rulebook, or its beginning where it fits one label only. */
export const categoryWord: Word<WrittenCategory> = word(
  '类别',
  ({ tokens, at, end, context }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const { categories, membership } = context.rulebook;
    const choices = categories.map(({ id, label }) => ({ label, category: id, probationary: false }));
    const fresh = choices.find(({ category }) => category === membership.probationary.category);
    const all =
      fresh === undefined
        ? choices
        : [...choices, { ...fresh, label: probationaryLabel, probationary: true }];
    const [only, ...others] = fitting(all, token.text);
    if (only === undefined || others.length > 0) {
      const labels = all.map(({ label }) => label);
      return {
        kind: 'problem',
        problem: { code: 'notOneOf', text: token.text, label: '类别', choices: labels },
      };
    }
    const { category, probationary } = only;
    return { kind: 'taken', value: { category, probationary }, next: at + 1 };
  },
  categoryLabels,
);

function fitting<T extends { readonly label: string }>(choices: readonly T[], text: string): readonly T[] {
  const exact = choices.filter(({ label }) => label === text);
  if (exact.length > 0 || Array.from(text).length < shortestPrefix) return exact;
  const begun = choices.filter(({ label }) => label.startsWith(text));
  // 退休: no other category has it.
  return begun.length > 0 ? begun : choices.filter(({ label }) => label.includes(text));
}

/** Six digits of `/认领`. */
export const claimCodeWord: Word<string> = word('认领码', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  return sixDigits.test(token.text)
    ? { kind: 'taken', value: token.text, next: at + 1 }
    : { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '6位认领码' } };
});

/** 书记, 支委, 记录员 … */
export const officeWord: Word<OfficeName> = word('职务', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const office = officeNamed(token.text);
  if (office !== undefined) return { kind: 'taken', value: office, next: at + 1 };
  const problem = { code: 'notOneOf' as const, text: token.text, label: '职务', choices: officeLabels };
  return { kind: 'problem', problem };
});

const recommendedDay = dateWord('past');

/** The day of the democratic recommendation, or 未办. */
export const recommendationWord: Word<{ readonly on: string | null }> = word<{ readonly on: string | null }>(
  '日期|未办',
  (input) => {
    const token = input.at < input.end ? input.tokens[input.at] : undefined;
    if (token?.text === '未办') return { kind: 'taken', value: { on: null }, next: input.at + 1 };
    const read = recommendedDay.read(input);
    return read.kind === 'taken' ? { ...read, value: { on: read.value } } : read;
  },
);

/** Parts that are wider than a rulebook category or cut across them. */
const parts: Readonly<Record<string, RegisterPart>> = {
  在职: { part: 'inService' },
  在职党员: { part: 'inService' },
  离退休: { part: 'retired' },
  离退休党员: { part: 'retired' },
  预备: { part: 'probationary' },
  预备党员: { part: 'probationary' },
  不列入: { part: 'exempt' },
};

/** 在职, 离退休, 预备, 不列入, or a category as in `/党员`. */
export const registerPart: Word<RegisterPart> = word(
  '类别',
  (input) => {
    const token = input.at < input.end ? input.tokens[input.at] : undefined;
    const known = token !== undefined && Object.hasOwn(parts, token.text) ? parts[token.text] : undefined;
    if (known !== undefined) return { kind: 'taken', value: known, next: input.at + 1 };
    const read = categoryWord.read(input);
    if (read.kind === 'taken') return { ...read, value: { part: 'category', category: read.value.category } };
    if (read.kind !== 'problem' || read.problem.code !== 'notOneOf') return read;
    const choices = [
      '在职',
      '离退休',
      '预备',
      '不列入',
      ...read.problem.choices.filter((label) => !Object.hasOwn(parts, label)),
    ];
    return { kind: 'problem', problem: { ...read.problem, choices } };
  },
  (rulebook) => [...categoryLabels(rulebook), ...Object.keys(parts)],
);

/** The same before a year or quarter, which is no part. */
export const partBeforeSpan: Word<RegisterPart> = word('类别', (input) =>
  yearOrQuarter.read(input).kind === 'taken' ? { kind: 'absent' } : registerPart.read(input),
);
