/** Says in Chinese what is wrong with a rulebook, for people who edit the file. */
import type { FileProblem } from '../../../app/ports/rulebook-reader.js';
import type { RulebookReason } from '../../../domain/rulebook/problems.js';
import type { Format } from '../../../domain/rulebook/schema/values.js';

const formats: Record<Format, string> = {
  clockTime: '应为24小时制的时间，如“09:00”',
  monthDay: '应为每年都有的月和日，如“09-10”',
  fraction: '应为大于0、不超过1的分数，如“1/3”',
  version: '应为版本号：字母、数字、点、短横，不超过40个',
  plainText: '应为一行文字，首尾没有空格，也没有控制字符',
  word: '只能用文字，不能有空格、数字和标点',
  id: '应为英文标识，小写字母开头，只含字母和数字',
};

const types: Readonly<Record<string, string>> = {
  string: '文字（数字、日期请加引号）',
  number: '数字',
  int: '整数',
  boolean: ' true 或 false',
  array: '列表',
  tuple: '列表',
  object: '一组“名称：值”',
};

const measures = { number: '', text: '长度', list: '条数' } as const;

const sources = { attendance: '考勤（attendance）', dues: '党费（dues）' } as const;

/** The slips people make; anything rarer is shown by the parser's own code. */
const syntaxReasons: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: '同一个名称写了两次',
  TAB_AS_INDENT: '缩进只能用空格，不能用制表符',
  BAD_INDENT: '缩进不对',
  MISSING_CHAR: '缺少引号、冒号或括号',
  MULTIPLE_DOCS: '一个文件里只能有一份细则',
};

/** 第12行 scoring.basePoints:应为正数; the first `most` of them, and how many there are besides. */
export function fileProblemsText(problems: readonly FileProblem[], most: number): readonly string[] {
  const rest = problems.length - most;
  return [...problems.slice(0, most).map(problemText), ...(rest > 0 ? [`还有${rest}处`] : [])];
}

function problemText({ line, reason }: FileProblem): string {
  return `${line === null ? '' : `第${line}行 `}${fileReasonText(reason)}`;
}

function fileReasonText(reason: FileProblem['reason']): string {
  switch (reason.code) {
    case 'content':
      return `${reason.path === '' ? '整个文件' : reason.path}：${reasonText(reason.why)}`;
    case 'syntax':
      return syntaxReasons[reason.yaml] ?? `不合YAML格式（${reason.yaml}）`;
    case 'notUtf8':
      return '不是UTF-8编码的文本，请另存为UTF-8';
    case 'oversized':
      return '太长或层次太深，不像是细则，请对照 rulebooks 文件夹里的细则改正';
    case 'endlessAliases':
      return '引用（*）无法展开，请直接写出内容';
  }
}

/** One clause without full stop, to follow the place. */
function reasonText(reason: RulebookReason): string {
  switch (reason.code) {
    case 'missing':
      return '缺少这一项';
    case 'unknownKey':
      return '不认识这个名称，请检查拼写或删去';
    case 'wrongType':
      return `应为${types[reason.expected] ?? '别的类型'}`;
    case 'tooSmall':
      return tooSmall(reason.of, reason.limit, reason.inclusive);
    case 'tooLarge':
      return `${measures[reason.of]}${reason.inclusive ? '应不超过' : '应小于'}${reason.limit}`;
    case 'notAllowed':
      return reason.allowed.length === 1
        ? `只能写 ${reason.allowed.join()}`
        : `只能是 ${reason.allowed.join('、')} 之一`;
    case 'badFormat':
      return formats[reason.format];
    case 'duplicate':
      return `“${reason.value}”与 ${reason.first} 重复`;
    case 'unknownReference':
      return `没有“${reason.value}”，可用的是 ${reason.known.join('、')}`;
    case 'wrongSource':
      return `第${reason.item}项的 sources 里没有${sources[reason.source]}`;
    case 'wrongSum':
      return `合计应为${reason.expected}，现为${reason.actual}`;
    case 'pointsOrGrades':
      return '分值（points）和级别（grades）应当且只能写一样';
    case 'ambiguousLabels':
      return `“${reason.label}”与“${reason.other}”前两个字相同，简称分不清`;
    case 'mustExceed':
      return `应大于 ${reason.other}（${reason.limit}）`;
    case 'mustNotExceed':
      return `应不超过 ${reason.other}（${reason.limit}）`;
    case 'unreachable':
      return `达不到：基础分加上加分上限只有${reason.highest}`;
    case 'supersedesItself':
      return '不能与本文件的 version 相同';
    case 'invalid':
      return '内容不对';
  }
}

function tooSmall(of: 'number' | 'text' | 'list', limit: number, inclusive: boolean): string {
  if (of === 'number' && limit === 0 && !inclusive) return '应为正数';
  if (of !== 'number' && limit === 1) return '不能为空';
  return `${measures[of]}${inclusive ? '应不小于' : '应大于'}${limit}`;
}
