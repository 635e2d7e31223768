import type { YearSays } from '../../../app/year/says.js';
import type { Progress, SelfView } from '../../../app/year/views.js';
import type { View } from '../../../app/ports/voice.js';
import { addDays, type CivilDate } from '../../../domain/period/civil.js';
import type { YearVote } from '../../../domain/year/vote.js';
import { fullDate } from '../../../words/dates.js';
import { personTitle, personTitles } from '../../../words/persons.js';
import { settleHint } from '../status/sentences.js';
import type { Sentences } from '../sentences.js';
import { inTheirYear } from '../views.js';
import { disposalSentences, noDisposal } from './disposal.js';
import { yearLists } from './lists.js';
import { selfExample, yearRefusals } from './refusals.js';
import {
  auditTableText,
  movedLine,
  rescoredLines,
  rescoredNames,
  movedText,
  noticeLines,
  outstandingHint,
  tableText,
} from './tables.js';
import { ledgerMark, objectionHint, yearNoticeTitle } from '../../../words/publications.js';
import { bodyTitles } from '../../../words/roster.js';
import { archivedTitle, nextLine, stageTitle, yearCommand } from './words.js';
import { tierTitle } from '../../../words/items.js';
import { numbersTitle } from '../../../words/numbers.js';

/** 公示7天,到1月11日(周一)结束。 Posted today. */
function noticeDays(until: CivilDate, { rulebook, today }: View): string {
  const { days } = rulebook.publicNotice;
  const moved = addDays(today, days) === until ? '' : '最后一天逢休息日顺延，';
  return `公示${days}天，${moved}到${fullDate(until, today)}结束。`;
}

/** 支委会应到5人,实到5人,同意4人 */
function voteText(body: Progress['body'], { entitled, present, inFavour }: YearVote): string {
  return `${bodyTitles[body]}应到${entitled}人，实到${present}人，同意${inFavour}人`;
}

/** How a meeting may depart from the proposals. 优秀 is the command's own word, whatever the rulebook calls the tier. */
function tierLine(view: View): string {
  const { qualified, outstanding } = view.rulebook.assessment.tiers;
  return `会议与建议不同的，先由书记逐人发送：/年度 等次 姓名 等次 理由。可评${outstanding}的由会议逐人决定，评定时写“优秀 姓名、姓名”或者“优秀 无”，没有写到的按${qualified}`;
}

function selfText({ items, points }: SelfView): readonly string[] {
  return items.map(({ number, title, points: most }, index) => {
    const given = points?.[index];
    return `第${number}项“${title}” ${given === undefined ? `最高${most}分` : `${given}分（最高${most}分）`}`;
  });
}

function selfTotal({ items, points }: SelfView): string {
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return `合计${sum(points ?? [])}分（满分${sum(items.map(({ points: most }) => most))}分）。自评不改变积分。`;
}

/** 张三同志, where the recorder enters it for them. */
function selfOwner({ entered }: SelfView, { rulebook }: View): string {
  return entered === null ? '' : `${personTitle(entered, rulebook)}同志`;
}

/** The year that a reply is about. */
function yearIn(facts: YearSays[keyof YearSays]): number | null {
  if ('year' in facts) return facts.year;
  if ('content' in facts) return facts.content.year;
  if ('table' in facts && facts.table.kept !== null) return facts.table.kept.year;
  if ('progress' in facts) return 'kept' in facts.progress ? facts.progress.kept.year : facts.progress.year;
  return null;
}

