import { kindsOf } from '../../../domain/actions/progress.js';
import type { ActionKind } from '../../../domain/actions/rows.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { word, type Word } from '../../define.js';
import { deedText } from '../reason.js';

/** A longer word is the deed itself. */
const longestKind = 6;

/** Which of the rulebook's words for a kind of action; `label` is what the built-in rulebook has. */
export function actionWord(kind: Exclude<ActionKind, 'masses'>, label: string): Word<string> {
  const labels = (rulebook: Rulebook) => kindsOf(rulebook, kind).map((one) => one.label);
  const read: Word<string>['read'] = ({ context, tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const kinds = kindsOf(context.rulebook, kind);
    const known = kinds.find((one) => one.label === token.text) ?? meantBy(kinds, token.text);
    if (known !== undefined) return { kind: 'taken', value: known.id, next: at + 1 };
    return {
      kind: 'problem',
      problem: { code: 'notOneOf', text: token.text, label: '这里的类别', choices: labels(context.rulebook) },
    };
  };
  return word(label, read, labels);
}

/** The source's own longer words: 政策宣传员, 公益服务, 进社区. Two kinds in one word are asked about. */
function meantBy<K extends { readonly label: string }>(kinds: readonly K[], text: string): K | undefined {
  const [only, ...others] = kinds.filter(({ label }) => text.length <= longestKind && text.includes(label));
  return others.length === 0 ? only : undefined;
}

/** What was done: wanted once the word under `key` is there. */
export function deedAfter(key: string): Word<string> {
  return word('事由', (input) => {
    if (input.taken[key] === undefined) return { kind: 'absent' };
    const read = deedText('事由').read(input);
    return read.kind === 'absent' ? { kind: 'problem', problem: { code: 'missing', label: '事由' } } : read;
  });
}

/** Anybody's name, on the roster or not. */
export const anyName: Word<string> = word('姓名', ({ tokens, at, end }) => {
  const token = at < end ? tokens[at] : undefined;
  return token === undefined ? { kind: 'absent' } : { kind: 'taken', value: token.text, next: at + 1 };
});
