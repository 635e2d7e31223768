import type { ImportSays } from '../../../app/imports/says.js';
import { personTitle } from '../../../words/persons.js';
import { numbersTitle, byScoreMark } from '../../../words/numbers.js';
import type { Sentences } from '../sentences.js';
import type { View } from '../../../app/ports/voice.js';
import type { MatterCard } from '../../../app/matters/card.js';
import { sumsText } from '../year/sums.js';
import { tierTitle } from '../../../words/items.js';

type FormerYearCard = Extract<MatterCard, { readonly kind: 'formerYear' }>;

/** The whole table as the ruler compares it with the paper, each line with its row in the file. */
export function formerYearLines(card: FormerYearCard, view: View): readonly string[] {
  const { year, rows, materials, free, proposer } = card;
  const own: View = { ...view, rulebook: view.rulebookOf(year) };
  const by = proposer === null ? '' : `提出：${personTitle(proposer, view.rulebook)}  `;
  return [
    `${by}材料：${materials.join('、')}`,
    ...rows.map((row) => {
      const tier =
        row.tier === null
          ? '预备党员，不定等次'
          : `${tierTitle(row.tier, own.rulebook)}${row.byScore ? byScoreMark : ''}`;
      const remark = row.remark === null ? '' : ` 备注：${row.remark}`;
      return `第${row.line}行 ${sumsText(row, own, own.rulebook.scoring)} ${tier}${remark}`;
    }),
    '认定以后这一年度即归档，不能再改，请与原表逐行核对。',
    ...(free ? [] : [`${year}年度已在本支部登记或办理，不能再用导入的结果，请驳回。`]),
  ];
}

/** 2025年度考核结果(导入,60人) */
export function formerYearTitle({ year, rows }: FormerYearCard): string {
  return `${year}年度考核结果（导入，${rows.length}人）`;
}

/** #3 至 #12 where they follow one another, else the first three and how many. */
function rangeTitle(numbers: readonly number[]): string {
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  if (numbers.length === 1) return `#${first}`;
  if (last - first === numbers.length - 1) return `#${first} 至 #${last}（${numbers.length}条）`;
  return `${numbersTitle(numbers.slice(0, 3))}${numbers.length > 3 ? `等${numbers.length}条` : ''}`;
}

export const importSentences: Sentences<ImportSays> = {
  outdated: () => '没有导入：支部的数据刚刚在别处有了变动，请重新运行。',
  registered: ({ file, numbers }) => {
    const [first = 0] = numbers.kept;
    return `已从文件“${file.kept}”登记 ${rangeTitle(numbers.kept)}，登记人是您，等待认定。登记有误的请“/撤回 ${first}”；不是您导入的，请马上告诉书记。`;
  },
  waiting: ({ file, proposer, numbers }, { rulebook }) =>
    `${personTitle(proposer, rulebook)}同志从文件“${file.kept}”导入了 ${rangeTitle(numbers.kept)}，等待您认定，每条都注明在文件第几行。发送“/待办”可查看，“/确认 全部”先列后认。`,
  yearTakenOver: ({ number, year, count }) =>
    `#${number} 已认定：${year}年度考核结果由导入的汇总表归档（${count}人），今后查询都注明“由导入”。`,
};
