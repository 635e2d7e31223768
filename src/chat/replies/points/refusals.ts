import type { NotScored, PointsRefusals } from '../../../app/points/says.js';
import type { WhyNotScored } from '../../../domain/branch/people.js';
import { yearOf } from '../../../domain/period/civil.js';
import { findItem } from '../../../domain/rulebook/items.js';
import type { Rulebook, RulebookItem } from '../../../domain/rulebook/schema.js';
import { fullDate, monthTitle } from '../../../words/dates.js';
import { itemExample } from '../usage/examples.js';
import { personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { inFuture, noMatter } from '../common.js';

const whyNot: { readonly [W in WhyNotScored]: string } = {
  notMember: '不是党员，不参加积分考核',
  left: '已不在本支部',
  exempt: '已按本人意愿不列入积分考核',
  category: '所属类别不参加积分考核',
};

/** 是离退休党员,不参加积分考核: the category by the name that the rulebook gives it */
export function whyNotScored({ why, category }: NotScored, { categories }: Rulebook): string {
  const label = categories.find(({ id }) => id === category)?.label;
  return why === 'category' && label !== undefined ? `是${label}，不参加积分考核` : whyNot[why];
}

const cannotWitness: { readonly [W in PointsRefusals['cannotWitness']['why']]: (number: number) => string } =
  {
    subject: (n) => `#${n} 是您本人的事项，不能自己证明，请另请两位同志。`,
    proposer: (n) => `#${n} 是您登记的，登记人不作证明人，请另请同志证明。`,
    recorder: () => '考核记录员不作证明人，请另请同志证明。',
    left: () => '您已不在本支部，不能作证明。',
    kind: () => '证明人须是本支部党员或本单位群众。',
    notNamed: (n) => `#${n} 不需要您证明，谢谢。`,
    already: (n) => `#${n} 您已证明过，不必重复。`,
    complete: (n) => `#${n} 证明已齐，谢谢。`,
    needsNone: (n) => `#${n} 不需要证明。`,
  };

/** Which register drafts it, and what to do there. */
function byRegister(item: RulebookItem | undefined): string {
  return item?.sources.includes('attendance') === true
    ? '由考勤生成，不手工登记。请用“/点名”和“/结束”。'
    : '由党费登记生成，不手工登记。请用“/党费”。';
}

/** Why something about points was not done. */
export const pointsRefusals: Sentences<PointsRefusals> = {
  awayThen: ({ person, date }, { rulebook, today }) =>
    `没有登记：${fullDate(date, today)}${personTitle(person, rulebook)}同志不在本支部（转出以后、转回以前），请核对日期。`,
  beforeJoining: ({ person, joinedOn }, { rulebook, today }) =>
    joinedOn === null
      ? `没有登记：这一天太早，名册上又没有${personTitle(person, rulebook)}同志加入支部的时间。请核对日期，或先登记：/党员 修改 ${personTitle(person, rulebook)} 加入支部时间 2019-03-15`
      : `没有登记：${personTitle(person, rulebook)}同志${fullDate(joinedOn, today)}才到本支部，请核对日期。`,
  cannotWitness: ({ number, why }) => cannotWitness[why](number),
  duesTwice: ({ person, month, number }, { rulebook }) =>
    `没有登记：${personTitle(person, rulebook)}同志${monthTitle(month)}的党费已有一条减分 #${number}，一个月只计一次。查看请发送：/待办 ${number}`,
  future: inFuture,
  materialNotYours: ({ number }) => `#${number} 的材料由登记人、本人、记录员或书记提供。`,
  memberTwice: ({ person }, { rulebook }) =>
    `没有登记：${personTitle(person, rulebook)}写了两次，请每人只写一次。`,
  needsNoMaterial: ({ number }) => `#${number} 不需要材料。`,
  noMatter,
  noRanking: () => '积分不排名次。各人的积分请记录员、书记等私聊发送“/积分 全部”，按名册顺序列出。',
  noScoreThen: ({ person, year }, { rulebook, today }) =>
    year > Number(today.slice(0, 4))
      ? `${year}年还没有到，没有积分。`
      : `${personTitle(person, rulebook)}同志${year}年还不在本支部，没有积分。`,
  noWitness: ({ person, why }, { rulebook }) => {
    const reasons = {
      subject: '是当事人',
      proposer: '是登记人',
      recorder: '是考核记录员',
      left: '已不在本支部',
      kind: '不是本支部党员或本单位群众',
    };
    return `没有登记：${personTitle(person, rulebook)}同志${reasons[why]}，不能作证明人，请换一位。`;
  },
  notByHand: ({ item, year }, { rulebookOf }) =>
    `没有登记：第${item}项“${findItem(rulebookOf(year), item)?.title ?? ''}”${byRegister(findItem(rulebookOf(year), item))}`,
  notCounted: ({ item, year }, { rulebookOf }) =>
    `没有登记：第${item}项“${findItem(rulebookOf(year), item)?.title ?? ''}”须一次一条，有级别的写明级别，不写倍数。`,
  notInTable: ({ person, year }, { rulebook }) =>
    `${year}年的结果是由积分汇总表导入的，表里没有${personTitle(person, rulebook)}同志。`,
  notOpen: ({ number }) => `#${number} 已经办结，不必再办。`,
  notScored: (facts, { rulebook }) =>
    `没有登记：${personTitle(facts.person, rulebook)}同志${whyNotScored(facts, rulebook)}。`,
  notYourScore: () => '您可以查看本人的积分，直接发送“/积分”即可。他人的积分由记录员和书记掌握。',
  ownMatter: (_facts, { rulebook }) =>
    `本人的事项不由本人登记。加分请用“/申报”，例：/申报 ${itemExample(rulebook, 'bonus')}`,
  reasonMissing: (_facts, { rulebook }) => `请写明事由，例：/加分 张三 ${itemExample(rulebook, 'bonus')}`,
  reasonTooLong: ({ most }) => `事由请控制在${most}字以内，详细情况可作为文件附上。`,
  recorderSelf: ({ side }, { rulebook }) =>
    side === 'bonus'
      ? `考核记录员不为自己登记。本人加分请用“/申报”，例：/申报 ${itemExample(rulebook, 'bonus')}`
      : '考核记录员不为自己登记，本人的减分请由书记或副书记登记。',
  sameDeed: ({ number }) => `没有登记：同一件事已登记为 #${number}，不重复计分。`,
  scoreNotKept: (facts, { rulebook }) =>
    `${personTitle(facts.person, rulebook)}同志${whyNotScored(facts, rulebook)}，没有积分。`,
  unknownItem: ({ item }) => `没有第${item}项。发送“/细则”可查看全部项目。`,
  weakerDeed: ({ number }) => `没有登记：同一件事已按更高的级别登记为 #${number}，不重复计分。`,
  witnessTwice: ({ person }, { rulebook }) =>
    `没有登记：证明人${personTitle(person, rulebook)}写了两次，请写两位不同的同志。`,
  wrongSide: ({ item, year }, { rulebookOf }) => {
    const known = findItem(rulebookOf(year), item);
    const side = known?.side === 'bonus' ? '加分' : '减分';
    return `没有登记：第${item}项“${known?.title ?? ''}”是${side}项，请用“/${side}”。`;
  },
  yearClosed: ({ date, archived }, { today }) =>
    archived
      ? `没有登记：${yearOf(date)}年度已经归档，不再登记${fullDate(date, today)}的事。原有记录有误的，由记录员或书记发送“/补正 编号 理由”，报上级认定；漏记的，归档以后不再补记，可书面报上级研究。`
      : `没有登记：${fullDate(date, today)}早于上一考核年度，不再登记。`,
};
