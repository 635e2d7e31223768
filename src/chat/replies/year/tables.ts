import { disposalText } from './disposal.js';
import type {
  FollowUpLine,
  Hindrances,
  ListedMember,
  MovedRow,
  RescoredRow,
  YearRow,
  YearTable,
} from '../../../app/year/views.js';
import type { View } from '../../../app/ports/voice.js';
import type { Tally } from '../../../domain/appraisal/rows.js';
import type { YearNotice } from '../../../domain/year/public-notice.js';
import type { Outstanding } from '../../../domain/year/table/tiers.js';
import type { TierId } from '../../../domain/rulebook/schema.js';
import { activityTitle } from '../attendance/activities.js';
import { fullDate, spacedDate } from '../../../words/dates.js';
import { personTitle, personTitles } from '../../../words/persons.js';
import { sinceText } from '../life/reports.js';
import { sumsText, type PersonSums } from './sums.js';
import { importedMark, numbersTitle } from '../../../words/numbers.js';
import { outcomeTitle, tierTitle } from '../../../words/items.js';
import { changeTitle } from '../../../words/roster.js';
import { referenceMarks } from '../../../words/scores.js';

/** As in every publication; the view is of the year itself. */
function scoreText(line: PersonSums, view: View): string {
  return sumsText(line, view, view.rulebook.scoring);
}

/** 可评优秀, 建议合格; exactly at the limit it is said */
function proposedText({ proposed, atBoundary, total, later }: YearRow, year: number, view: View): string {
  if (proposed === null) return unratedText(later, year);
  const label = tierTitle(proposed, view.rulebook);
  return `${proposedTitle(proposed, label)}${proposed !== 'outstanding' && atBoundary ? `（恰为${total}分）` : ''}`;
}

/** 优秀 is the meeting's to give; the score only allows it. */
function proposedTitle(tier: TierId, label: string): string {
  return `${tier === 'outstanding' ? '可评' : '建议'}${label}`;
}

/** Who left in the year is rated where they are at its end. */
function unratedText(later: YearRow['later'], year: number): string {
  const left = later.some(({ what, on }) => what === 'left' && on < `${year + 1}`);
  return referenceMarks[left ? 'left' : 'probationary'];
}

/** ；备注：2027年1月5日(周二)机关党员改为离退休党员 */
function laterText({ later }: YearRow, view: View): string {
  const told = later.map(
    (change) => `${fullDate(change.on, view.today)}${changeTitle(change, view.rulebook)}`,
  );
  return told.length === 0 ? '' : `；备注：${told.join('，')}`;
}

function rowText(row: YearRow, year: number, view: View): string {
  const { meeting, tally } = row;
  const decided =
    meeting === null
      ? ''
      : `，会议定为${tierTitle(meeting.tier, view.rulebook)}${meeting.reason === null ? '' : `（理由：${meeting.reason}）`}`;
  return `${scoreText(row, view)} ${proposedText(row, year, view)}${decided}${tally === null ? '' : `；民主评议：${tallyText(tally, view)}`}${laterText(row, view)}`;
}

/** 优秀5票、合格3票 */
function tallyText(tally: Tally, view: View): string {
  return (Object.keys(view.rulebook.assessment.tiers) as TierId[])
    .filter((tier) => tally[tier] > 0)
    .map((tier) => `${tierTitle(tier, view.rulebook)}${tally[tier]}票`)
    .join('、');
}

/**
 * 注意:优秀5人,超过13人的1/3. Until it decides, the meeting may cut down; afterwards only 上级 can bring that
 * about, as a decided tier is changed for nobody whose score has not moved.
 */
export function outstandingHint(
  { count, rated, tooMany }: Outstanding,
  stage: 'summed' | 'decided',
  view: View,
): readonly string[] {
  if (!tooMany) return [];
  const { outstandingShareMax, tiers } = view.rulebook.assessment;
  const share = `${outstandingShareMax.numerator}/${outstandingShareMax.denominator}`;
  const next =
    stage === 'summed'
      ? `，请会议酌减：/年度 等次 姓名 ${tiers.qualified}`
      : '。需要酌减的，由上级审核时退回，会议再重新评定。';
  return [`请注意：${tiers.outstanding}${count}人，超过参加评定${rated}人的${share}${next}`];
}

function hindranceLines(hindrances: Hindrances, view: View): readonly string[] {
  const { open, leaves, unclosed, withoutMeeting, unassessed, belowQuota } = hindrances;
  const { rulebook } = view;
  const rows: readonly (readonly [number, string])[] = [
    [open.length, `未办结，办结后才能评定：${numbersTitle(open)}（“/待办”可查看）`],
    [leaves.length, `请假还没有批：${numbersTitle(leaves)}`],
    [
      unclosed.length,
      `还没有结束登记的活动：${unclosed.map((activity) => activityTitle(activity, view)).join('、')}，请“/结束”`,
    ],
    [
      withoutMeeting.length,
      `减分${rulebook.hearing.meetingDateFrom}分以上、未报会议日期：${numbersTitle(withoutMeeting)}，请认定人补报“/确认 ${withoutMeeting[0] ?? ''} 会议 日期”`,
    ],
    [unassessed.length, `还没有自评：${personTitles(unassessed, rulebook)}`],
    [belowQuota.rows.length, belowQuotaText(belowQuota, view)],
  ];
  return rows.filter(([count]) => count > 0).map(([, text]) => text);
}

