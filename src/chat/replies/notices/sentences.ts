import type { NoticeSays } from '../../../app/notices/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { Notice } from '../../../domain/notice/rows.js';
import type { Period } from '../../../domain/notice/period.js';
import type { Publication, PublishedLine } from '../../../domain/notice/publication.js';
import { activityTitle, activityWords, datedWords } from '../attendance/activities.js';
import { fullDate, fullDateTime, monthAndDay } from '../../../words/dates.js';
import { periodTitle } from '../../../words/periods.js';
import { personTitle } from '../../../words/persons.js';
import { auditText, overviewLines, overviewText } from '../status/overview.js';
import { settleHint } from '../status/sentences.js';
import type { Sentences } from '../sentences.js';
import { digestText } from './digest.js';
import { statusText } from '../status/status.js';
import { sumsText } from '../year/sums.js';
import { kindTitle } from '../../../words/activities.js';
import {
  entryNotes,
  ledgerMark,
  noticeNumber,
  objectionHint,
  orderTitles,
  publicationTitle,
  noticeTopic,
  postedText,
  postingExample,
  postingTask,
  postingWord,
} from '../../../words/publications.js';

/** One or two lines: the score of the year, and what was ruled in the period. */
function memberText(line: PublishedLine, period: Period, view: View): string {
  const head = sumsText(line, view, view.rulebookOf(period.year).scoring);
  const parts = entryNotes(line, period);
  return parts.length === 0 ? head : `${head}\n${parts.join('；')}`;
}

function membersText(content: Publication, view: View): string {
  return content.lines.map((line) => memberText(line, content, view)).join('\n');
}

function publicationText(notice: NoticeSays['publication'], view: View): string {
  const { rulebook, today } = view;
  const { number, content } = notice;
  return [
    publicationTitle(number, content),
    `截至${fullDate(content.last, today)}已认定，${orderTitles[rulebook.publication.order]}。`,
    membersText(content, view),
    `账本${ledgerMark(notice)}。`,
    objectionHint(number, 'periodic'),
  ].join('\n');
}

/** What to do with the sheet, and the line that records it. */
function postingHint({ how, number }: Notice, today: string): string {
  return `请${postingTask(how)}，然后发送日期和地点，例：${postingExample(how, number, today)}`;
}

/** What to do first where neither secretary nor deputy is in office. */
function nobodyPublishes(title: string): string {
  return `支部现在没有书记和副书记，不公示。请上级先任命书记：“/任职 姓名 书记”；新书记看过以后发送“/公示 ${title}”。`;
}

/** 2026年三季度、2026年四季度 */
function periodsTitle(periods: readonly Period[]): string {
  return periods.map(periodTitle).join('、');
}

