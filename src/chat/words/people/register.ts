import type { RegisterPart } from '../../../domain/roster/register-part.js';
import { word, type Word } from '../../define.js';
import { yearOrQuarter } from '../dates/quarters.js';
import { categoryLabels, categoryWord } from './roster.js';

/** What is wider than a category of the rulebook, or stands beside them. */
const parts: Readonly<Record<string, RegisterPart>> = {
  在职: { part: 'inService' },
  在职党员: { part: 'inService' },
  离退休: { part: 'retired' },
  离退休党员: { part: 'retired' },
  预备: { part: 'probationary' },
  预备党员: { part: 'probationary' },
  不列入: { part: 'exempt' },
};

/** 在职, 离退休, 预备, 不列入, or a category as in `/党员`. */
export const registerPart: Word<RegisterPart> = word(
  '类别',
  (input) => {
    const token = input.at < input.end ? input.tokens[input.at] : undefined;
    const known = token !== undefined && Object.hasOwn(parts, token.text) ? parts[token.text] : undefined;
    if (known !== undefined) return { kind: 'taken', value: known, next: input.at + 1 };
    const read = categoryWord.read(input);
    if (read.kind === 'taken') return { ...read, value: { part: 'category', category: read.value.category } };
    if (read.kind !== 'problem' || read.problem.code !== 'notOneOf') return read;
    const choices = [
      '在职',
      '离退休',
      '预备',
      '不列入',
      ...read.problem.choices.filter((label) => !Object.hasOwn(parts, label)),
    ];
    return { kind: 'problem', problem: { ...read.problem, choices } };
  },
  (rulebook) => [...categoryLabels(rulebook), ...Object.keys(parts)],
);

/** The same in front of a year or quarter, which is none. */
export const partBeforeSpan: Word<RegisterPart> = word('类别', (input) =>
  yearOrQuarter.read(input).kind === 'taken' ? { kind: 'absent' } : registerPart.read(input),
);
