import type {
  EntryLine,
  ItemFacts,
  Missing,
  Occasion,
  PointsCard,
  PointsSays,
  Registered,
  ScoreFacts,
} from '../../app/points/says.js';
import type { View } from '../../app/ports/voice.js';
import type { Seat } from '../../app/rulings/says.js';
import type { WhyNotScored } from '../../domain/branch/people.js';
import { findItem } from '../../domain/rulebook/items.js';
import { activityTitle } from './activities.js';
import { fullDate, fullDateTime, spacedDate } from './dates.js';
import { personTitle, personTitles } from './persons.js';
import type { Sentences } from './sentences.js';

/** +3分, −20分 */
export function points(value: number): string {
  return `${value < 0 ? '−' : '+'}${Math.abs(value)}`;
}

/** 第13项“受表彰”(市级), with ×2 where it counts more than once */
export function itemTitle({ item, grade, times }: ItemFacts, { rulebook }: View): string {
  const known = findItem(rulebook, item);
  const label = known?.grades.find(({ id }) => id === grade)?.label;
  return `第${item}项“${known?.title ?? ''}”${label === undefined ? '' : `(${label})`}${times > 1 ? `×${times}` : ''}`;
}

/** 缺席支部大会(7月10日(周五)15:00): what the register holds against the member */
export function occasionText({ kind, at, line }: Occasion, view: View): string {
  return `${line === 'absence' ? '缺席' : '请假'}${activityTitle({ kind, at }, view)}`;
}

/** 材料:献血证.jpg、文号; for a matter that the register drafted, the activity. */
export function materialsText(
  { materials, occasion }: Pick<EntryLine, 'materials' | 'occasion'>,
  view: View,
): string {
  const register = occasion === null ? [] : [`考勤登记,${occasionText(occasion, view)}`];
  const all = [...register, ...materials];
  return all.length > 0 ? `材料:${all.join('、')}` : '';
}

/** 张三同志 第8项“公益活动” +3分(11月23日 周一) */
export function cardLine(card: PointsCard, view: View): string {
  const { subject, deedOn } = card;
  return `${personTitle(subject, view.rulebook)}同志 ${itemTitle(card, view)} ${points(card.points)}分(${spacedDate(deedOn, view.today)})`;
}

function numbers(list: readonly number[]): string {
  return list.map((number) => `#${number}`).join('、');
}

function registeredText(registered: Registered, view: View, next: string): string {
  const { cards, alike, replaces, gluedWitness } = registered;
  const [first] = cards;
  const head =
    cards.length === 1 && first !== undefined
      ? `已登记 #${first.number}:${cardLine(first, view)}。`
      : `已登记${cards.length}条:\n${cards.map((card) => `#${card.number} ${cardLine(card, view)}`).join('\n')}\n`;
  const hints = [
    replaces.length > 0 ? `同一件事只计最高一级,认定后 ${numbers(replaces)} 不再计分。` : '',
    alike.length > 0 ? `请留意:${numbers(alike)}与此相近,同一件事只计一次。` : '',
    gluedWitness ? '如要指定证明人,请在末尾空一格写“证明 姓名、姓名”。' : '',
  ];
  return `${head}${next}${hints.filter((hint) => hint !== '').join('')}`;
}

/** 已转书记认定 */
function passedOn(seat: Seat | null): string {
  return seat === null ? '已转认定' : `已转${seatTitles[seat]}认定`;
}

const seatTitles: { readonly [S in Seat]: string } = {
  secretary: '书记',
  deputySecretary: '副书记',
  superior: '上级',
};

function nextStep(cards: readonly PointsCard[], missing: Missing, view: View, quiet: boolean): string {
  if (missing.witnesses === 0) return `证明已齐,${passedOn(missing.seat)}。`;
  const number = cards[0]?.number ?? 0;
  const each = cards.length > 1 ? '逐条' : '';
  const witnesses = missing.asked.length > 0 ? personTitles(missing.asked, view.rulebook) + '同志' : '';
  const lines = cards.map((card) => `“/证明 ${card.number}”`).join('、');
  if (quiet) {
    if (witnesses === '')
      return `还缺证明:请由登记人“/材料 ${number}”附图,或“/撤回 ${number}”后重新登记,写明“证明 姓名、姓名”。`;
    const few = missing.asked.length < missing.witnesses ? '(须有两位)' : '';
    return `还缺证明:已私下请${witnesses}证明${few};也可由登记人“/材料 ${number}”附图。`;
  }
  const who = witnesses === '' ? `${missing.witnesses === 2 ? '两' : '一'}位同志` : witnesses;
  return `还缺证明:请${who}${each}回复${lines},或由登记人“/材料 ${number}”附图。`;
}

