import type { View } from '../../app/ports/voice.js';
import { findItem } from '../../domain/rulebook/items.js';
import type { Rulebook, RulebookItem } from '../../domain/rulebook/schema.js';
import { points } from './items.js';

/** +3分 or 工委 +5、市级 +10 */
function worth(item: RulebookItem): string {
  const sign = item.side === 'bonus' ? 1 : -1;
  if (item.points !== null) return `${points(sign * item.points)}分`;
  return item.grades
    .map(
      ({ label, points: each, perCount }) => `${label} ${points(sign * each)}${perCount ? '(可写×数)' : ''}`,
    )
    .join('、');
}

function itemRow(item: RulebookItem): string {
  return `${item.number} ${item.title} ${worth(item)}`;
}

/** All items, one a line, and how the branch reads what the source leaves open. */
export function rulebookText({ rulebook }: View): string {
  const side = (wanted: RulebookItem['side']) =>
    rulebook.items.filter((item) => item.side === wanted).map(itemRow);
  return [
    `${rulebook.title}(版本${rulebook.version})`,
    `每人每年基础分${rulebook.scoring.basePoints}分`,
    `自评项:${rulebook.baseItems.map(({ number, title, points: worthOf }) => `${number} ${title} ${worthOf}分`).join('、')}`,
    '加分项:',
    ...side('bonus'),
    '减分项:',
    ...side('deduction'),
    '现行读法:',
    ...readings(rulebook),
    '某一项的说明请发送“/细则 项号”。',
  ].join('\n');
}

function readings({ scoring, evidence, hearing, leave, assessment }: Rulebook): readonly string[] {
  const cap = scoring.bonusCap === null ? '加分不封顶' : `加分最多计${scoring.bonusCap}分`;
  return [
    `${cap},减分扣完${scoring.basePoints}分为止,超出的只记录、不计算`,
    `加分、减分都须有材料${evidence.materialsNeeded}份,或${evidence.witnessesNeeded}位同志证明`,
    `减分认定前听取本人说明,一次减${hearing.meetingDateFrom}分及以上须报会议日期`,
    `同一件事有几个级别的,只计最高一级`,
    `事假每年前${leave.freePersonalLeaves}次不减分`,
    `${assessment.unqualifiedAtMost}分及以下建议不合格,不满${assessment.noAwardsBelow}分不参加评先评优`,
  ];
}

/** One item with its explanation and what applies to it. */
export function itemText(number: number, { rulebook }: View): string {
  const base = rulebook.baseItems.find((item) => item.number === number);
  if (base !== undefined)
    return `第${number}项“${base.title}” ${base.points}分(自评项)\n${base.explanation}\n此项在考核表上自评,不改变基础分。`;
  const item = findItem(rulebook, number);
  if (item === undefined) return `没有第${number}项。`;
  const { evidence } = rulebook;
  const manual = item.sources.includes('manual');
  return [
    `第${number}项“${item.title}” ${worth(item)}`,
    item.explanation,
    ...(manual
      ? [`须有材料${evidence.materialsNeeded}份,或${evidence.witnessesNeeded}位同志证明。`]
      : ['由考勤生成,不手工登记。']),
    ...(item.grades.length > 0 && item.sameDeed === 'highest' ? ['同一件事只计最高一级。'] : []),
    ...hearingLines(item, rulebook),
    ...(item.publish === 'pointsOnly' ? ['公示时只列分数。'] : []),
  ].join('\n');
}

function hearingLines(item: RulebookItem, { hearing }: Rulebook): readonly string[] {
  if (item.side !== 'deduction') return [];
  const most = Math.max(...item.grades.map((grade) => grade.points), item.points ?? 0);
  const counted = item.grades.some(({ perCount }) => perCount);
  const meeting = most >= hearing.meetingDateFrom || counted;
  return [`认定前听取本人说明${meeting ? `;一次减${hearing.meetingDateFrom}分及以上的须报会议日期` : ''}。`];
}
