import type { RulebookOrigin } from '../../../app/help/says.js';
import type { View } from '../../../app/ports/voice.js';
import { findItem } from '../../../domain/rulebook/items.js';
import type { Rulebook, RulebookItem } from '../../../domain/rulebook/schema.js';
import { fullDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { readings, settingLines } from './readings.js';
import { signed } from '../../../words/items.js';

/** +3分 or 工委 +5、市级 +10 */
function worth(item: RulebookItem): string {
  const sign = item.side === 'bonus' ? 1 : -1;
  if (item.points !== null) return `${signed(sign * item.points)}分`;
  return item.grades
    .map(
      ({ label, points: each, perCount }) =>
        `${label} ${signed(sign * each)}${perCount ? '（可写×数）' : ''}`,
    )
    .join('、');
}

function itemRow(item: RulebookItem): string {
  return `${item.number} ${item.title} ${worth(item)}`;
}

/** Since when it is in force, by which meeting, and what follows it. */
function originLines({ fromYear, meetingOn, next }: RulebookOrigin, { today }: View): readonly string[] {
  const meeting = meetingOn === null ? '' : `，${fullDate(meetingOn, today)}会议通过`;
  return [
    ...(fromYear === null ? ['建支部时起执行'] : [`自${fromYear}年起执行${meeting}`]),
    ...(next === null ? [] : [`自${next.fromYear}年起改按版本${next.version}执行`]),
  ];
}

/** Each time that the words of the annex were taken over. */
function wordedLines(worded: RulebookOrigin['worded'], { rulebook, today }: View): readonly string[] {
  const steps = worded.map(({ matter, on, ruler }) => {
    const by = ruler === null ? '' : ` ${personTitle(ruler, rulebook)}`;
    return `${fullDate(on, today)}#${matter}${by}认定`;
  });
  return steps.length === 0 ? [] : [`各项原文取自附件：${steps.join('；')}`];
}

/** All items, one a line, and how the branch reads what the source leaves open. */
export function rulebookText(origin: RulebookOrigin, view: View): string {
  const { rulebook } = view;
  const side = (wanted: RulebookItem['side']) =>
    rulebook.items.filter((item) => item.side === wanted).map(itemRow);
  return [
    rulebook.title,
    ...originLines(origin, view),
    `每人每年基础分${rulebook.scoring.basePoints}分`,
    `自评项：${rulebook.baseItems.map(({ number, title, points: worthOf }) => `${number} ${title} ${worthOf}分`).join('、')}`,
    '加分项：',
    ...side('bonus'),
    '减分项：',
    ...side('deduction'),
    '现行读法：',
    ...readings(rulebook),
    ...wordedLines(origin.worded, view),
    '本支部的选择：',
    ...settingLines(origin.settled, view),
    '某一项的说明请发送“/细则 项号”，某一方面的读法可发送“/细则 请假”“/细则 等次”“/细则 否决”等。',
  ].join('\n');
}

/** In the words of the annex, where the branch took them over. */
function textOf({ wording, explanation }: Pick<RulebookItem, 'wording' | 'explanation'>): string {
  return wording ?? explanation;
}

/** One item with its explanation and what applies to it. */
export function itemText(number: number, { rulebook }: View): string {
  const base = rulebook.baseItems.find((item) => item.number === number);
  if (base !== undefined) {
    const parts =
      base.parts.length === 0 ? '' : `\n分${base.parts.length}部分，各计${base.parts.join('、')}分。`;
    return `第${number}项“${base.title}” ${base.points}分（自评项）\n${textOf(base)}${parts}\n此项在考核表上自评，不改变基础分。`;
  }
  const item = findItem(rulebook, number);
  if (item === undefined) return `没有第${number}项。`;
  const { evidence } = rulebook;
  // What the explanation says already is not said again.
  const unsaid = (sentence: string, said = sentence) => (textOf(item).includes(said) ? [] : [sentence]);
  return [
    `第${number}项“${item.title}” ${worth(item)}`,
    textOf(item),
    ...(item.sources.includes('manual')
      ? [`须有材料${evidence.materialsNeeded}份，或${evidence.witnessesNeeded}位同志证明。`]
      : unsaid(`由${item.sources.includes('attendance') ? '考勤' : '党费登记'}生成，不手工登记。`)),
    ...(item.grades.length > 0 && item.sameDeed === 'highest'
      ? unsaid('同一件事只计最高一级。', '只计最高一级')
      : []),
    ...hearingLines(item, rulebook),
    ...(item.publish === 'pointsOnly' ? ['公示时只列分数。'] : []),
  ].join('\n');
}

function hearingLines(item: RulebookItem, { hearing }: Rulebook): readonly string[] {
  if (item.side !== 'deduction') return [];
  const most = Math.max(...item.grades.map((grade) => grade.points), item.points ?? 0);
  const counted = item.grades.some(({ perCount }) => perCount);
  const meeting = most >= hearing.meetingDateFrom || counted;
  return [`认定前听取本人说明${meeting ? `；一次减${hearing.meetingDateFrom}分及以上的须报会议日期` : ''}。`];
}
