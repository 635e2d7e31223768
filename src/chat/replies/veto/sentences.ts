import type { View } from '../../../app/ports/voice.js';
import type { MonthsFacts, RunFacts, VetoCard, VetoRefusals, VetoSays } from '../../../app/veto/says.js';
import { monthAfter } from '../../../domain/period/months.js';
import type { Vote } from '../../../domain/rulings/votes.js';
import { leastInFavour, leastPresent } from '../../../domain/rulings/votes.js';
import { fullDate, monthAndDay, spacedDate } from '../../../words/dates.js';
import { standsAt } from '../points/items.js';
import { matterHead, pendingText } from '../rulings/matters.js';
import { voteText } from '../rulings/kinds.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { brokenTitle, gapText, notesLines, vetoCommand, vetoReason } from './steps.js';
import type { VetoNotes } from '../../../app/matters/veto-notes.js';
import { groundMeaning, groundTitle, vetoedYear } from '../../../words/items.js';
import { typedNumbers } from '../../../words/numbers.js';
import { monthsSpan, monthsTitle, owedCount } from '../../../words/periods.js';
import { inFuture } from '../common.js';

/** Why a step of a veto was not taken, and what to do instead. */
const vetoRefusals: Sentences<VetoRefusals> = {
  alreadyHeard: ({ number }) => `#${number} 这条意见已经记录，不必再记。`,
  archived: ({ year }) => `没有登记：${year}年已经归档，不能再提出一票否决。`,
  future: inFuture,
  hearFirst: ({ number }, view) =>
    `#${number} 没有记录表决：还没有听取本人意见。${vetoCommand(number, 'hearing', view)}`,
  heardBeforeVote: ({ number }) =>
    `#${number} 已经表决，听取意见应在表决之前。如程序有误，请认定人“/退回 ${number} 理由”。`,
  inFavourMissing: ({ number }) =>
    `#${number} 没有记录表决：请写明赞成票数。例：/表决 ${number} 赞成 6 反对 1 弃权 1`,
  noQuorum: ({ present, entitled, most, least }) => {
    const short = entitled < most ? `有表决权的党员有${most}人，应到不能只算${entitled}人；` : '';
    return `没有记录表决：${short}到会不足，表决无效（应到${most}人，实到${present}人，须${least}人以上到会）。请另行开会表决。`;
  },
  noVeto: ({ number }) => `#${number} 不是一票否决事项，请核对编号。发送“/待办”可查看。`,
  nobodyEntitled: () => '没有记录表决：应到不能为0，请核对。',
  ownVeto: () => '本人的事项不由本人提出，请另一位同志（书记、副书记或上级）提出。',
  presentOverEntitled: ({ present, entitled }) =>
    `没有记录表决：实到${present}人超过应到${entitled}人，请核对。`,
  registerSpeaksAgainst: ({ subject, ground, gap: { kept: gap } }, view) => {
    const name = personTitle(subject.kept, view.rulebook);
    const head = `没有登记：${groundMeaning(ground, view.rulebook)}`;
    switch (gap.of) {
      case 'steps': {
        const day = monthAndDay(view.today);
        const refused = `“/党费 ${name} 拒交 ${day}”`;
        const next =
          gap.step === 'education'
            ? `教育后请记录员登记：“/党费 ${name} 教育 ${day}”；仍不交的再登记：${refused}`
            : `仍不交的请记录员登记：${refused}`;
        return `${head}\n${name}同志${gapText(gap)}。${next}。`;
      }
      case 'absence':
        return `${head}\n${name}同志的${gapText(gap)}。考勤登记有误的，请先更正考勤。`;
      case 'arrears':
        return `${head}\n${name}同志的${gapText(gap)}。党费登记有误的，请记录员先核对：“/党费 ${name}”。`;
    }
  },
  rejectAfterVote: ({ number }) =>
    `#${number.kept} 已经会议表决通过，不能驳回。程序有问题的请“/退回 ${number.kept} 理由”，退回后重新表决。`,
  standing: ({ number, subject, certified }, { rulebook }) =>
    certified
      ? `没有登记：${personTitle(subject.kept, rulebook)}同志该年度已有一票否决 #${number.kept}，不重复办理。认定有误的请“/更正 ${number.kept} 理由”。`
      : `没有登记：${personTitle(subject.kept, rulebook)}同志该年度的一票否决 #${number.kept} 正在办理，发送“/待办”可查看下一步。`,
  subjectActs: () => '这是您本人的事项，听取意见和表决由其他同志办理。您可以用“/说明 编号 文字”说明情况。',
  tooFewEntitled: ({ number, vote, most }, view) =>
    `没有记录表决：有表决权的党员有${most}人，应到不能只算${vote.entitled}人；按${most}人计算，赞成须${leastInFavour(most, view.rulebook.votes)}票以上，${vote.inFavour}票不够。票数没有写错的，请发送：${voteLine(number, { ...vote, entitled: most }, view)}`,
  tooManyEntitled: ({ entitled, most }) =>
    `没有记录表决：应到${entitled}人超过有表决权的党员${most}人（预备党员没有表决权），请核对。`,
  unknownGround: ({ ground }) => `没有第${ground}款。发送“/帮助 否决”可查看写法。`,
  votedAlready: ({ number }) =>
    `#${number} 已经表决通过，不重复记录。如程序有误，请认定人“/退回 ${number} 理由”后重新表决。`,
  votedDownBefore: ({ subject, ground, before: { kept: before } }, view) =>
    `没有登记：${personTitle(subject.kept, view.rulebook)}同志${groundTitle(ground, view.rulebook)}的同一件事（#${before.number}），${fullDate(before.on, view.today)}表决没有通过，已经办结。有新情况的，请把新情况写进事由再提。`,
  votesMissing: ({ number, vote }, view) => {
    const missing = vote.present - vote.inFavour - vote.against - vote.abstained;
    return `没有记录表决：实到${vote.present}人，只写了${vote.present - missing}票，还差${missing}票。没有通过的表决即办结，请把票数写全；到会没有投票的计入弃权：${voteLine(number, { ...vote, abstained: vote.abstained + missing }, view)}`;
  },
  votesOverPresent: ({ votes, present }) =>
    `没有记录表决：赞成、反对、弃权共${votes}票，超过实到${present}人，请核对。`,
  withdrawAfterVote: ({ number }) => `#${number.kept} 已经会议表决，不能撤回，等待认定人认定或退回。`,
  yearOver: ({ year }) => `没有登记：${year}年早于上一考核年度，不再登记。`,
};

