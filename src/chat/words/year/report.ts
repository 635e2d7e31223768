import { word, type Word } from '../../define.js';

const scopes = { 半年: 'half', 全年: 'year', 分类: 'categories' } as const;

export type ReportScope = (typeof scopes)[keyof typeof scopes];

/** 半年, 全年, 分类 */
export const reportScope: Word<ReportScope> = word('半年|全年|分类', ({ tokens, at, end }) => {
  const text = at < end ? tokens[at]?.text : undefined;
  if (text === undefined) return { kind: 'absent' };
  for (const [name, value] of Object.entries(scopes))
    if (name === text) return { kind: 'taken', value, next: at + 1 };
  const choices = Object.keys(scopes);
  return { kind: 'problem', problem: { code: 'notOneOf', text, label: '报告种类', choices } };
});
