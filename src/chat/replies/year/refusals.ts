import { postingExample, postingTask } from '../../../words/publications.js';
import type { YearRefusals } from '../../../app/year/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { BaseItem } from '../../../domain/rulebook/schema.js';
import type { Fraction } from '../../../domain/rulebook/schema/values.js';
import type { WhyNotScored } from '../../../domain/branch/people.js';
import type { VoteProblem, YearVote } from '../../../domain/year/vote.js';
import { fullDate } from '../../../words/dates.js';
import { lineLead, personTitle, personTitles } from '../../../words/persons.js';
import { share } from '../rulebook/readings.js';
import { settleHint } from '../status/sentences.js';
import type { Sentences } from '../sentences.js';
import { bodyTitles } from '../../../words/roster.js';
import { activityTitle, numberWords } from '../attendance/activities.js';
import { archivedTitle, nextLine, stageTitle, yearCommand } from './words.js';
import { tierTitle } from '../../../words/items.js';
import { numbersTitle, typedNumbers } from '../../../words/numbers.js';

type VoteWrong = YearRefusals['voteWrong'];

/** 半数, or 三分之二 if the rulebook requires it. */
function halfOr(part: Fraction): string {
  return part.numerator * 2 === part.denominator ? '半数' : share(part);
}

/** What is wrong with the counts; nothing was decided. */
const voteProblems: { readonly [P in VoteProblem]: (facts: VoteWrong, view: View) => string } = {
  tooManyEntitled: ({ vote, most, body }) =>
    `${bodyTitles[body]}有表决权的只有${most}人，应到不能是${vote.entitled}人，请核对。`,
  tooFewEntitled: ({ vote, most, body }) =>
    `${bodyTitles[body]}有表决权的有${most}人，应到不能只算${vote.entitled}人；按${most}人计算，实到${vote.present}人、同意${vote.inFavour}人不够，请核对。`,
  nobodyEntitled: () => '应到人数至少1人，请核对。',
  morePresentThanEntitled: ({ vote }) => `实到${vote.present}人多于应到${vote.entitled}人，请核对。`,
  moreInFavourThanPresent: ({ vote }) => `同意${vote.inFavour}人多于实到${vote.present}人，请核对。`,
  noQuorum: ({ vote }, { rulebook }) =>
    `实到${vote.present}人不到应到${vote.entitled}人的${halfOr(rulebook.votes.presentAtLeast)}，会议不能评定，请另行开会。`,
  failed: ({ vote }, { rulebook }) =>
    `同意${vote.inFavour}人没有超过应到${vote.entitled}人的${halfOr(rulebook.votes.inFavourMoreThan)}，没有通过。请会议再议；需要调整的先发送“/年度 等次 姓名 等次 理由”。`,
};

const whyNotAssessed: { readonly [W in WhyNotScored | 'notYetHere']: string } = {
  notMember: '您不是党员，不用自评',
  left: '您已不在本支部，不用自评',
  exempt: '您已按本人意愿不列入积分考核，不用自评',
  category: '您所在的类别不参加积分考核，不用自评',
  notYetHere: '您那一年还不在本支部，不用自评',
};

/** 第4项“党内生活”最高30分 */
function itemLimit({ number, title, points }: BaseItem): string {
  return `第${number}项“${title}”最高${points}分`;
}

/** The line to copy; the recorder's names the member. */
export function selfExample(
  { items, entered }: Pick<YearRefusals['selfWrong'], 'items' | 'entered'>,
  { rulebook }: View,
): string {
  return `${lineLead(entered, rulebook)}自评 ${items.map(({ points }) => points).join(' ')}`;
}

function selfWrong({ problem, items, entered }: YearRefusals['selfWrong'], view: View): string {
  const example = `例：${selfExample({ items, entered }, view)}`;
  switch (problem.kind) {
    case 'count':
      return `没有记下：应写${problem.wanted}项的分数，写了${problem.given}项。依次是：${items.map(itemLimit).join('、')}。${example}`;
    case 'tooMuch':
      return `没有记下：${itemLimit(problem.item)}，写了${problem.given}分，请核对。${example}`;
    case 'parts': {
      const { item } = problem;
      const parts =
        item.parts.length === 0
          ? '请写一个总数'
          : `分开写时应为${item.parts.length}部分，各不超过${item.parts.join('、')}分`;
      return `没有记下：${itemLimit(item)}，${parts}。${example}`;
    }
  }
}

