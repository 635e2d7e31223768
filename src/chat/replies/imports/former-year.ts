import type { View } from '../../../app/ports/voice.js';
import type { MatterCard } from '../../../app/matters/card.js';
import { personTitle } from '../../../words/persons.js';
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
          : `${tierTitle(row.tier, own.rulebook)}${row.byScore ? '（表中没有等次，按积分）' : ''}`;
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
