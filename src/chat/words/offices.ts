import type { OfficeName } from '../../domain/roster/rows.js';
import { word, type Word } from '../define.js';

/** Offices as they are written in commands; the first of each is how the bot says it. */
const written: { readonly [O in OfficeName]: readonly [string, ...string[]] } = {
  secretary: ['书记', '支部书记', '党支部书记'],
  deputySecretary: ['副书记', '支部副书记', '党支部副书记'],
  committeeMember: ['支委', '支部委员', '支委委员', '组织委员', '宣传委员', '纪检委员'],
  groupLeader: ['党小组组长', '党小组长', '小组长', '小组组长', '组长'],
  recorder: ['记录员', '考核记录员'],
  supervisor: ['监督员', '考核监督员'],
};

/** 书记, 支委, 记录员 … */
export const officeWord: Word<OfficeName> = word('职务', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  for (const [office, names] of Object.entries(written))
    if (names.includes(token.text)) return { kind: 'taken', value: office as OfficeName, next: at + 1 };
  const choices = Object.values(written).map(([first]) => first);
  return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '职务', choices } };
});