/** 第4款“违规受处理”(11月20日 周五) and the reason on its own line */
function factsText(card: VetoCard, view: View): string {
  return `${groundTitle(card.ground, view.rulebook)}（${spacedDate(card.deedOn, view.today)}）\n${groundMeaning(card.ground, view.rulebook)}\n事由：${vetoReason(card, view)}`;
}

function notesText(notes: VetoNotes, view: View): string {
  return notesLines(notes, view)
    .map((line) => `${line}\n`)
    .join('');
}

/** 累计6个月(2026年1月至3月、5月至7月), 连续6个月(2026年1月至6月) */
function runText(run: RunFacts): string {
  return run.owed === undefined
    ? `连续${run.months}个月（${absentMonths(run)}）`
    : `${owedCount(run.owed)}（${monthsTitle(run.owed)}）`;
}

/** 2026年1月至6月; says so when not every month counts */
function absentMonths(run: MonthsFacts): string {
  const all = monthAfter(run.since, run.months - 1) === run.last;
  return `${monthsSpan(run)}${all ? '' : '，不计准假和没有活动的月份'}`;
}

/** The whole line, with every count of the meeting. */
function voteLine(
  number: number,
  { entitled, present, inFavour, against, abstained }: Vote,
  view: Pick<View, 'among'>,
): string {
  return `/表决 ${typedNumbers([number], view)} 应到 ${entitled} 实到 ${present} 赞成 ${inFavour} 反对 ${against} 弃权 ${abstained}`;
}

/** Why a vote failed. */
function failedText(vote: Vote, { rulebook }: View): string {
  return `${voteText(vote)}；赞成须${leastInFavour(vote.entitled, rulebook.votes)}票以上`;
}

