import type { TierId } from '../../../domain/rulebook/schema.js';
import { yearInHand } from '../../../domain/year/in-hand.js';
import { word, type Word, type WordInput } from '../../define.js';
import { type Ballot, ballotTiers, openAppraisal } from '../../../domain/appraisal/ballots.js';
import { refOf } from '../../../domain/branch/people.js';
import { personTitle } from '../../../words/persons.js';
import { findPerson } from '../people/find.js';
import { membersEver } from '../people/names.js';

/** Shorter beginnings of a label are asked about (SPEC §2, grades: two or more characters). */
const shortestPrefix = 2;
const assessedPoints = /^\d{1,4}(?:\+\d{1,4})*分?$/u;
const joiners = /[、,;\uff0c\uff1b]/u;

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

/** 张三、王芳, or 无: nobody. */
export const outstandingWord: Word<readonly number[]> = word('姓名…|无', (input) => {
  const token = input.at < input.end ? input.tokens[input.at] : undefined;
  return token?.text === '无' && !token.named
    ? { kind: 'taken', value: [], next: input.at + 1 }
    : membersEver.read(input);
});

/** 通过, 退回 */
export const verdictWord: Word<boolean> = word('通过|退回', (input) =>
  choose(input, '审核结果', [
    { label: '通过', value: true },
    { label: '退回', value: false },
  ]),
);

type ListName = 'awards' | 'talks' | 'twoYears';

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

const scopes = { 半年: 'half', 全年: 'year', 分类: 'categories' } as const;

type ReportScope = (typeof scopes)[keyof typeof scopes];

/** 半年, 全年, 分类 */
export const reportScope: Word<ReportScope> = word('半年|全年|分类', ({ tokens, at, end }) => {
  const text = at < end ? tokens[at]?.text : undefined;
  if (text === undefined) return { kind: 'absent' };
  for (const [name, value] of Object.entries(scopes))
    if (name === text) return { kind: 'taken', value, next: at + 1 };
  const choices = Object.keys(scopes);
  return { kind: 'problem', problem: { code: 'notOneOf', text, label: '报告种类', choices } };
});

/**
 * 姓名 等次, the rest of the line. Errors never quote it, since no answer may repeat a choice,
 * not even a misspelt one (issue 3, part 6).
 */
export const ballotWord: Word<Ballot> = word(
  '姓名 等次',
  ({ context, line, tokens, at, end }) => {
    const [who, choice, ...more] = tokens.slice(at, end);
    if (who === undefined) return { kind: 'absent' };
    // Tier words are those of the assessed year, as announced to the group.
    const year = openAppraisal(context.facts)?.year;
    const { tiers } = (year === undefined ? context.rulebook : context.rulebookOf(year)).assessment;
    const found = findPerson(context, who.text, 'member');
    const problem = (wrong: 'name' | 'tier', lines: readonly string[] = []) => ({
      kind: 'problem' as const,
      problem: { code: 'ballot' as const, wrong, tiers: ballotTiers.map((tier) => tiers[tier]), lines },
    });
    if (found.kind === 'none') return problem('name');
    if (found.kind === 'many') {
      const titles = found.persons.map((person) =>
        personTitle(refOf(context.facts, person), context.rulebook),
      );
      return problem(
        'name',
        titles.map((title) => `/${line.name} ${title} 等次`),
      );
    }
    const tier = ballotTiers.find((one) => tiers[one] === choice?.text);
    if (tier === undefined || more.length > 0) return problem('tier');
    return { kind: 'taken', value: { person: found.person.id, tier }, next: end };
  },
  ({ assessment: { tiers } }) => [tiers.qualified, ...Object.values(tiers)],
);
