import type { BehindLine, LifeSays, MissingKind, OwnProgress } from '../../../app/life/says.js';
import type { View } from '../../../app/ports/voice.js';
import { yearOf } from '../../../domain/period/civil.js';
import { activityTitle, datedWords } from '../attendance/activities.js';
import { fullDate, spacedDate } from '../../../words/dates.js';
import { personTitle } from '../../../words/persons.js';
import { blankText, categoryReportText, periodReportText, sinceText } from './reports.js';
import type { Sentences } from '../sentences.js';
import { hoursTitle, kindTitle } from '../../../words/activities.js';
import { spanTitle } from '../../../words/periods.js';
import type { ReportNoteLine } from '../../../app/life/report-facts.js';
import type { WhyNoExample } from '../../../domain/reports/known.js';
import { itemTitle } from '../points/items.js';

/** 第1条 事例 #12 张三同志 第8项“公益活动”(11月23日 周一):带动身边人 */
function noteText({ number, kind, card, text, told }: ReportNoteLine, view: View): string {
  if (kind === 'practice' || card === null) return `第${number}条 做法：${text}`;
  const { subject, deedOn } = card;
  const head = `第${number}条 事例 #${card.number} ${personTitle(subject, view.rulebook)}同志 ${itemTitle(card, view)}（${spacedDate(deedOn, view.today)}）`;
  return `${head}：${text}${told ? '' : '（这笔加分已更正，报告里不写）'}`;
}

function keptNoteText(line: ReportNoteLine, view: View): string {
  const { number, year, card } = line;
  return [
    `已记下，写入${year}年的报告。`,
    noteText(line, view),
    ...(card === null ? [] : [`请注意：报告会写出${personTitle(card.subject, view.rulebook)}同志的姓名。`]),
    `撤下请发送“/报告 删 ${number}”。`,
  ].join('\n');
}

function notesText(year: number, lines: readonly ReportNoteLine[], view: View): string {
  if (lines.length === 0)
    return `${year}年的报告还没有事例和特色做法。书记可以发送“/报告 事例 编号 说明”选一笔已认定的加分，或“/报告 做法 文字”。`;
  return [
    `${year}年报告的事例和特色做法${lines.length}条：`,
    ...lines.map((line) => noteText(line, view)),
    '撤下请发送“/报告 删 条号”。',
  ].join('\n');
}

const noExampleTexts: { readonly [W in WhyNoExample]: (number: number) => string } = {
  unknown: (number) => `没有 #${number}，请核对编号。`,
  notConfirmedBonus: (number) => `#${number} 不是已认定的加分，不能作事例。`,
  shielded: (number) => `#${number} 所在的项目公示时只列分数，为保护当事人，不作事例。`,
  left: (number) => `#${number} 的当事人不在考核的党员之列，不作事例。`,
};

/** 2026年12月:主题党日 — one row for each span */
function missingRows(missing: readonly MissingKind[], view: View): readonly string[] {
  const titles = [...new Set(missing.map(({ span }) => spanTitle(span)))];
  return titles.map((title) => {
    const kinds = missing.filter(({ span }) => spanTitle(span) === title);
    return `${title}：${kinds.map(({ kind }) => kindTitle(kind, view.rulebook)).join('、')}`;
  });
}

function progressText(progress: OwnProgress, view: View): string {
  const { person, year, until, quota, attended, hours, partOfYear, since } = progress;
  const left = quota - attended;
  const ahead = yearOf(view.today) === year ? '，请合理安排时间参加' : '';
  const rest = left > 0 ? `还差${left}次${ahead}` : '已达到要求';
  const part = partOfYear ? '应参加的次数按在本支部的月份折算。' : '';
  const when = yearOf(view.today) === year ? '今年' : `${year}年`;
  return `${personTitle(person, view.rulebook)}同志的组织生活（截至${fullDate(until, view.today)}）：${when}应参加${quota}次，已参加${attended}次，${rest}${hoursTitle(hours)}。${part}${sinceText(since, view)}`;
}

function behindRow({ person, attended, expected, quota, hasAccount }: BehindLine, view: View): string {
  const phone = hasAccount ? '' : '，没有账号，请转告';
  return `${personTitle(person, view.rulebook)} 已参加${attended}次，按进度应有${expected}次（全年${quota}次）${phone}`;
}

/** An announcement to copy; only day and place are missing. */
function announceLine(missing: readonly MissingKind[], view: View): string {
  const [first] = missing;
  return first === undefined
    ? ''
    : `通知活动请发送：/活动 ${kindTitle(first.kind, view.rulebook)} 日期时间 地点`;
}

export const lifeSentences: Sentences<LifeSays> = {
  behind: ({ year, until, members, since, lines: { kept: lines } }, view) =>
    [
      `组织生活参加进度（${year}年，截至${fullDate(until, view.today)}）：应参加的${members}人中，${lines.length}人落后。`,
      ...lines.map((line) => behindRow(line, view)),
      `次数不足只作提醒，不因此减分。${sinceText(since, view)}`,
    ].join('\n'),
  categoryReport: ({ report, blank }, view) => `${categoryReportText(report.kept, view)}${blankText(blank)}`,
  frequencyDue: ({ urgent, later }, view) =>
    [
      '三会一课提醒：以下活动还没有开展，也没有通知。',
      ...missingRows(urgent, view),
      ...(later.length === 0 ? [] : [`还有时间的：${missingRows(later, view).join('；')}`]),
      announceLine(urgent, view),
    ].join('\n'),
  frequencyMissed: ({ missed, unclosed }, view) =>
    [
      ...(missed.length === 0 ? [] : ['三会一课：以下活动没有开展记录。', ...missingRows(missed, view)]),
      ...(unclosed.length === 0
        ? []
        : [
            `已到时间、还没有结束登记的：${unclosed.map((activity) => activityTitle(activity, view)).join('、')}。`,
            ...unclosed.map((activity) => `/结束 ${datedWords(activity, view)}`),
          ]),
    ].join('\n'),
  noExample: ({ number, why }) => noExampleTexts[why](number),
  noNote: ({ number }) => `没有第${number}条事例或做法，请核对编号。发送“/报告 素材”可查看。`,
  noteAlreadyStruck: ({ number }) => `第${number}条已经撤下，不必重复。`,
  noteKept: ({ line }, view) => keptNoteText(line.kept, view),
  noteKnown: ({ number, kind }) =>
    kind === 'example'
      ? `没有记下：这件事已是第${number}条事例。要换说明，请先发送“/报告 删 ${number}”再重新选。`
      : `没有记下：与第${number}条完全相同，不必重复。`,
  noteStruck: ({ line }, view) => `已撤下，报告里不再写：${noteText(line.kept, view)}`,
  noteTooLong: ({ most }) => `没有记下：文字太长，请控制在${most}字以内。`,
  notes: ({ year, lines }, view) => notesText(year, lines.kept, view),
  periodReport: ({ report, checkDue, blank }, view) =>
    `${periodReportText(report.kept, checkDue, view)}${blankText(blank)}`,
  progress: ({ progress }, view) => progressText(progress.kept, view),
  reportAhead: ({ year }) => `${year}年还没有到，没有报告数据。`,
  reportBefore: ({ year, began }, { today }) =>
    `本支部从${fullDate(began, today)}起在这里登记，没有${year}年的数据。`,
  reportDue: ({ on, days }, { today }) =>
    `分类管理工作报告请于${fullDate(on, today)}前报上级${days === 0 ? '，今天到期' : `，还有${days}天`}。所需数据请发送：/报告 分类`,
};
