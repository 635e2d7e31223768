import type { ReadingTopic, SettledSetting } from '../../../app/help/says.js';
import type { Rulebook, RulebookItem } from '../../../domain/rulebook/schema.js';
import type { Fraction } from '../../../domain/rulebook/schema/values.js';
import type { View } from '../../../app/ports/voice.js';
import { findItem } from '../../../domain/rulebook/items.js';
import { fullDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { readingMeaning, settingTitle, settingValueTitle } from '../../../words/readings.js';
import { holderTitle } from '../../../words/roster.js';

/** How the branch reads what the source leaves open (SPEC §2), by what people ask about; one reading a line. */
const texts: { readonly [T in ReadingTopic]: (rulebook: Rulebook) => readonly string[] } = {
  scoring: ({ scoring }) => {
    const cap = scoring.bonusCap === null ? '加分不封顶' : `加分最多计${scoring.bonusCap}分，超出的只记录`;
    return [
      `${cap}；减分扣完${scoring.basePoints}分为止，超出的只记录、不计算`,
      '同一件事有几个级别的，只计最高一级',
    ];
  },
  evidence: ({ evidence, hearing }) => [
    `加分、减分都须有材料${evidence.materialsNeeded}份，或${evidence.witnessesNeeded}位同志证明`,
    `减分认定前听取本人说明：本人已说明，或者告知后满${hearing.hours}小时，或者认定人已当面听取`,
    `一次减${hearing.meetingDateFrom}分及以上须报会议日期`,
  ],
  leave: (rulebook) => {
    const { leave, attendance } = rulebook;
    const kinds = (counts: boolean) =>
      leave.kinds
        .filter((kind) => kind.counts === counts)
        .map(({ label }) => label)
        .join('、');
    const free = kinds(false);
    return [
      `${kinds(true)}每年前${leave.freePersonalLeaves}次不减分，以后每次减${drafted(rulebook, attendance.leave)}分，按活动日期先后数`,
      ...(free === '' ? [] : [`${free}不计次数`]),
      `应参加的活动未请假而缺席，每次减${drafted(rulebook, attendance.absence)}分；活动结束后${leave.lateRequestDays}天内可补假`,
    ];
  },
  quotas: ({ quotas, quotaRules, categories, activities }) => [
    ...quotas.map(({ id, perYear, offices }) => {
      const labels = categories.filter(({ quota }) => quota === id).map(({ label }) => label);
      const whom = [...labels, ...offices.map(holderTitle)];
      return `${whom.join('、')}每年参加组织生活${perYear}次`;
    }),
    `计入次数的活动：${activities.kinds
      .filter(({ countsForQuota }) => countsForQuota)
      .map(({ label }) => label)
      .join('、')}；次数不足只提醒，不减分`,
    ...heldMonths(activities),
    ...(quotaRules.studyHours.counted
      ? [
          `学时每年党员${quotaRules.studyHours.perYear}、书记副书记支委${quotaRules.studyHours.forOffices}，与次数一并显示，不足也不减分`,
        ]
      : []),
  ],
  dues: (rulebook) => [
    `每月${rulebook.dues.reminderDay}日提醒；次月${rulebook.dues.missingListDay}日列出未交的，${rulebook.dues.draftDay}日登记减${drafted(rulebook, rulebook.dues.drafts)}分`,
  ],
  tiers: ({ assessment }) => {
    const { tiers, unqualifiedAtMost, noAwardsBelow, outstandingFrom } = assessment;
    return [
      `等次：${[tiers.outstanding, tiers.qualified, tiers.basicallyQualified, tiers.unqualified].join('、')}`,
      `${unqualifiedAtMost}分及以下建议${tiers.unqualified}，不满${noAwardsBelow}分不参加评先评优`,
      `${outstandingFrom}分及以上或前${share(assessment.topShare)}可评${tiers.outstanding}，一般不超过${share(assessment.outstandingShareMax)}`,
    ];
  },
  veto: ({ veto, assessment }) => [
    ...veto.grounds.map(
      ({ number, title, explanation }) => `第${number}款 ${title}：${explanation.replace(/。$/u, '')}`,
    ),
    `提出、听取本人意见、表决、认定后报上级；认定后全年积分为0，等次为${assessment.tiers[veto.tier]}`,
    `连续${veto.absenceLadder.draftAtMonths}个月没有参加组织生活的生成待办，满${veto.absenceLadder.warnAtMonths.join('、')}个月先提醒`,
    `党费欠交累计${veto.duesLadder.draftAtMonths}个月、经教育仍拒交的生成待办，满${veto.duesLadder.warnAtMonths.join('、')}个月先提醒`,
  ],
  publication: ({ publication, publicNotice }) => [
    readingMeaning('publication', publication.how),
    `${publication.frequency === 'monthly' ? '每月' : '每季度'}公示，期满后第一个工作日${publication.time}发出，前${publication.preview.workingDaysBefore}个工作日${publication.preview.time}书记预览`,
    `年度公示${publicNotice.days}天，末日不是工作日的顺延`,
  ],
  votes: ({ votes }) => [
    `到会不少于应到的${share(votes.presentAtLeast)}，赞成超过应到的${share(votes.inFavourMoreThan)}为通过`,
  ],
  categories: ({ categories }) =>
    categories.map(({ label, scored }) => `${label}：${scored ? '计分' : '不计分，以关爱为主'}`),
};

/** 组织生活会、民主评议：每年1月至3月开上一年度的 */
function heldMonths({ kinds, appraisal }: Rulebook['activities']): readonly string[] {
  const labels = kinds.filter(({ id }) => appraisal.kinds.includes(id)).map(({ label }) => label);
  const { from, to, of } = appraisal.held;
  return labels.length === 0
    ? []
    : [`${labels.join('、')}：每年${from}月至${to}月开${of === 'yearBefore' ? '上一年度' : '当年'}的`];
}

/** In the overview of `/细则`: the short ones. */
const main: readonly ReadingTopic[] = ['scoring', 'evidence', 'leave', 'tiers', 'votes', 'publication'];

export function readings(rulebook: Rulebook): readonly string[] {
  return main.flatMap((topic) => texts[topic](rulebook));
}

export function topicText(topic: ReadingTopic, rulebook: Rulebook): string {
  return [...texts[topic](rulebook), `出自${rulebook.title}`].join('\n');
}

/** 公示方式：公示栏（11月23日（周一）#3 李强认定，此前为群内）; what was never settled in chat is as the file has it. */
export function settingLines(
  settled: readonly SettledSetting[],
  { rulebook, today }: View,
): readonly string[] {
  return settled.map(({ setting, value, history }) => {
    const steps = history.map(({ value: to, matter, on, ruler }) => {
      const by = ruler === null ? '' : ` ${personTitle(ruler, rulebook)}`;
      return `${fullDate(on, today)}#${matter}${by}认定为“${settingValueTitle(to)}”`;
    });
    const how = steps.length === 0 ? '' : `（${steps.join('；')}）`;
    return `${settingTitle(setting)}：${settingValueTitle(value)}${how}`;
  });
}

/** Points of what a register drafts. */
function drafted(
  rulebook: Rulebook,
  { item, grade }: { readonly item: number; readonly grade: string | null },
): number {
  const known: RulebookItem | undefined = findItem(rulebook, item);
  return known?.grades.find(({ id }) => id === grade)?.points ?? known?.points ?? 0;
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** 三分之一; other fractions as in the file: 3/20. */
export function share({ numerator, denominator }: Fraction): string {
  const [part, whole] = [numerals[numerator], numerals[denominator]];
  return part && whole ? `${whole}分之${part}` : `${numerator}/${denominator}`;
}