/** What a meeting needs: how many present, how many in favour. */
function meetingText(entitled: number, { rulebook }: View): string {
  const { votes } = rulebook;
  return `应到${entitled}人（有表决权的党员），到会须${leastPresent(entitled, votes)}人以上，赞成须${leastInFavour(entitled, votes)}票以上`;
}

export const vetoSentences: Sentences<VetoSays> = {
  ...vetoRefusals,
  absenceUnscored: ({ subject, months }, view) =>
    `提醒：${personTitle(subject.kept, view.rulebook)}同志已连续${months.kept.months}个月没有参加组织生活（${absentMonths(months.kept)}）。该同志不参加积分考核，不生成一票否决，请支部上门了解情况、做好关爱。`,
  absenceWarning: ({ months }, view) =>
    `提醒：您已连续${months.kept.months}个月没有参加组织生活（${absentMonths(months.kept)}）。参加任何一次就重新计算；满${months.kept.draftAt}个月将按一票否决${groundTitle(view.rulebook.veto.absenceLadder.ground, view.rulebook)}办理。有困难请及时请假，并与支部联系。`,
  absenceWarningToOfficer: ({ subject, months, reached }, view) =>
    `提醒：${personTitle(subject.kept, view.rulebook)}同志已连续${months.kept.months}个月没有参加组织生活（${absentMonths(months.kept)}），满${months.kept.draftAt}个月将生成一票否决待办。请及时了解情况，${reached.kept ? '已私下提醒本人' : '本人没有账号，请电话或当面告知'}。`,
  arrearsPaid: ({ card: { kept: card }, toSubject, left: { kept: left }, by, voted }, view) => {
    const paid =
      left.length === 0
        ? '已全部登记补交'
        : `还有${monthsTitle(left)}没有交，已不满${view.rulebook.veto.duesLadder.draftAtMonths}个月`;
    const who = toSubject ? '您' : `${personTitle(card.subject, view.rulebook)}同志`;
    const head = `#${card.number} ${who}欠交的党费${paid}（${personTitle(by, view.rulebook)}登记）。`;
    if (toSubject)
      return `${head}一票否决事项不因此自动结束，由支部按实情决定；可以说明：“/说明 ${card.number} 文字”。`;
    const back = voted ? '退回' : '驳回';
    return `${head}事项不自动结束，请核对：不应再办的，认定人发送“/${back} ${card.number} 理由”；仍应办理的，照旧进行。`;
  },
  carried: ({ card, mayRule }, view) =>
    mayRule
      ? `#${card.kept.number} 表决通过。\n${pendingText(card.kept, view)}`
      : `#${card.kept.number} 表决通过：${matterHead(card.kept, view)}${card.kept.kind === 'veto' && card.kept.vote !== null ? `，${voteText(card.kept.vote)}` : ''}。已转认定。`,
  certifiedRunBroken: ({ number, subject, year, matter, refused }, { rulebook }) =>
    `请注意：${brokenTitle(matter.kept, refused)}后，${personTitle(subject.kept, rulebook)}同志${year}年已认定的一票否决（#${number.kept}）所依据的月份不再成立。在更正以前仍然有效；应当撤销的，请记录员、书记或副书记发送“/更正 ${number.kept} 理由”。`,
  certifiedToBranch: ({ number, subject, certifiedBy, year, counts }, view) =>
    `#${number.kept} 已由${personTitle(certifiedBy, view.rulebook)}同志认定：${personTitle(subject.kept, view.rulebook)}同志一票否决成立，${vetoedYear(year, counts, view.rulebook)}。`,
  certifiedToSubject: ({ number, ground, year, counts }, view) =>
    `#${number.kept} 已认定：您因${groundTitle(ground.kept, view.rulebook)}被一票否决，${vetoedYear(year, counts, view.rulebook)}；原有加减分记录保留。如有异议，可发送“/异议 ${number.kept} 理由”。`,
  certifiedToSuperior: ({ branch, card, vote, certifiedBy, year, counts }, view) =>
    `报告：${branch}已认定 #${card.kept.number} ${personTitle(card.kept.subject, view.rulebook)}同志一票否决，${vetoedYear(year, counts, view.rulebook)}。\n${factsText(card.kept, view)}\n表决：${voteText(vote.kept)}；认定：${personTitle(certifiedBy, view.rulebook)}`,
  draftedToOfficer: ({ card, months }, view) =>
    `已生成 #${card.kept.number}：${personTitle(card.kept.subject, view.rulebook)}同志 一票否决 ${groundTitle(card.kept.ground, view.rulebook)}，${runText(months.kept)}。\n已私下告知本人。下一步听取本人意见：${vetoCommand(card.kept.number, 'hearing', view)}`,
  heard: ({ number, subject, text, again, entitled }, view) =>
    `#${number.kept} ${again ? '已补记' : '已记录'}${personTitle(subject.kept, view.rulebook)}同志的意见：${text.kept}\n下一步开会表决：${meetingText(entitled, view)}。${vetoCommand(number.kept, 'vote', view)}`,
  heardToSubject: ({ number, by, text }, { rulebook }) =>
    `#${number.kept} ${personTitle(by, rulebook)}同志已记录您的意见：${text.kept}\n与您说的不符或要补充的，请在认定之前回复“/说明 ${number.kept} 文字”，办理的同志和认定人会看到。`,
  lifted: ({ number, subject, vote }, view) =>
    `#${number.kept} 表决未通过：${personTitle(subject.kept, view.rulebook)}同志的一票否决到此办结，积分不受影响（${failedText(vote.kept, view)}）。`,
  liftedToSubject: ({ number, vote }, view) =>
    `#${number.kept} 支部已表决：对您的一票否决未通过，到此办结，积分不受影响（${failedText(vote.kept, view)}）。`,
  opened: ({ card, notes }, view) =>
    `已登记 #${card.kept.number}：${personTitle(card.kept.subject, view.rulebook)}同志 一票否决 ${factsText(card.kept, view)}\n${notesText(notes.kept, view)}已私下告知本人。认定之前积分不变。下一步听取本人意见：${vetoCommand(card.kept.number, 'hearing', view)}`,
  openedToSubject: ({ card, notes }, view) =>
    `告知 #${card.kept.number}：您有一条一票否决事项正在办理：${factsText(card.kept, view)}\n${notesText(notes.kept, view)}支部会先听取您的意见，再开会表决；认定之前积分不变。如有说明，请回复“/说明 ${card.kept.number} 文字”。`,
  returnedForVote: ({ number, by, text }, view) =>
    `#${number.kept} ${personTitle(by, view.rulebook)}同志退回：${text.kept}\n原表决不再有效（记录保留），请按程序重新开会。${vetoCommand(number.kept, 'vote', view)}`,
  returnedForVoteHere: ({ number }) =>
    `#${number.kept} 已退回，原表决不再有效（记录保留），须重新开会表决；此前记录的本人意见仍然有效。`,
  runBroken: ({ card: { kept: card }, toSubject, matter, refused }, view) => {
    const who = toSubject ? '您' : `${personTitle(card.subject, view.rulebook)}同志`;
    const { absenceLadder } = view.rulebook.veto;
    return `#${card.number} 已结束：${brokenTitle(matter.kept, refused)}后，${who}不再是连续${absenceLadder.draftAtMonths}个月没有参加组织生活，一票否决${groundTitle(card.ground, view.rulebook)}不再办理，积分不受影响。`;
  },
  setAsideToSubject: ({ number, corrects, year, total }, view) =>
    `#${number.kept} 已更正：对您的一票否决（#${corrects}）不再有效，${standsAt(total, year, view)}。`,
  setAsideToSuperior: ({ branch, number, corrects, subject, year, total }, view) =>
    `报告：${branch} #${number.kept} 已更正，${personTitle(subject.kept, view.rulebook)}同志的一票否决（#${corrects}）不再有效，${standsAt(total, year, view)}。`,
  stated: ({ card }, view) => `#${card.kept.number} 本人作了说明。\n${pendingText(card.kept, view)}`,
  statementTaken: ({ number, entered }, { rulebook }) =>
    `#${number.kept} ${entered === null ? '您' : `${personTitle(entered, rulebook)}同志`}的说明已记下，支部听取意见和表决时会看到。`,
  votedQuietly: ({ number }) => `#${number} 表决结果已记录。`,
};
