import { word, type Word, type WordInput } from '../../define.js';
import { groupsOf } from '../../../domain/attendance/audience.js';
import { groupCalled } from '../people/groups.js';
import type { Audience } from '../../../domain/attendance/rows.js';
import { cutToken, rewrite, type Token } from '../line.js';
import { findPerson, joiners as nameJoiners } from '../people/find.js';
import { memberNames } from '../people/names.js';
import { activityLabels, kindCalled, kindInFront } from './kinds.js';

const wholeAudiences: Readonly<Record<string, Audience>> = {
  全体: { kind: 'all' },
  全体党员: { kind: 'all' },
  在职: { kind: 'inService' },
  在职党员: { kind: 'inService' },
  支委: { kind: 'committee' },
};

/** The kind of a new activity: 支部大会, 主题党日 … */
export const activityKind: Word<string> = word(
  '类型',
  ({ context, tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const known = kindCalled(context.rulebook, token.text);
    if (known !== undefined) return { kind: 'taken', value: known.id, next: at + 1 };
    const choices = activityLabels(context.rulebook);
    return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '活动类型', choices } };
  },
  activityLabels,
  ({ context, tokens, at }) => {
    const front = kindInFront(context.rulebook, tokens[at]?.text ?? '');
    return front === undefined ? undefined : cutToken(tokens, at, front.name.length);
  },
);

/** One word. Anything after it that looks like an audience is asked about, never taken as part of the place. */
export const placeWord: Word<string> = word('地点', (input) => {
  const { line, tokens, at, end } = input;
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const next = tokens[at + 1];
  if (next !== undefined && at + 1 < end && looksLikeAudience(input, next)) {
    const lines = [rewrite(line, next, `对象 ${next.text}`)];
    return { kind: 'problem', problem: { code: 'audienceKeyword', text: next.text, lines } };
  }
  return { kind: 'taken', value: token.text, next: at + 1 };
});

function looksLikeAudience({ context }: WordInput, { text, named }: Token): boolean {
  if (named || Object.hasOwn(wholeAudiences, text) || groupCalled(context.facts, text) !== undefined)
    return true;
  return text.split(nameJoiners).every((name) => findPerson(context, name, 'member').kind !== 'none');
}

/** 全体, 在职, 支委, a group, or names. */
export const audienceWord: Word<Audience> = word('全体|在职|支委|第一小组|姓名', (input) => {
  const { context, tokens, at, end } = input;
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  if (!token.named && end === at + 1) {
    const whole = Object.hasOwn(wholeAudiences, token.text) ? wholeAudiences[token.text] : undefined;
    if (whole !== undefined) return { kind: 'taken', value: whole, next: end };
    const group = groupCalled(context.facts, token.text);
    if (group !== undefined) return { kind: 'taken', value: { kind: 'group', group }, next: end };
    const choices = ['全体', '在职', '支委', ...groupsOf(context.facts), '姓名'];
    if (token.text.endsWith('组') && findPerson(context, token.text, 'member').kind === 'none')
      return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '参加对象', choices } };
  }
  const read = memberNames.read(input);
  if (read.kind !== 'taken') return read;
  return { ...read, value: { kind: 'persons', persons: read.value } };
});

/** A keyword without a value (自愿, 全到). */
export const flagWord: Word<boolean> = word('', ({ at }) => ({ kind: 'taken', value: true, next: at }));

const halves = /^(\d{1,2}(?:\.5)?)(?:个?学时|小时)?$/u;

/** 学时 of an activity: up to 24, in halves. */
export const hoursWord: Word<number> = word('学时', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const value = Number(halves.exec(token.text)?.[1]);
  return value > 0 && value <= 24
    ? { kind: 'taken', value, next: at + 1 }
    : { kind: 'problem', problem: { code: 'notANumber', text: token.text, label: '学时' } };
});

/** A fixed word at this place: 是 */
export function fixedWord(text: string): Word<boolean> {
  return word(text, ({ tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    return token?.text === text && !token.named
      ? { kind: 'taken', value: true, next: at + 1 }
      : { kind: 'absent' };
  });
}

/** 主持 李强, before the minutes. */
export const hostWord: Word<number> = word('主持 姓名', ({ context, tokens, at, end }) => {
  const lead = at < end ? tokens[at] : undefined;
  const token = at + 1 < end ? tokens[at + 1] : undefined;
  if (lead?.text !== '主持' || lead.named || token === undefined) return { kind: 'absent' };
  const found = findPerson(context, token.text, 'person');
  if (found.kind === 'found') return { kind: 'taken', value: found.person.id, next: at + 2 };
  return { kind: 'problem', problem: { code: 'unknownName', name: token.text, kind: 'person', lines: [] } };
});
