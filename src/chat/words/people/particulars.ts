import { particularFields, type ParticularField } from '../../../domain/roster/rows.js';
import { fieldNamed, fieldTitles } from '../../../words/particulars.js';
import { word, type Word, type WordInput, type WordResult } from '../../define.js';
import { dateWord } from '../dates/date-words.js';
import { restOf } from '../plain.js';

interface WrittenParticular {
  readonly field: ParticularField;
  /** Null: 无. */
  readonly value: string | null;
}

const genders = ['男', '女'] as const;
const telephone = /^1\d{10}$/u;
/** 2010年7月, 2010-07, 2010.7: where no day is known. */
const month = /^(\d{4})(?:年|[-./])(\d{1,2})月?$/u;
const pastDay = dateWord('past');

/** 手机 13800000000, 入党时间 2010年7月, 性别 女: what is put right, and what it is. */
export const particularWord: Word<WrittenParticular> = word('手机|入党时间|性别|… 内容', (input) => {
  const token = input.at < input.end ? input.tokens[input.at] : undefined;
  if (token === undefined) return { kind: 'absent' };
  const field = fieldNamed(token.text);
  if (field === undefined) {
    const choices = particularFields.map((one) => fieldTitles[one]);
    return { kind: 'problem', problem: { code: 'notOneOf', text: token.text, label: '项目', choices } };
  }
  const read = readValue(field, { ...input, at: input.at + 1 });
  return read.kind === 'taken' ? { ...read, value: { field, value: read.value } } : read;
});

function readValue(field: ParticularField, input: WordInput): WordResult<string | null> {
  const rest = restOf(input);
  const label = fieldTitles[field];
  if (rest.kind !== 'taken') return { kind: 'problem', problem: { code: 'missing', label } };
  const text = rest.value.normalize('NFKC').trim();
  if (text === '无' && field !== 'joinedOn') return { ...rest, value: null };
  switch (field) {
    case 'gender':
      return genders.some((one) => one === text)
        ? { ...rest, value: text }
        : { kind: 'problem', problem: { code: 'notOneOf', text, label, choices: genders } };
    case 'phone': {
      const digits = text.replace(/[\s-]/gu, '');
      return telephone.test(digits)
        ? { ...rest, value: digits }
        : { kind: 'problem', problem: { code: 'notANumber', text, label: '11位手机号' } };
    }
    case 'bornOn':
    case 'partyJoinedOn':
    case 'regularOn': {
      const [, year, number] = month.exec(text) ?? [];
      const of = Number(number);
      if (year !== undefined && of >= 1 && of <= 12)
        return { ...rest, value: `${year}-${String(of).padStart(2, '0')}` };
      const day = pastDay.read(input);
      return day.kind === 'taken' && field === 'bornOn' ? { ...day, value: day.value.slice(0, 7) } : day;
    }
    case 'joinedOn':
      return pastDay.read(input);
    case 'ethnicity':
      return { ...rest, value: text.endsWith('族') ? text : `${text}族` };
    case 'education':
    case 'position':
      return { ...rest, value: rest.value.trim() };
  }
}
