import type { OfficeName } from '../../../domain/roster/rows.js';
import { officeLabels, officeNamed } from '../../../words/roster.js';
import { word, type Word } from '../../define.js';

/** 书记, 支委, 记录员 … */
export const officeWord: Word<OfficeName> = word('职务', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const office = officeNamed(token.text);
  if (office !== undefined) return { kind: 'taken', value: office, next: at + 1 };
  const problem = { code: 'notOneOf' as const, text: token.text, label: '职务', choices: officeLabels };
  return { kind: 'problem', problem };
});
