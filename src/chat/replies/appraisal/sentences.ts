import type { AppraisalResults, AppraisalSays, OwnBallots } from '../../../app/appraisal/says.js';
import type { View } from '../../../app/ports/voice.js';
import { ballotTiers } from '../../../domain/appraisal/ballots.js';
import type { PersonRef } from '../../../domain/branch/people.js';
import { comrade, personTitle, personTitles } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { inTheirYear } from '../views.js';

function title(year: number): string {
  return `${year}年民主评议`;
}

/** 优秀、合格、基本合格、不合格 */
function tierNames({ rulebook }: View): string {
  return ballotTiers.map((tier) => rulebook.assessment.tiers[tier]).join('、');
}

/** 还有2位同志可评议:王芳、周涛 */
function leftText(left: readonly PersonRef[], { rulebook }: View): string {
  return left.length === 0
    ? '您已全部评完，谢谢。'
    : `还有${left.length}位同志可评议：${personTitles(left, rulebook)}`;
}

function lossText(anew: boolean): string {
  return anew ? '原来的票没有计入，请重新评议。' : '';
}

function ownText({ year, given, left, voters, mayEnd }: OwnBallots, view: View): string {
  const { rulebook } = view;
  return [
    `${title(year)}正在进行，已有${voters}人参加。`,
    `您已评议${given.length}位${given.length === 0 ? '' : `：${personTitles(given, rulebook)}`}`,
    leftText(left, view),
    ...(left.length === 0 ? [] : [`回复“/评议 姓名 等次”，等次写：${tierNames(view)}`]),
    ...(mayEnd ? ['都评完后请发送“/评议 结束”。'] : []),
  ].join('\n');
}

function resultsText({ year, voters, lines, hidden, shownFrom }: AppraisalResults, view: View): string {
  const { tiers } = view.rulebook.assessment;
  const rows = lines.map(({ person, tally }) => {
    const count = ballotTiers.reduce((sum, tier) => sum + tally[tier], 0);
    return `${personTitle(person, view.rulebook)} ${ballotTiers.map((tier) => `${tiers[tier]}${tally[tier]}`).join(' ')}（共${count}票）`;
  });
  return [
    `${title(year)}结果，${voters}人参加，供支部评定参考，请勿外传：`,
    ...rows,
    ...(hidden === 0
      ? []
      : [`${rows.length === 0 ? '' : '另有'}${hidden}位同志所得不足${shownFrom}票，按规定不显示。`]),
  ].join('\n');
}

/** The year that a reply is about. */
function yearIn(facts: AppraisalSays[keyof AppraisalSays]): number | null {
  if ('year' in facts) return facts.year;
  if ('own' in facts) return facts.own.kept.year;
  return 'results' in facts ? facts.results.kept.year : null;
}

const sentences: Sentences<AppraisalSays> = {
  already: ({ person, left }, view) =>
    `您已评议过${comrade(person, view.rulebook)}，一人一票，不能更改，这一条没有记录。${leftText(left, view)}`,
  alreadyDone: ({ year }) => `${title(year)}已经结束，不能再来一次。看结果请发送“/评议 结果 ${year}”。`,
  alreadyOpen: ({ year }) =>
    `${title(year)}正在进行，不必再开始。各位党员私聊“/评议 姓名 等次”；都评完后请发送“/评议 结束”。`,
  archived: ({ year }) => `${year}年的考核已经归档，不能再评议。`,
  begun: ({ year, anew }, view) =>
    [
      `${title(year)}${anew ? '重新' : ''}开始。${lossText(anew)}请各位党员私聊机器人，无记名评议：`,
      '/评议 姓名 等次',
      `等次写：${tierNames(view)}。每位同志评一次，投后不能更改，不评自己；预备党员不参加。私聊发送“/评议”可看还有谁没有评。`,
    ].join('\n'),
  begunHere: ({ year, anew }) =>
    `${title(year)}已${anew ? '重新' : ''}开始，已在群里说明怎样评议。私聊发送“/评议”可看有几人参加；都评完后请发送“/评议 结束”。`,
  ended: ({ year, voters }) => `${title(year)}结束，共${voters}人参加。票已清点并销毁，结果供支部评定参考。`,
  endedHere: ({ year }) => `${title(year)}已结束，票已清点并销毁。看结果请发送“/评议 结果 ${year}”。`,
  himself: () => '不评自己，这一条没有记录。发送“/评议”可看还有哪些同志可评议。',
  keyLost: ({ file, year, ballots }) =>
    `${title(year)}没有结束：找不到票箱的钥匙文件 ${file.kept}，已投的${ballots}票无法开启，没有计票。找到的话请放回数据库旁，再发送“/评议 结束”；确实找不到，请发送“/评议 开始 ${year}”重新评议，原来的票作废。`,
  noBox: ({ year }) =>
    `${title(year)}的票箱钥匙不在，现在投的票无法计入，这一条没有记录。请告诉书记：发送“/评议 结束”可看怎样处理，之后再评议。`,
  noResults: ({ year }) => `${year === null ? '还没有结束过的' : `${year}年没有`}民主评议，没有结果可看。`,
  noVote: () => '预备党员没有表决权，不参加民主评议。',
  nobodyRated: ({ year }) => `${year}年没有参加考核的党员，没有人可评议。`,
  none: () => '现在没有进行中的民主评议。由书记发送“/评议 开始”后，各位党员再私聊评议。',
  notAllVoted: ({ year, voters, missing }) =>
    `${title(year)}没有结束：${voters}人已投，还有${missing}人没有投。结束以后票随即销毁，不能恢复；不再等的，请发送“/评议 结束 是”。`,
  notRated: ({ person }, view) =>
    `${comrade(person, view.rulebook)}不在评议之列（预备党员和不参加积分考核的党员不评定等次），这一条没有记录。发送“/评议”可看还有哪些同志可评议。`,
  own: ({ own }, view) => ownText(own.kept, view),
  received: ({ person, left }, view) =>
    `已收到您对${comrade(person.kept, view.rulebook)}的评议（不可更改）。${leftText(left, view)}`,
  results: ({ results, odd, held }, view) =>
    resultsText(results.kept, view) +
    (held ? '\n本次评议已记作民主评议活动，参加投票的记到会，不必另行登记。' : '') +
    (odd === null
      ? ''
      : `\n请核查：应有${odd.cast}票，开出${odd.opened}张。结果与投票人次对不上，请联系管理员。`),
  stillOpen: ({ year }) => `${title(year)}还在进行，结束以前不看结果。都评完后由书记发送“/评议 结束”。`,
  wrongYear: ({ year, last }) =>
    `${year}年不能评议，只能评议今年或去年。请发送“/评议 开始 ${last + 1}”或“/评议 开始 ${last}”。`,
};

export const appraisalSentences = inTheirYear(sentences, yearIn);