const whyNot: { readonly [W in WhyNotScored]: string } = {
  notMember: '不是党员,不参加积分考核',
  left: '已不在本支部',
  exempt: '已按本人意愿不列入积分考核',
  category: '是离退休党员,不参加积分考核',
};

/** 张三 2026年积分:103分 */
function scoreLine({ subject, year, total, forReference }: ScoreFacts, view: View): string {
  const mark = forReference ? '(预备党员,仅供参考)' : '';
  return `${personTitle(subject, view.rulebook)} ${year}年积分:${total}分${mark}`;
}

function scoreParts({ base, bonus, deductions, uncounted }: ScoreFacts): string {
  const past = uncounted > 0 ? `(其中${uncounted}分超出基础分,只记录、不计算)` : '';
  return `基础 ${base},加分 ${bonus},减分 ${deductions}${past}`;
}

function entryText(line: EntryLine, view: View): string {
  const proof = [
    line.witnesses.length > 0 ? `证明:${personTitles(line.witnesses, view.rulebook)}` : '',
    materialsText(line, view),
  ].filter((part) => part !== '');
  const title = `${line.reversal ? '更正 ' : ''}${itemTitle(line, view)}`;
  const ruler = `${personTitle(line.ruler, view.rulebook)}认定`;
  return `${points(line.points)} ${title} ${spacedDate(line.deedOn, view.today)} #${line.matter} ${ruler}${proof.length > 0 ? `(${proof.join(';')})` : ''}`;
}

const cannotWitness: { readonly [W in PointsSays['cannotWitness']['why']]: (number: number) => string } = {
  subject: (n) => `#${n} 是您本人的事项,不能自己证明,请另请两位同志。`,
  proposer: (n) => `#${n} 是您登记的,登记人不作证明人,请另请同志证明。`,
  recorder: () => '考核记录员不作证明人,请另请同志证明。',
  left: () => '您已不在本支部,不能作证明。',
  kind: () => '证明人须是本支部党员或本单位群众。',
  notNamed: (n) => `#${n} 不需要您证明,谢谢。`,
  already: (n) => `#${n} 您已证明过,不必重复。`,
  complete: (n) => `#${n} 证明已齐,谢谢。`,
  needsNone: (n) => `#${n} 不需要证明。`,
};

