/** What was read out of the office's annex, in chat and on the command line. */
import type { UnreadableDocument } from '../../../app/ports/document-reader.js';
import type { BaseItem, Rulebook, RulebookItem } from '../../../domain/rulebook/schema.js';
import { allItems, otherPoints, type WordingProblem } from '../../../domain/rulebook/wording.js';

const unreadable: { readonly [W in UnreadableDocument]: string } = {
  oldFormat: '是旧格式（.doc）或设了密码。请用 Word 或 WPS 打开，去掉密码，另存为 .docx 后再发',
  notDocx: '不是 Word 文档。请附上 .docx 格式的考核表附件',
  damaged: '打不开，可能已损坏。请用 Word 或 WPS 打开，另存为 .docx 后再发',
  tooLarge: '太大，不像是考核表。请只留考核表一张表，另存后再发',
};

/** “附件.pdf”不是 Word 文档。… */
export function unreadableText(name: string, why: UnreadableDocument): string {
  return `“${name}”${unreadable[why]}。`;
}

/** More would only scroll the first one off the screen. */
const mostProblems = 5;

/** One line each. */
export function wordingProblemsText(problems: readonly WordingProblem[]): readonly string[] {
  const rest = problems.length - mostProblems;
  return [...problems.slice(0, mostProblems).map(problemText), ...(rest > 0 ? [`……另有${rest}处`] : [])];
}

function problemText(problem: WordingProblem): string {
  switch (problem.code) {
    case 'noItems':
      return '没有找到考核项目。请附上写有各项内容的考核表，每项以项号开头，例：8、……';
    case 'missing':
      return `读出${problem.found}项，缺第${problem.numbers.join('、')}项。请补上，每项以项号开头，例：${problem.numbers[0] ?? ''}、……`;
    case 'twice':
      return `第${problem.number}项有${problem.texts.length}种写法：${problem.texts.map((text) => `“${beginning(text)}”`).join('、')}。请只留一种`;
    case 'tooLong':
      return `第${problem.number}项超过${problem.most}字，可能连着下面的内容。请另起一行，分清各项`;
  }
}

/** Enough to tell two texts apart. */
function beginning(text: string): string {
  const characters = Array.from(text);
  return characters.length > 20 ? `${characters.slice(0, 20).join('')}……` : text;
}

/** Each item whose words change, with those of now below; first of all where the points do not agree. */
export function wordingLines(before: Rulebook, after: Rulebook): readonly string[] {
  const pairs = allItems(after).map((item, at) => ({ item, old: allItems(before)[at] }));
  const changed = pairs.filter(({ item, old }) => item.wording !== old?.wording);
  const same = pairs.length - changed.length;
  return [
    ...changed.flatMap(({ item }) => pointsLine(item)),
    ...changed.flatMap(({ item, old }) => [
      `第${item.number}项“${item.title}”：${item.wording ?? ''}`,
      `现为：${old?.wording ?? old?.explanation ?? ''}`,
    ]),
    ...(same > 0 ? [`其余${same}项与现在的写法相同。`] : []),
  ];
}

function pointsLine(item: BaseItem | RulebookItem): readonly string[] {
  const said = otherPoints(item, item.wording ?? '');
  if (said.length === 0 || !('side' in item)) return [];
  const ours =
    item.points === null ? item.grades.map(({ label, points }) => `${label}${points}`) : [item.points];
  return [
    `请核对分数：第${item.number}项附件写${said.map((points) => `${points}分`).join('、')}，细则为${ours.join('、')}分，以细则为准。`,
  ];
}

export function unknownItemsText(numbers: readonly number[]): string {
  return `附件里的第${numbers.join('、')}项不在本支部细则之内，没有读取。`;
}

/** What a ruling would do. */
export const wordingMeaning = '认定后考核表和“/细则 项号”写附件的原文，分值和积分不变';