export const noticeSentences: Sentences<NoticeSays> = {
  activityReminder: ({ activity, place, required }, view) => {
    const head = `提醒：${kindTitle(activity.kind, view.rulebook)}于${fullDateTime(activity.at, view.today)}在${place}举行`;
    // People on leave are not addressed (SPEC §4), and nobody by name.
    return required
      ? `${head}，请应到的同志安排好时间（已请假的除外）。确有事不能到的，请提前发送“/请假 ${activityWords(activity, view)}”。`
      : `${head}，自愿参加，欢迎到场。`;
  },
  alreadyHeld: ({ period, heldBy, heldAt }, { rulebook, today }) =>
    `${periodTitle(period)}积分公示已由${personTitle(heldBy, rulebook)}同志于${fullDateTime(heldAt, today)}暂缓，不必再办。可以公示时请发送“/公示 ${periodTitle(period)}”。`,
  alreadyPublished: ({ period, number, postedAt, letter }, { today }) =>
    letter === null
      ? `没有公示：${periodTitle(period)}积分已于${fullDateTime(postedAt, today)}公示（第${number}号），不重复公示。`
      : `${periodTitle(period)}积分（公示第${number}号）已于${fullDateTime(postedAt, today)}发送，不能确定群里是否收到。${settleHint(letter)}`,
  audit: ({ acts }, view) => auditText(acts.kept, view),
  beforeBranch: ({ period, since }, { today }) =>
    `没有公示：本支部${fullDate(since, today)}启用，${periodTitle(period)}在这之前，没有认定过积分。启用以后的各期，期满后会自动公示。`,
  closingDue: ({ activity, days }, view) => {
    const words = datedWords(activity, view);
    return [
      `提醒：${activityTitle(activity, view)}已过去${days}天，还没有结束登记。`,
      `请核对到会情况后发送：/结束 ${words}`,
      `没有开的请发送“/取消活动 ${words} 原因”。`,
    ].join('\n');
  },
  daysAgain: ({ number, until }, { today }) =>
    `公示第${number}号今天重新发送，公示到${fullDate(until, today)}结束，以此为准。`,
  digest: digestText,
  held: ({ periods }) =>
    `已暂缓${periodsTitle(periods)}积分公示，每个工作日提醒书记一次。可以公示时请发送${periods.map((period) => `“/公示 ${periodTitle(period)}”`).join('、')}。`,
  heldByOther: ({ periods, heldBy, reason }, { rulebook }) =>
    `${personTitle(heldBy, rulebook)}同志已暂缓${periodsTitle(periods)}积分公示。\n理由：${reason.kept}`,
  holdReasonTooLong: ({ most }) => `理由请控制在${most}字以内。`,
  holdReminder: ({ period, heldBy, heldAt, reason, ended }, { rulebook, today }) => {
    const title = periodTitle(period);
    const next = ended
      ? `可以公示时请发送“/公示 ${title}”。`
      : `期满之前如要解除暂缓，请发送“/公示 ${title}”。`;
    return `提醒：${title}积分公示仍在暂缓（${personTitle(heldBy, rulebook)} ${fullDateTime(heldAt, today)}起）。\n理由：${reason.kept}\n${next}`;
  },
  holdTooLate: ({ period, number, postedAt, isPublic }, { today }) =>
    isPublic
      ? `不能暂缓：${periodTitle(period)}积分已于${fullDateTime(postedAt, today)}公示（第${number}号）。内容有误的，请用“/更正”更正相关事项。`
      : `不必暂缓：${periodTitle(period)}积分公示表（第${number}号）已于${fullDateTime(postedAt, today)}制成，还没有登记张贴或公布，群里没有说。请先不要张贴；内容有误的请用“/更正”更正；张贴以后再登记：/公示 已张贴 公示${number} 日期 地点`,
  nobodyListed: ({ period }) => `没有公示：${periodTitle(period)}名册上还没有参加积分考核的党员。`,
  notEnded: ({ period, ready }, { today }) =>
    `没有公示：${periodTitle(period)}到${fullDate(period.last, today)}才结束，期满后再公示。${
      ready === null ? '' : `要公示${periodTitle(ready)}，请发送：/公示 ${periodTitle(ready)}`
    }`,
  nothingToPost: ({ number }) =>
    number === null
      ? '没有登记：现在没有等待张贴或宣读的公示表。公示方式可发送“/细则 设置”查看。'
      : `没有登记：没有等待张贴或宣读的公示第${number}号，请核对公示号。`,
  overview: ({ overview }, view) => overviewText(overview.kept, view),
  posted: ({ notice, posting, until }, { today }) => {
    const days = until === null ? '' : `，公示到${fullDate(until, today)}结束`;
    return `${noticeTopic(notice)}已${postedText(posting, today)}${days}${posting.how === 'meeting' ? '' : '，请同志们查看'}。${objectionHint(notice.number, notice.kind)}`;
  },
  postingDate: ({ notice, on, made, how, place }, { today }) => {
    const line = `/公示 ${postingWord(how)} 公示${notice.number} ${monthAndDay(today)} ${place}`;
    return on > today
      ? `没有登记：${fullDate(on, today)}还没有到。${postingTask(how)}以后再登记，例：${line}`
      : `没有登记：${fullDate(on, today)}公示第${notice.number}号的公示表还没有做出来（${fullDate(made, today)}才有）。请核对日期，例：${line}`;
  },
  postingPlaceTooLong: ({ most }) => `地点请控制在${most}字以内，例：/公示 已张贴 10月9日 一楼公示栏`,
  postingRecorded: ({ notice, posting, until }, { today }) =>
    `已登记：公示第${notice.number}号${postedText(posting, today)}，已在群里告知，群里不列分数。${
      until === null
        ? ''
        : `公示期从${posting.on < today ? '登记的' : ''}次日算起，到${fullDate(until, today)}结束，期满后发送“/年度 归档”。`
    }`,
  postingReminder: ({ notice }, { today }) =>
    `提醒：${noticeTopic(notice)}公示表（第${notice.number}号）还没有${postingTask(notice.how)}，或者还没有登记。\n${postingHint(notice, today)}`,
  preview: ({ content, publishAt, held, how, late, hasOfficer }, view) => {
    const title = periodTitle(content.kept);
    const next = held
      ? '现在处于暂缓中，届时不会发出；可以公示时请发送“/公示”。'
      : '如需推迟，请在此之前发送“/暂缓 理由”。';
    if (!hasOfficer)
      return [`${title}积分公示预览：${nobodyPublishes(title)}`, membersText(content.kept, view)].join('\n');
    return [
      `${title}积分公示预览：${late ? '机器人停运，预览迟了，公示顺延，' : ''}将于${fullDateTime(publishAt, view.today)}${how === 'group' ? '发到群里' : `把公示表发给您，由您或记录员${postingTask(how)}`}。`,
      membersText(content.kept, view),
      next,
    ].join('\n');
  },
  publicAlready: ({ notice, posting }, { today }) =>
    posting === null || posting.how === 'group'
      ? `没有办理：公示第${notice.number}号已在群里公示，不必重复。`
      : `没有办理：公示第${notice.number}号已${postedText(posting, today)}，不必重复。`,
  publication: publicationText,
  publicationWaits: ({ period }) =>
    `${periodTitle(period)}积分公示到期，没有发到群里：${nobodyPublishes(periodTitle(period))}`,
  published: ({ period, number }) => `${periodTitle(period)}积分已在群里公示，${noticeNumber(number)}。`,
  released: ({ period, publishAt }, { today }) =>
    `已解除暂缓：${periodTitle(period)}还没有结束，将于${fullDateTime(publishAt, today)}公示。`,
  sheet: ({ notice }, { today, rulebookOf }) =>
    [
      `${noticeTopic(notice)}公示表（第${notice.number}号）见附件，另有大字版。账本${notice.entryCount}笔，校验码${notice.head.slice(0, 12)}。`,
      postingHint(notice, today),
      ...(notice.kind === 'yearly'
        ? [
            `公示期${rulebookOf(notice.year).publicNotice.days}天，从${notice.how === 'meeting' ? '宣读' : '张贴'}次日算起。`,
          ]
        : []),
    ].join('\n'),
  sheetMade: ({ notice }) =>
    `${noticeTopic(notice)}公示表（第${notice.number}号）已私下发给书记和记录员，${postingTask(notice.how)}并登记以后，群里只告知一句。`,
  status: ({ status, overview }, view) =>
    [
      statusText(status.kept, view, periodTitle),
      ...(overview.kept === null ? [] : overviewLines(overview.kept, true, view)),
    ].join('\n'),
  whichPeriod: ({ periods }) =>
    `有几期积分公示在暂缓中，请选一行发送：\n${periods.map((period) => `/公示 ${periodTitle(period)}`).join('\n')}`,
  whichPosting: ({ notices, how, on, place }) =>
    [
      '有几份公示表在等待张贴或宣读，请选一行发送：',
      ...notices.map(({ number }) => `/公示 ${postingWord(how)} 公示${number} ${monthAndDay(on)} ${place}`),
    ].join('\n'),
};