export const pointsSentences: Sentences<PointsSays> = {
  registered: (facts, view) => registeredText(facts, view, nextStep(facts.cards, facts.missing, view, false)),
  registeredQuietly: ({ numbers: list }) => `已登记 ${numbers(list)}。`,
  registeredDeduction: (facts, view) =>
    `${registeredText(facts, view, nextStep(facts.cards, facts.missing, view, true))}\n事由:${facts.reason.kept}`,
  pleaseWitness: ({ card, reason }, view) =>
    `请您核实 #${card.kept.number}:${cardLine(card.kept, view)}\n事由:${reason.kept}\n情况属实请回复“/证明 ${card.kept.number}”。此事请勿在群里谈论。`,
  hearing: ({ card, reason, occasion }, view) =>
    `告知 #${card.kept.number}:您有一条减分待认定:${itemTitle(card.kept, view)} ${points(card.kept.points)}分(${spacedDate(card.kept.deedOn, view.today)})\n事由:${occasion.kept === null ? reason.kept : occasionText(occasion.kept, view)}\n如有说明,请回复“/说明 ${card.kept.number} 文字”,认定人会看到。`,
  witnessed: ({ number, witness, missing, materials, seat }, view) => {
    const who = `${personTitle(witness, view.rulebook)}同志`;
    if (missing === 0)
      return materials > 0 ? `#${number} ${who}已证明。` : `#${number} 证明已齐,${passedOn(seat)}。`;
    return `#${number} ${who}已证明,还差${missing === 1 ? '一' : missing}人。`;
  },
  witnessedQuietly: ({ number }) => `#${number} 已记下,谢谢。`,
  materialTaken: ({ number, pieces, complete, seat }) =>
    `#${number} 已收到材料${pieces}份${complete ? `,证明已齐,${passedOn(seat)}` : ''}。`,
  awaitingPicture: ({ number, until }, { today }) =>
    `#${number} 请在5分钟内(${fullDateTime(until, today)}前)发送图片或文件;有文号的也可回复“/材料 ${number} 文号 ……”。`,
  statedQuietly: () => '已记下,详情私信。',
  statementTaken: ({ number }) => `#${number.kept} 您的说明已记下,已转认定人。`,
  noStatementWanted: ({ number }) => `#${number} 没有等待您说明的事项,请核对编号。`,
  score: (facts, view) => `${scoreLine(facts, view)}\n如何得来请私聊“/明细”。`,
  scoreInFull: ({ score, open }, view) => {
    const pending = open > 0 ? `\n另有${open}条待认定。` : '';
    return `${scoreLine(score.kept, view)}\n${scoreParts(score.kept)}${pending}`;
  },
  details: ({ score, lines, open }, view) =>
    [
      scoreLine(score.kept, view),
      `基础 ${score.kept.base}`,
      ...lines.kept.map((line) => entryText(line, view)),
      ...(score.kept.uncounted > 0 ? [`减分超出基础分${score.kept.uncounted}分,只记录、不计算`] : []),
      ...open.kept.map((card) => `待认定 #${card.number} ${itemTitle(card, view)} ${points(card.points)}分`),
    ].join('\n'),

  recorderSelf: ({ side }) =>
    side === 'bonus'
      ? '考核记录员不为自己登记。本人加分请用“/申报”,例:/申报 8 公益活动'
      : '考核记录员不为自己登记,本人的减分请由书记或副书记登记。',
  ownMatter: () => '本人的事项不由本人登记。加分请用“/申报”,例:/申报 8 公益活动',
  notScored: ({ person, why }, { rulebook }) =>
    `没有登记:${personTitle(person, rulebook)}同志${whyNot[why]}。`,
  scoreNotKept: ({ person, why }, { rulebook }) =>
    `${personTitle(person, rulebook)}同志${whyNot[why]},没有积分。`,
  unknownItem: ({ item }) => `没有第${item}项。发送“/细则”可查看全部项目。`,
  wrongSide: ({ item }, { rulebook }) => {
    const known = findItem(rulebook, item);
    const side = known?.side === 'bonus' ? '加分' : '减分';
    return `没有登记:第${item}项“${known?.title ?? ''}”是${side}项,请用“/${side}”。`;
  },
  notByHand: ({ item }, { rulebook }) =>
    `没有登记:第${item}项“${findItem(rulebook, item)?.title ?? ''}”由考勤生成,不手工登记。请用“/点名”和“/结束”。`,
  future: ({ date }, { today }) => `没有登记:${fullDate(date, today)}还没有到,请核对日期。`,
  yearClosed: ({ date }, { today }) => `没有登记:${fullDate(date, today)}早于上一考核年度,不再登记。`,
  beforeJoining: ({ person, joinedOn }, { rulebook, today }) =>
    `没有登记:${personTitle(person, rulebook)}同志${fullDate(joinedOn, today)}才到本支部,请核对日期。`,
  reasonMissing: () => '请写明事由,例:/加分 张三 8 公益活动',
  reasonTooLong: ({ most }) => `事由请控制在${most}字以内,详细情况可作为文件附上。`,
  noScoreThen: ({ person, year }, { rulebook, today }) =>
    year > Number(today.slice(0, 4))
      ? `${year}年还没有到,没有积分。`
      : `${personTitle(person, rulebook)}同志${year}年还不在本支部,没有积分。`,
  memberTwice: ({ person }, { rulebook }) =>
    `没有登记:${personTitle(person, rulebook)}写了两次,请每人只写一次。`,
  weakerDeed: ({ number }) => `没有登记:同一件事已按更高的级别登记为 #${number},不重复计分。`,
  sameDeed: ({ number }) => `没有登记:同一件事已登记为 #${number},不重复计分。`,
  noWitness: ({ person, why }, { rulebook }) => {
    const reasons = {
      subject: '是当事人',
      proposer: '是登记人',
      recorder: '是考核记录员',
      left: '已不在本支部',
      kind: '不是本支部党员或本单位群众',
    };
    return `没有登记:${personTitle(person, rulebook)}同志${reasons[why]},不能作证明人,请换一位。`;
  },
  witnessTwice: ({ person }, { rulebook }) =>
    `没有登记:证明人${personTitle(person, rulebook)}写了两次,请写两位不同的同志。`,
  cannotWitness: ({ number, why }) => cannotWitness[why](number),
  noMatter: ({ number }) => `没有 #${number},请核对编号。`,
  notOpen: ({ number }) => `#${number} 已经办结,不必再办。`,
  materialNotYours: ({ number }) => `#${number} 的材料由登记人、本人、记录员或书记提供。`,
  needsNoMaterial: ({ number }) => `#${number} 不需要材料。`,
  notYourScore: () => '您可以查看本人的积分,直接发送“/积分”即可。他人的积分由记录员和书记掌握。',
};
