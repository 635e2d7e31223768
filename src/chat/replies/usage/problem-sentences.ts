import type { Context } from '../../../app/use-case.js';
import type { Rulebook } from '../../../domain/rulebook/schema.js';
import { fullDate, missingDayTitle } from '../../../words/dates.js';
import type { WordProblem } from '../../words/problem.js';
import { gradesText, groundsText, quote, timesText } from './choices.js';
import { activityTrouble } from './which-activity.js';

/** What leads to the lines with each number that may be meant. */
function choice({ length }: readonly string[]): string {
  if (length === 0) return '';
  return length === 1 ? '您要办的是不是：' : '请选一行发送（各是什么事，见“/待办”）：';
}

/** Nothing of the line is repeated: it may hold a choice (issue 3, part 6). */
function ballotTrouble({ wrong, tiers, lines }: Extract<WordProblem, { readonly code: 'ballot' }>): string {
  if (lines.length > 0) return '名册上有几位同名的同志，没有记录。请选一行，写上等次再发送：';
  return wrong === 'name'
    ? '姓名没有看懂，没有记录，请核对：先写一位同志的姓名，空一格，再写等次。'
    : `等次没有看懂，没有记录。等次只能写：${tiers.join('、')}，后面不写别的。`;
}

/** 7至23的整数 where the numbers are without a gap, else the numbers themselves. */
function itemRange({ items }: Rulebook): string {
  const sorted = items.map(({ number }) => number).sort((one, other) => one - other);
  const [first = 0, last = first] = [sorted[0], sorted.at(-1)];
  return last - first === sorted.length - 1 ? `${first}至${last}` : sorted.join('、');
}

type Said = Pick<Context, 'rulebook' | 'rulebookOf' | 'today'>;

const severalItems = '可能是下面几项，请选一行发送：';

const everybody = /^(?:全体|全部|所有|大家|每)(?:人|党员|同志|个?人)*$/u;
type UnknownName = Extract<WordProblem, { readonly code: 'unknownName' }>;

function unknownName({ name, kind, known, lines: { length } }: UnknownName): string {
  const isMember = kind === 'member';
  const offers = length > 0;
  if (known !== undefined)
    return `${quote(name)}同志${known === 'left' ? '已不在本支部' : `不是${isMember ? '本支部党员' : '本支部的党员或群众'}`}，没有办理，请核对姓名。`;
  if (everybody.test(name))
    return `“${quote(name)}”请逐一写姓名，几位之间用顿号隔开（张三、王芳），没有办理。`;
  const head = `没有叫“${quote(name)}”的${isMember ? '党员' : '党员或群众'}，没有办理`;
  return offers ? `${head}。您要找的是不是：` : `${head}，请核对姓名。`;
}

const oneByOne = {
  numbers: '这件事一行写一个编号，请逐行发送（几行可以一起发）：',
  names: '这件事一行写一位，请逐行发送（几行可以一起发）：',
  materials: '材料不单独办理，没有办理；整条事项请发送：',
  commands: '一行只写一件事，没有办理。请分开发送（几行可以一起发）：',
};

type DateProblem = Extract<
  WordProblem,
  { readonly code: 'noSuchDay' | 'noSuchTime' | 'timeMissing' | 'whichDate' | 'notADate' }
>;

const inText: { readonly [K in 'lastYear' | 'ahead' | 'vague']: (said: string) => string } = {
  lastYear: (said) => `事由里写着“${said}”，是去年的日子，没有登记。请选一行发送：`,
  ahead: (said) => `“${said}”还没有到，没有登记，请办了以后再登记。是今天办的，请发送：`,
  vague: (said) => `“${said}”没有写明是哪天，没有登记。请在末尾写明“日期 几月几日”；是今天办的，请发送：`,
};

function dateTrouble(problem: DateProblem, today: string): string {
  switch (problem.code) {
    case 'noSuchDay':
      return `没有${missingDayTitle(problem)}这一天，请核对日期。`;
    case 'noSuchTime':
      return `“${quote(problem.text)}”里的钟点不对，请核对。`;
    case 'timeMissing':
      return `请写明${fullDate(problem.date, today)}的几点。`;
    case 'whichDate':
      if (problem.thisYears !== undefined) {
        const isPast = problem.thisYears === 'past';
        return `今年的“${quote(problem.text)}”${isPast ? '已经过去' : '还没有到，没有办理'}，请核对日期。若是${isPast ? '明年' : '去年'}，请发送：`;
      }
      if (problem.inText !== undefined) return inText[problem.inText](quote(problem.text));
      return problem.lines.length === 1
        ? `“${quote(problem.text)}”请写明。是不是：`
        : `“${quote(problem.text)}”可以有几种理解，请选一行发送：`;
    case 'notADate':
      return `日期“${quote(problem.text)}”没有看懂，请写成“11月28日”或“11月28日15:00”这样。`;
  }
}

function notOneOf({ text, label, choices }: Extract<WordProblem, { readonly code: 'notOneOf' }>): string {
  return text.endsWith('小组')
    ? `还没有“${quote(text)}”。请先编组，例：/党员 小组 张三 ${quote(text)}`
    : `“${quote(text)}”不是${label}，可写：${choices.join('、')}。`;
}

