import type { RegisterLine, RegisterSays } from '../../../app/roster/register-says.js';
import type { RegisterPart } from '../../../domain/roster/register-part.js';
import type { View } from '../../../app/ports/voice.js';
import { fullDate } from '../../../words/dates.js';
import type { Sentences } from '../sentences.js';
import { categoryTitle, officesTitle, partTitle } from '../../../words/roster.js';

/** 张三 机关党员 支委 第一小组 2025年1月1日(周三)到本支部 103分 */
function lineText(line: RegisterLine, part: RegisterPart, view: View): string {
  const category = `${categoryTitle(line.category, view.rulebook)}${line.probationary ? '（预备）' : ''}`;
  const scored = line.total === null ? '' : `${line.total}分${line.probationary ? '（供参考）' : ''}`;
  return [
    line.person.name,
    part.part === 'category' && !line.probationary ? '' : category,
    officesTitle(line.offices),
    line.group ?? '',
    `${fullDate(line.joinedOn, view.today)}到本支部`,
    line.exempt ? '不列入考核' : scored,
  ]
    .filter((text) => text !== '')
    .join(' ');
}

export const registerSentences: Sentences<RegisterSays> = {
  register: ({ part, year, lines: { kept: lines } }, view) =>
    lines.length === 0
      ? `台账里没有${partTitle(part, view.rulebook)}。`
      : [
          `${partTitle(part, view.rulebook)}台账（${lines.length}人，积分为${year}年）：`,
          ...lines.map((line) => lineText(line, part, view)),
        ].join('\n'),
  registerCounts: ({ counts: { kept: counts } }, view) => {
    const ofClass = (inService: boolean, title: string): readonly string[] => {
      const kinds = counts.categories.filter((one) => one.inService === inService && one.members > 0);
      const total = kinds.reduce((sum, { members }) => sum + members, 0);
      const each = kinds.map(
        ({ category, members }) => `${categoryTitle(category, view.rulebook)}${members}人`,
      );
      return [`${title}${total}人${inService && each.length > 0 ? `：${each.join('、')}` : ''}`];
    };
    return [
      `党员台账（${counts.members}人）：`,
      ...ofClass(true, '在职党员'),
      ...ofClass(false, '离退休党员'),
      ...(counts.probationary > 0 ? [`其中预备党员${counts.probationary}人`] : []),
      ...(counts.exempt > 0 ? [`其中不列入考核${counts.exempt}人`] : []),
      '看一类的名单请写类别，例：/台账 在职',
    ].join('\n');
  },
};