/** 王芳(9/10次) */
function belowQuotaText({ rows, since }: Hindrances['belowQuota'], view: View): string {
  const named = rows.map(
    ({ person, attended, quota }) => `${personTitle(person, view.rulebook)}（${attended}/${quota}次）`,
  );
  return `参加组织生活次数不足（只提醒，不扣分）：${named.join('、')}${sinceText(since, view)}`;
}

/** One line a member, in the order of publications: never by points. */
export function tableText({ year, rows, outstanding, hindrances }: YearTable, view: View): string {
  return [
    `${year}年度汇总（${rows.length}人）：`,
    ...rows.map((row) => rowText(row, year, view)),
    ...outstandingHint(outstanding, 'summed', view),
    ...hindranceLines(hindrances, view),
  ].join('\n');
}

/** What 上级 reviews after the meeting: the tiers, and where they depart from the proposal. */
export function auditTableText({ year, rows, outstanding }: YearTable, view: View): string {
  return [
    ...rows.map((row) => decidedText(row, year, view)),
    ...outstandingHint(outstanding, 'decided', view),
  ].join('\n');
}

/** 张三 基础100 加8 减0 合计108分 评定优秀; 王芳 … 评定合格(建议不合格,恰为70分;理由:……) */
function decidedText(row: YearRow, year: number, view: View): string {
  const { proposed, meeting, atBoundary, total, tally } = row;
  if (proposed === null)
    return `${scoreText(row, view)} ${proposedText(row, year, view)}${laterText(row, view)}`;
  const reason = meeting?.reason ?? null;
  const notes = [
    ...(meeting === null ? [] : [`建议${tierTitle(proposed, view.rulebook)}`]),
    ...(atBoundary ? [`恰为${total}分`] : []),
    ...(reason === null ? [] : [`理由：${reason}`]),
  ];
  const noted = notes.length === 0 ? '' : `（${notes.join('；')}）`;
  const ballots = tally === null ? '' : `；民主评议：${tallyText(tally, view)}`;
  return `${scoreText(row, view)} 评定${tierTitle(meeting?.tier ?? proposed, view.rulebook)}${noted}${ballots}${laterText(row, view)}`;
}

/** What the group sees: no rank, no reason. */
export function noticeLines({ lines }: YearNotice, view: View): string {
  return lines.map((line) => `${scoreText(line, view)} ${tierTitle(line.tier, view.rulebook)}`).join('\n');
}

/** 张三 现68分,建议不合格,原定合格 */
export function movedText({ person, total, vetoed, proposed, tier }: MovedRow, view: View): string {
  const now = proposed === null ? '' : `，建议${tierTitle(proposed, view.rulebook)}`;
  return `${personTitle(person, view.rulebook)} 现${total}分${vetoed ? '（一票否决）' : ''}${now}，原定${tierTitle(tier, view.rulebook)}`;
}

/** The same, with the line that settles it. */
export function movedLine(row: MovedRow, view: View): string {
  const tier = row.proposed === null ? '等次' : tierTitle(row.proposed, view.rulebook);
  return `${movedText(row, view)}。会议同意建议的请发送：/年度 等次 ${personTitle(row.person, view.rulebook)} ${tier}`;
}

/** 评定以后积分有变动,等次不变:张三 评定时95分,现85分 */
export function rescoredLines(rows: readonly RescoredRow[], view: View): readonly string[] {
  if (rows.length === 0) return [];
  return [`评定以后积分有变动，等次不变，归档和评先评优以现在的积分为准：${rescoredNames(rows, view)}`];
}

/** 王芳 评定时97分，现100分 */
export function rescoredNames(rows: readonly RescoredRow[], view: View): string {
  return rows
    .map(
      ({ person, before, total }) => `${personTitle(person, view.rulebook)} 评定时${before}分，现${total}分`,
    )
    .join('、');
}

/** 张三 85分 合格,第12名(共13人); the rank only where it may be shown */
export function listedText(
  { person, total, supplemented, tier, place, imported }: ListedMember,
  decided: boolean,
  view: View,
): string {
  const label = tierTitle(tier, view.rulebook);
  const said = decided ? label : proposedTitle(tier, label);
  return `${personTitle(person, view.rulebook)} ${total}分 ${said}${placeText(place)}${imported ? importedMark : ''}${supplemented === null ? '' : `（补正后${supplemented}分）`}`;
}

export function placeText(place: ListedMember['place']): string {
  return place === null ? '' : `，第${place.rank}名（共${place.of}人）`;
}

/** 谈话(1月20日 周三):谈了…… */
export function followUpText(line: FollowUpLine, view: View): string {
  const { kind, partner, outcome, on, text, disposal } = line;
  const day = `（${spacedDate(on, view.today)}）`;
  const words = text === null ? '' : `：${text}`;
  switch (kind) {
    case 'talk':
      return `谈话${day}${words}`;
    case 'pairing':
      return `与${partner === null ? '' : personTitle(partner, view.rulebook)}结对${day}`;
    case 'improvement':
      return `整改${outcomeTitle(outcome, view.rulebook)}${day}${words}`;
    case 'disposal':
      return disposal === null ? '' : disposalText(disposal, view);
  }
}
