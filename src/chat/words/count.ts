import { word, type Word } from '../define.js';

const digits = /^(\d{1,4})条?$/u;

/** How many lines of a list: 20, 20条. */
export function countUpTo(most: number): Word<number> {
  return word<number>('条数', ({ tokens, at, end }) => {
    const token = at < end ? tokens[at] : undefined;
    if (token === undefined) return { kind: 'absent' };
    const value = Number(digits.exec(token.text)?.[1] ?? 0);
    if (value >= 1 && value <= most) return { kind: 'taken', value, next: at + 1 };
    const choices = [`1到${most}的整数`];
    return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '条数', choices } };
  });
}