/** The line of 评定 as it was typed, to which who is 优秀 is added. */
function decisionLine({ entitled, present, inFavour }: YearVote, view: View): string {
  return `${yearCommand(view)} 评定 应到 ${entitled} 实到 ${present} 同意 ${inFavour}`;
}

function voteExample(entitled: number, view: View): string {
  return decisionLine({ entitled, present: entitled, inFavour: entitled }, view);
}

/** Why a step of the year was not taken, and what comes next. */
export const yearRefusals: Sentences<YearRefusals> = {
  candidatesOpen: ({ vote, persons, recorded }, view) => {
    const { outstanding, qualified } = view.rulebook.assessment.tiers;
    const line = `${decisionLine(vote, view)} 优秀`;
    const names = personTitles(persons, view.rulebook);
    const before = recorded.length === 0 ? '' : personTitles(recorded, view.rulebook);
    const note = before === '' ? '' : `（${before}同志已记为${outstanding}）`;
    return `没有评定：${names}同志可评${outstanding}，由会议逐人决定，没有写到的按${qualified}${note}。请选一行发送：\n${line} ${personTitles([...persons, ...recorded], view.rulebook)}\n${line} ${before === '' ? '无' : before}`;
  },
  forSecretary: () => '没有办理：这一步由书记办理。发送“/年度”可查看进度。',
  movedBeforeAudit: ({ year, persons }, view) =>
    `没有通过：${year}年度评定以后，${personTitles(persons, view.rulebook)}同志的积分有变动，影响等次。请支部先重新定等次，或退回支部重新评定：${yearCommand(view)} 审核 退回 积分有变动，请重新评定`,
  mustDecideAgain: ({ year, persons }, view) => {
    const rows = persons.map(({ person, proposed }) => {
      const tier = proposed === null ? '等次' : tierTitle(proposed, view.rulebook);
      return `/年度 等次 ${personTitle(person, view.rulebook)} ${tier}`;
    });
    return `没有办理：${year}年度评定以后有积分变动，影响等次，须经会议重新评定。会议另有决定的改写等次并写明理由：\n${rows.join('\n')}`;
  },
  noCandidate: ({ person }, view) => {
    const { outstanding } = view.rulebook.assessment.tiers;
    const name = personTitle(person, view.rulebook);
    return `没有评定：${name}同志的积分没有建议${outstanding}。会议确定评${outstanding}的，先写明理由：/年度 等次 ${name} ${outstanding} 会议认为……`;
  },
  noResults: () => '还没有汇总或归档的年度，没有名单。年度结束后请先发送“/年度 汇总”。',
  nobodyListed: ({ year }) => `没有汇总：名册上没有参加${year}年度积分考核的党员。`,
  notEnded: ({ year, archived }, { today }) =>
    `没有办理：${archived === null ? '' : `${archivedTitle(archived)}；`}${year}年度到${fullDate(`${year}-12-31`, today)}才结束，之后发送“/年度 汇总”。`,
  notListed: ({ person, year }, { rulebook }) =>
    `没有记录：${personTitle(person, rulebook)}同志不在${year}年度考核名单内。发送“/年度”可查看名单。`,
  notRated: ({ person, left }, { rulebook }) =>
    `没有记录：${personTitle(person, rulebook)}同志${left ? '年内离开本支部' : '是预备党员'}，积分仅供参考，不评等次。`,
  noticeInDoubt: ({ number, letter }) =>
    `没有归档：不能确定群里收到了公示第${number}号，公示期暂不算满。${settleHint(letter)}`,
  noticeRuns: ({ until }, { today }) =>
    `没有归档：公示到${fullDate(until, today)}结束，期满之后再发送“/年度 归档”。`,
  noticeUnposted: ({ number, how }, { today }) =>
    `没有归档：公示第${number}号的公示表还没有登记${how === 'meeting' ? '宣读' : '张贴'}，公示期还没有开始。${postingTask(how)}以后请发送，例：${postingExample(how, number, today)}`,
  onlySecretarysTier: () => '没有记录：党员的等次由书记记录，副书记只记录书记本人的等次。',
  openMatters: ({ year, numbers, before }) =>
    `没有${before === 'decision' ? '评定' : '归档'}：${year}年度还有${numbers.length}条没有办结：${numbersTitle(numbers)}。请先办结（发送“/待办”可查看）。`,
  outOfOrder: ({ progress }, view) =>
    `没有办理：${stageTitle(progress, view)}。\n${nextLine(progress, view)}`,
  ownFollowUp: () => '没有记录：本人的事项不由本人记录，请另一位同志（书记或副书记）办理。',
  ownTier: ({ deputy }) =>
    deputy
      ? '没有记录：本人的等次不由本人记录，请副书记发送“/年度 等次 姓名 等次 理由”。'
      : '没有记录：本人的等次不由本人记录。支部没有副书记，请上级发送“/年度 等次 姓名 等次 理由”，或先任命副书记。',
  pairedWithHimself: () => '没有记录：结对须是两位同志。例：/结对 张三 王芳',
  reasonOwed: ({ person, tier, total }, view) => {
    const line = `/年度 等次 ${personTitle(person, view.rulebook)} ${tierTitle(tier, view.rulebook)}`;
    return `没有记录：${personTitle(person, view.rulebook)}同志${total}分，与建议不同的等次请写明理由，上级会看到。例：${line} 会议认为……`;
  },
  recordedNotNamed: ({ vote, named, left }, view) => {
    const { outstanding, qualified } = view.rulebook.assessment.tiers;
    const names = personTitles(left, view.rulebook);
    const rows = left.map((person) => `/年度 等次 ${personTitle(person, view.rulebook)} ${qualified}`);
    return [
      `没有评定：${names}同志先前已记为${outstanding}，这一行没有写到。会议同意评${outstanding}的请发送：`,
      `${decisionLine(vote, view)} 优秀 ${personTitles([...named, ...left], view.rulebook)}`,
      `会议不评${outstanding}的，先改记，再发送评定：`,
      ...rows,
    ].join('\n');
  },
  registerOpen: ({ year, leaves, unclosed }, view) =>
    [
      `没有归档：${year}年度的考勤还没有办结。`,
      ...(leaves.length === 0
        ? []
        : [
            `请假还没有批：${numbersTitle(leaves)}，请认定人“/确认 ${typedNumbers(leaves, view)}”或“/驳回”。`,
          ]),
      ...unclosed.map(
        (activity) =>
          `${activityTitle(activity, view)}还没有结束登记：/结束 ${numberWords(activity, view)}（没有开的：/取消活动 ${numberWords(activity, view)} 没有举行）`,
      ),
    ].join('\n'),
  remarksOwed: (_facts, view) =>
    `没有办理：退回请写明意见。例：${yearCommand(view)} 审核 退回 请核实减分依据`,
  selfClosed: ({ year }) => `没有记下：${year}年度已经评定，自评不再改动。发送“/自评 ${year}”可查看。`,
  selfNotScored: ({ why }) => `没有记下：${whyNotAssessed[why]}。`,
  selfWrong,
  selfYear: ({ year, open }) => `没有记下：现在只能填${open.join('年或')}年的自评，不能填${year}年的。`,
  textTooLong: ({ most }) => `没有记录：文字请控制在${most}字以内。`,
  tierBarred: ({ person, why, total }, view) => {
    const { rulebook } = view;
    const name = personTitle(person, rulebook);
    return why === 'vetoed'
      ? `没有记录：${name}同志一票否决已成立，等次只能是${tierTitle(rulebook.veto.tier, view.rulebook)}。`
      : `没有记录：${name}同志${total}分，未达到${rulebook.assessment.noAwardsBelow}分，不能评${tierTitle('outstanding', view.rulebook)}。`;
  },
  tierStale: ({ person, tier }, view) =>
    `没有评定：${personTitle(person, view.rulebook)}同志的积分有变动，会议原定的${tierTitle(tier, view.rulebook)}须重新记录。请先发送：/年度 等次 ${personTitle(person, view.rulebook)} 等次 理由`,
  tierUnmoved: ({ person, year }, { rulebook }) =>
    `没有改动：${year}年度已经评定，${personTitle(person, rulebook)}同志的积分此后没有影响等次的变动。须重新评定的，由上级退回：/年度 审核 退回 意见`,
  voteIncomplete: ({ body, entitled }, view) =>
    `没有评定：请写明应到、实到、同意的人数（由${bodyTitles[body]}评定，有表决权的${entitled}人）。例：${voteExample(entitled, view)}`,
  voteWrong: (facts, view) => {
    const { why, most } = facts;
    const again = why === 'failed' || why === 'noQuorum' ? '' : `例：${voteExample(most, view)}`;
    return `没有评定：${voteProblems[why](facts, view)}${again}`;
  },
};
