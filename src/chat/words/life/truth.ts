import { word, type Word } from '../../define.js';
import { memberEver } from '../people/names.js';
import { textNamed } from '../plain.js';
import { activityWord } from './which-activity.js';
import type { Truth } from '../../../domain/attendance/rows.js';

const plain: Readonly<Record<string, Truth>> = {
  到: { as: 'present' },
  到会: { as: 'present' },
  缺: { as: 'absent' },
  缺席: { as: 'absent' },
};

/** 到, 缺, 请假 公出: what is true of somebody at an activity. The kind decides what a leave costs, so it is never left out. */
export const truthWord: Word<Truth> = word('到|缺|请假 类别', ({ context, tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const known = Object.hasOwn(plain, token.text) ? plain[token.text] : undefined;
  if (known !== undefined && !token.named) return { kind: 'taken', value: known, next: at + 1 };
  const { kinds } = context.rulebook.leave;
  const kindAt = token.text === '请假' ? at + 1 : at;
  const written = kindAt < end ? (tokens[kindAt]?.text ?? '') : '';
  const leave = kinds.find(({ label }) => label === written);
  if (leave !== undefined)
    return { kind: 'taken', value: { as: 'leave', leaveKind: leave.id }, next: kindAt + 1 };
  const choices = ['到', '缺', ...kinds.map(({ label }) => `请假 ${label}`)];
  return {
    kind: 'problem',
    problem: { code: 'notOneOf', text: token.text, label: '到会情况', choices },
  };
});

/** The words of a line that says what is true of somebody's attendance: `/更正` and `/补正` read it alike. */
export const truthWords = {
  activity: activityWord('putRight'),
  // Who has left since was due all the same.
  person: memberEver,
  truth: truthWord,
  reason: textNamed('理由'),
};
