import { word, type Word } from '../../define.js';
import { textNamed } from '../plain.js';
import { noteTitles } from '../../../words/activities.js';

type Kind = keyof typeof noteTitles;
const kinds = Object.values(noteTitles);
const overWords: readonly string[] = ['解除', '已解除', '已解决'];
const money = /^[¥￥]?(\d{1,7})(?:\.(\d{1,2}))?元?$/u;

/** What is noted: 家庭, 身体, 愿望, 困难. */
export const careKind: Word<Kind> = word(kinds.join('|'), ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const known = Object.entries(noteTitles).find(([, label]) => label === token.text);
  if (known !== undefined) return { kind: 'taken', value: known[0] as Kind, next: at + 1 };
  return {
    kind: 'problem',
    problem: { code: 'notOneOf', text: token.text, label: '关怀内容', choices: kinds },
  };
});

/** The note for the kind before it. A leading `解除` ends a hardship and needs no text. */
export function careText(kindKey: string): Word<{ readonly text: string; readonly over: boolean }> {
  return word('情况', (input) => {
    const { tokens, at, end, taken } = input;
    const kind = taken[kindKey];
    if (kind === undefined) return { kind: 'absent' };
    const first = at < end ? tokens[at] : undefined;
    const over = kind === 'hardship' && first !== undefined && overWords.includes(first.text);
    const read = textNamed('情况').read({ ...input, at: over ? at + 1 : at });
    if (read.kind === 'taken') return { ...read, value: { text: read.value, over } };
    if (over) return { kind: 'taken', value: { text: '', over }, next: end };
    return { kind: 'problem', problem: { code: 'missing', label: '情况' } };
  });
}

/** An amount of yuan with at most two decimals, in 分. */
export const amountWord: Word<number> = word('金额', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const match = money.exec(token.text);
  const amount = Number(match?.[1] ?? 0) * 100 + Number((match?.[2] ?? '').padEnd(2, '0'));
  if (amount > 0) return { kind: 'taken', value: amount, next: at + 1 };
  const label = '金额（大于0，至多两位小数）';
  return { kind: 'problem', problem: { code: 'notANumber', text: token.text, label } };
});