/** What is wrong with a word, in one sentence; the lines to choose from follow it. */
export function sentenceOf(problem: WordProblem, { rulebook, rulebookOf, today }: Said): string {
  switch (problem.code) {
    case 'missing':
      return `请写明${wanted(problem.label)}。${choice(problem.lines ?? [])}`;
    case 'incomplete':
      return '请写全，例：';
    case 'extra':
      return `“${quote(problem.text)}”没有看懂，没有办理。${problem.keyword === undefined ? askedFor(problem.lines) : `若是${problem.keyword}，请发送：`}`;
    case 'unknownName':
      return unknownName(problem);
    case 'itemMeant':
      return problem.item === null ? severalItems : `您是指第${problem.item}项“${problem.title}”吗？请发送：`;
    case 'oneByOne':
      return oneByOne[problem.of];
    case 'ambiguousName':
      return `${problem.left ? '' : '名册上'}有几位“${problem.name}”${problem.left ? '（含已不在本支部的）' : ''}，请选一行发送：`;
    case 'notNames':
      return `“${problem.keyword}”后面应写姓名，“${quote(problem.text)}”不在名册上，没有登记。若属事由，请换个说法或与前后文字连写。${problem.lines.length > 0 ? '您要找的是不是：' : ''}`;
    case 'keywordTwice':
    case 'keywordEmpty':
      return `“${problem.keyword}”${problem.code === 'keywordTwice' ? '写了两次，请只写一次' : '后面还没有写内容'}。`;
    case 'pointsNotItem':
      return `请写第几项（${itemRange(rulebook)}），不必写分数；“${quote(problem.text)}”不是项号，没有登记。`;
    case 'unknownItem':
      return `没有第${problem.item}项，请核对项号。发送“/细则”可查看全部项目。`;
    case 'gradeMissing':
    case 'gradeTooShort':
    case 'gradeGlued':
      return gradeTrouble(problem, rulebookOf);
    case 'timesNotAllowed':
      return timesText(problem.item, rulebookOf(problem.year));
    case 'wordOrder':
    case 'nameOrItem':
    case 'leaveKindGlued':
    case 'pointsSaid':
    case 'timesLast':
      return outOfPlace(problem);
    case 'notANumber':
      return `“${quote(problem.text)}”不是${problem.label}，请写数字。`;
    case 'toBeFilled':
      return `请把“${quote(problem.text)}”换成${problem.text === problem.label ? '实际的内容' : problem.label}，没有办理。`;
    case 'noSuchDay':
    case 'noSuchTime':
    case 'timeMissing':
    case 'whichDate':
    case 'notADate':
      return dateTrouble(problem, today);
    case 'notOneOf':
      return notOneOf(problem);
    case 'tooLong':
      return `文字太长，请控制在${problem.most}字以内。`;
    case 'saidAside':
    case 'noActivity':
    case 'activityCancelled':
    case 'whichActivity':
      return activityTrouble(problem, { rulebook, today });
    case 'audienceKeyword':
      return `“${quote(problem.text)}”是指参加对象吗？地点请连写；写明对象请发送：`;
    case 'ballot':
      return ballotTrouble(problem);
    case 'ofLine':
      return sentenceOf(problem.problem, { rulebook, rulebookOf, today });
    case 'rejectMeant':
      return '“/否决”是提出一票否决，后面先写姓名。您是想用“/驳回”吗？例：';
    case 'whichGround':
      return groundsText(problem.text, rulebook);
  }
}

function outOfPlace(
  problem: Extract<
    WordProblem,
    { readonly code: 'wordOrder' | 'nameOrItem' | 'leaveKindGlued' | 'pointsSaid' | 'timesLast' }
  >,
): string {
  switch (problem.code) {
    case 'wordOrder':
      return '先后次序没有看懂，没有办理。您要办的是不是：';
    case 'nameOrItem':
      return `“${quote(problem.text)}”不是党员姓名；姓名之后请写项号。${problem.lines.length > 0 ? '如是姓名，您要找的是不是：' : ''}`;
    case 'leaveKindGlued':
      return '请假类别后面请空一格，再写事由。';
    case 'pointsSaid':
      return `分数由细则定，不用写“${quote(problem.text)}”，没有登记。请发送：`;
    case 'timesLast':
      return `“${quote(problem.text)}”请写在级别之后、事由之前。请发送：`;
  }
}

function gradeTrouble(
  problem: Extract<WordProblem, { readonly code: 'gradeMissing' | 'gradeTooShort' | 'gradeGlued' }>,
  rulebookOf: Said['rulebookOf'],
): string {
  switch (problem.code) {
    case 'gradeMissing':
      return gradesText(problem.item, rulebookOf(problem.year));
    case 'gradeTooShort':
      return `级别“${quote(problem.text)}”太短，请写两个字以上。请选一行发送：`;
    case 'gradeGlued':
      return `“${quote(problem.text)}”是级别还是事由？请在级别后空一格。请选一行发送：`;
  }
}

function askedFor({ length }: readonly string[]): string {
  return length === 0 ? '' : '您要办的是不是：';
}

/** 事由; 第几项; 群内、公示栏、会议: what is to be written, as it is said. */
function wanted(label: string): string {
  if (label === '项号') return '第几项（不必写分数）';
  return label.replace('|…', '等').replace('…', '').replaceAll(' ', '').replaceAll('|', '、');
}
