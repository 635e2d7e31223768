import type { TierId } from '../../../domain/rulebook/schema.js';
import { yearInHand } from '../../../domain/year/in-hand.js';
import { word, type Word, type WordInput } from '../../define.js';

/** Shorter beginnings of a label are asked about (SPEC §2, grades: two or more characters). */
const shortestPrefix = 2;
const personsCount = /^(\d{1,4})人?$/u;
const assessedPoints = /^\d{1,4}(?:\+\d{1,4})*分?$/u;
const joiners = /[、,;\uff0c\uff1b]/u;

/** 应到 20: persons. */
export function countWord(label: string): Word<number> {
  return word(label, ({ tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const match = personsCount.exec(token.text);
    return match === null
      ? { kind: 'problem', problem: { code: 'notANumber', text: token.text, label } }
      : { kind: 'taken', value: Number(match[1]), next: at + 1 };
  });
}

/** 优秀, 合格, 基本合格, 不合格 as the year's rulebook calls them, or a beginning that fits one alone. */
export const tierWord: Word<TierId> = word(
  '等次',
  (input) => {
    const { tiers } = rulebookInHand(input).assessment;
    const choices = (Object.keys(tiers) as TierId[]).map((id) => ({ label: tiers[id], value: id }));
    return choose(input, '等次', choices);
  },
  ({ assessment: { tiers } }) => [tiers.basicallyQualified, ...Object.values(tiers)],
);

/** The outcome of an improvement: 明显, 不明显, 不愿. */
export const improvementWord: Word<string> = word(
  '明显|不明显|不愿',
  (input) => {
    const { improvements } = input.context.rulebook.followUp;
    return choose(
      input,
      '整改效果',
      improvements.map(({ id, label }) => ({ label, value: id })),
    );
  },
  ({ followUp }) => followUp.improvements.map(({ label }) => label),
);

/** 通过, 退回 */
export const verdictWord: Word<boolean> = word('通过|退回', (input) =>
  choose(input, '审核结果', [
    { label: '通过', value: true },
    { label: '退回', value: false },
  ]),
);

export type ListName = 'awards' | 'talks' | 'twoYears';

/** 评优, 谈话, 两年 */
export const listWord: Word<ListName> = word('评优|谈话|两年', (input) =>
  choose<ListName>(input, '名单', [
    { label: '评优', value: 'awards' },
    { label: '谈话', value: 'talks' },
    { label: '两年', value: 'twoYears' },
  ]),
);

function choose<T>(
  { tokens, at, end }: WordInput,
  label: string,
  choices: readonly { readonly label: string; readonly value: T }[],
): ReturnType<Word<T>['read']> {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const { text } = token;
  const exact = choices.filter((choice) => choice.label === text);
  const begun =
    Array.from(text).length < shortestPrefix ? [] : choices.filter((choice) => choice.label.startsWith(text));
  const [only, ...others] = exact.length > 0 ? exact : begun;
  if (only !== undefined && others.length === 0) return { kind: 'taken', value: only.value, next: at + 1 };
  const labels = choices.map((choice) => choice.label);
  return { kind: 'problem', problem: { code: 'notOneOf', text, label, choices: labels } };
}

/** One entry for each base item, 20 or 5+5+5. */
export const assessmentWord: Word<readonly (readonly number[])[]> = word(
  '第1项 第2项 …',
  ({ tokens, at, end }) => {
    const points: number[][] = [];
    for (const token of tokens.slice(at, end)) {
      for (const piece of token.text.split(joiners).filter((part) => part !== '')) {
        if (!assessedPoints.test(piece))
          return {
            kind: 'problem',
            problem: { code: 'notANumber', text: piece, label: '自评分（0以上的整数）' },
          };
        points.push(piece.split('+').map((part) => Number.parseInt(part, 10)));
      }
    }
    return points.length === 0 ? { kind: 'absent' } : { kind: 'taken', value: points, next: end };
  },
);

function rulebookInHand({ context }: WordInput) {
  const year = yearInHand(context.facts, context.today);
  return year === null ? context.rulebook : context.rulebookOf(year);
}
