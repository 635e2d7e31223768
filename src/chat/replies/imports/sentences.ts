import type { ImportSays } from '../../../app/imports/says.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';

/** #3 至 #12 where they follow one another, else the first three and how many. */
function numbersTitle(numbers: readonly number[]): string {
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  if (numbers.length === 1) return `#${first}`;
  if (last - first === numbers.length - 1) return `#${first} 至 #${last}（${numbers.length}条）`;
  const shown = numbers.slice(0, 3).map((number) => `#${number}`);
  return `${shown.join('、')}${numbers.length > 3 ? `等${numbers.length}条` : ''}`;
}

export const importSentences: Sentences<ImportSays> = {
  outdated: () => '没有导入：支部的数据刚刚在别处有了变动，请重新运行。',
  registered: ({ file, numbers }) => {
    const [first = 0] = numbers.kept;
    return `已从文件“${file.kept}”登记 ${numbersTitle(numbers.kept)}，登记人是您，等待认定。登记有误的请“/撤回 ${first}”；不是您导入的，请马上告诉书记。`;
  },
  waiting: ({ file, proposer, numbers }, { rulebook }) =>
    `${personTitle(proposer, rulebook)}同志从文件“${file.kept}”导入了 ${numbersTitle(numbers.kept)}，等待您认定，每条都注明在文件第几行。发送“/待办”可查看，“/确认 全部”先列后认。`,
  yearTakenOver: ({ number, year, count }) =>
    `#${number} 已认定：${year}年度考核结果由导入的汇总表归档（${count}人），今后查询都注明“由导入”。`,
};