const sentences: Sentences<YearSays> = {
  ...disposalSentences,
  ...yearLists,
  ...yearRefusals,
  archived: ({ year, count }) =>
    `${year}年度考核已归档（${count}人），已报上级。此后${year}年的记录不再变动，有误的用“/补正 编号 理由”。\n低分党员的谈话、结对、整改请看：/年度 名单 谈话`,
  archivedAbove: ({ branch, year, count }) => `${branch}报告：${year}年度党员考核已归档（${count}人）。`,
  audited: ({ year, passed, rescored }, view) =>
    passed
      ? [`${year}年度考核已审核通过，已通知支部公示。`, ...rescoredLines(rescored.kept, view)].join('\n')
      : `${year}年度考核已退回支部，意见已转书记和记录员，由会议重新评定。`,
  auditedTo: ({ year, passed, by, remarks }, { rulebook }) => {
    const name = personTitle(by, rulebook);
    const words = remarks.kept === null ? '' : `\n意见：${remarks.kept}`;
    return passed
      ? `${year}年度考核已由上级${name}同志审核通过。${words}\n下一步，书记发送：/年度 公示`
      : `${year}年度考核已由上级${name}同志退回，须重新评定。${words}\n核实以后重新汇总：/年度 汇总`;
  },
  decided: ({ year, body, vote, outstanding, renewed, superiors }, view) =>
    [
      `${year}年度考核已评定：${voteText(body, vote.kept)}，通过。`,
      ...(renewed.kept.length > 0
        ? ['汇总以后积分有变动，已按最新积分评定：', ...renewed.kept.map((row) => movedText(row, view))]
        : []),
      ...outstandingHint(outstanding.kept, 'decided', view),
      superiors.kept.length > 0
        ? `已报上级${personTitles(superiors.kept, view.rulebook)}同志审核，通过后再公示。`
        : '须由上级党组织审核，但名册上没有上级审核人。请在名册中加入上级审核人并请其认领账号，由其发送“/年度 审核 通过”。',
    ].join('\n'),
  moved: ({ year, row, noticed }, view) => {
    const name = personTitle(row.kept.person, view.rulebook);
    const tier = row.kept.proposed === null ? '等次' : tierTitle(row.kept.proposed, view.rulebook);
    const again = noticed ? `记录后自动在群里重新公示${view.rulebook.publicNotice.days}天，` : '';
    return `${year}年度已经评定，${movedText(row.kept, view)}。须经会议重新定等次，${again}请发送：/年度 等次 ${name} ${tier}（会议另有决定的改写等次并写明理由）`;
  },
  movedUnderReview: ({ branch, year, rows, passed }, view) =>
    `${branch}报告：${passed ? '审核通过' : '报审'}的${year}年度考核结果有变动：${rescoredNames(rows.kept, view)}。${passed ? '等次须重定的，定后另行报告。' : '通过以前请发送“/年度”再看一遍。'}`,
  nothingInHand: ({ archived, next }, { today }) =>
    `${archived === null ? '' : `${archivedTitle(archived)}。`}${next}年度到${fullDate(`${next}-12-31`, today)}结束，之后由记录员或书记发送“/年度 汇总”。`,
  notice: (notice, view) =>
    [
      yearNoticeTitle(notice.number, notice.content),
      noticeLines(notice.content, view),
      noticeDays(notice.content.until, view),
      objectionHint(notice.number, 'yearly'),
      `账本${ledgerMark(notice)}。`,
    ].join('\n'),
  noticeEnded: ({ year, open, moved, rescored, inDoubt }, view) => {
    const [letter] = inDoubt;
    if (letter !== undefined)
      return `${year}年度考核公示的日子已到，但不能确定群里收到了公示，暂不算期满。${settleHint(letter)}`;
    if (open.kept.length > 0)
      return `${year}年度考核公示期满，还有没有办结的：${numbersTitle(open.kept)}，办结后再归档：/年度 归档`;
    if (moved.kept.length > 0)
      return [
        `${year}年度考核公示期满，归档之前须经会议重新定等次：`,
        ...moved.kept.map((row) => movedLine(row, view)),
      ].join('\n');
    return [
      `${year}年度考核公示期满，没有未办结的异议，可以归档：/年度 归档`,
      ...rescoredLines(rescored.kept, view),
    ].join('\n');
  },
  overview: ({ progress, table, moved, rescored }, view) =>
    [
      `${stageTitle(progress.kept, view)}。`,
      ...(progress.kept.returned === null ? [] : [`上级意见：${progress.kept.returned}`]),
      ...(table.kept === null
        ? []
        : [
            // What was in the way matters until the meeting decides.
            progress.kept.stage === 'summed' ? tableText(table.kept, view) : auditTableText(table.kept, view),
          ]),
      ...(moved.kept.length > 0
        ? ['评定以后积分有变动，须经会议重新定等次：', ...moved.kept.map((row) => movedLine(row, view))]
        : []),
      ...rescoredLines(rescored.kept, view),
      nextLine(progress.kept, view),
    ].join('\n'),
  pictured: ({ year }) => `${year}年度考核进度见下图。`,
  pleaseAudit: ({ branch, body, vote, table }, view) => {
    const command = yearCommand(view);
    return [
      `${branch}报审${table.kept.year}年度党员考核结果（${voteText(body, vote.kept)}）：`,
      auditTableText(table.kept, view),
      `审核后请发送：${command} 审核 通过，或 ${command} 审核 退回 意见`,
    ].join('\n');
  },
  published: ({ year, number, until }, { today }) =>
    `${year}年度考核结果已在群里公示（第${number}号），到${fullDate(until, today)}结束，期满后发送“/年度 归档”。`,
  selfAssessed: ({ view: { kept }, before }, view) =>
    [
      `${selfOwner(kept, view)}${kept.year}年自评已${before ? '更新' : '记下'}：`,
      ...selfText(kept),
      selfTotal(kept),
    ].join('\n'),
  selfAssessment: ({ view: { kept }, open }, view) => {
    const example = selfExample(kept, view);
    const owner = selfOwner(kept, view);
    if (kept.points === null)
      return [
        `${owner}${kept.year}年自评还没有填，各项依次是：`,
        ...selfText(kept),
        `请依次写分数，例：${example}`,
      ].join('\n');
    return [
      `${owner}${kept.year}年自评：`,
      ...selfText(kept),
      selfTotal(kept),
      ...(open ? [`评定之前可以重填，例：${example}`] : []),
    ].join('\n');
  },
  summed: ({ table, progress }, view) =>
    [tableText(table.kept, view), tierLine(view), nextLine(progress.kept, view)].join('\n'),
  tierChangedAbove: ({ branch, year, row, reason }, view) => {
    const { person, total, tier } = row.kept;
    const why = reason.kept === null ? '' : `\n理由：${reason.kept}`;
    return `${branch}报告：${year}年度评定以后${personTitle(person, view.rulebook)}同志积分有变动，现${total}分，会议重新定为${tierTitle(tier, view.rulebook)}。${why}`;
  },
  tierSet: ({ year, row, reason, outstanding, notice, stage }, view) => {
    const { person, total, tier, proposed } = row.kept;
    const usual =
      proposed === null || proposed === tier ? '' : `（建议${tierTitle(proposed, view.rulebook)}）`;
    const next =
      notice === null
        ? ''
        : notice.until === null
          ? `\n公示表（第${notice.number}号）已私下发给书记和记录员，张贴或宣读并登记以后重新公示。`
          : `\n已在群里公示（第${notice.number}号），到${fullDate(notice.until, view.today)}结束。`;
    const told = stage === 'summed' ? '' : '已报上级。';
    return [
      `已记录：${year}年度 ${personTitle(person, view.rulebook)}同志 ${total}分，会议定为${tierTitle(tier, view.rulebook)}${usual}。${told}${next}`,
      ...(reason.kept === null ? [] : [`理由：${reason.kept}（上级审核时可见）`]),
      ...(tier === 'unqualified' ? [noDisposal] : []),
      ...outstandingHint(outstanding.kept, stage === 'summed' ? 'summed' : 'decided', view),
    ].join('\n');
  },
  unfinished: ({ standings, next }, view) =>
    [
      '提醒：年度考核还没有办完。',
      ...standings.kept.map((standing) => `${stageTitle(standing, view)}。`),
      ...(next.kept === null ? [] : [nextLine(next.kept, view)]),
    ].join('\n'),
  yearStart: ({ year }) =>
    `${year}年度已结束，请办理年度考核。\n先请党员自评（/自评），办结${year}年的待办，再由记录员或书记发送：/年度 汇总\n发送“/年度”可随时查看进度。`,
};

export const yearSentences = inTheirYear(sentences, yearIn);
