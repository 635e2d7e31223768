import type { RulingResult } from '../../app/rulings/results.js';
import type { MatterCard, RulingSays } from '../../app/rulings/says.js';
import type { View } from '../../app/ports/voice.js';
import type { MatterKind, MatterState } from '../../domain/rulings/rows.js';
import { yearOf } from '../../domain/period/civil.js';
import type { Rulebook } from '../../domain/rulebook/schema.js';
import type { Barred } from '../../domain/rulings/four-eyes.js';
import { fullDate, fullDateTime } from './dates.js';
import { upheldText } from './objection-cards.js';
import { insteadText, insteadTitle } from './instead.js';
import { shownText, todoText } from './matter-lists.js';
import { activityTitle, matterHead, matterWords, pendingText } from './matters.js';
import { personTitle } from './persons.js';
import { cardLine, points, standsAt } from './items.js';
import { vetoCommand, vetoWaits } from './veto-steps.js';
import type { Sentences } from './sentences.js';
import { viewAt } from './views.js';

/** So many numbers that do not exist are answered one by one. */
const mostUnknown = 3;

const barred: { readonly [B in Barred]: string } = {
  notOfficer: '须由书记或副书记认定',
  subject: '是您本人的事项',
  proposer: '是您登记的事项',
  witness: '您是证明人',
  madeTheRuling: '更正的是您作出的认定',
  ruledBefore: '原来的认定是您作出的',
  ruledIt: '异议针对的是您作出的认定',
  proposedIt: '异议针对的是您登记的事项',
  postedIt: '异议针对的是您发出的公示',
  appointedAfter: '开立在您任职之前,又是书记本人的事项',
  branchMayRule: '支部内有人可以认定,上级不代为认定',
  superiorOnly: '须由上级认定',
};

const decided: { readonly [S in MatterState]: string } = {
  open: '还在办理',
  confirmed: '已经认定',
  rejected: '已经驳回',
  withdrawn: '已经撤回',
  closed: '已经办结',
  cancelled: '已经销假',
};

/** After a veto was certified: what became of the report to the superior. */
const reportedText = {
  informed: '已报上级。',
  nobody: '名册上没有上级审核人,请另行报告上级。',
  self: '',
} as const;

/** 不合格 */
function vetoTier({ assessment, veto }: Rulebook): string {
  return assessment.tiers[veto.tier];
}

function resultText(result: RulingResult, view: View): string {
  const head = `#${result.number}`;
  switch (result.kind) {
    case 'confirmed': {
      const { card, total, replaces } = result;
      const meeting = result.wantsMeeting
        ? `此项须经会议研究,请补报会议日期:“/确认 ${matterWords([result.number], view)} 会议 日期”。`
        : '';
      const instead =
        replaces.length > 0
          ? `同一件事只计最高一级,${replaces.map((number) => `#${number}`).join('、')} 不再计分。`
          : '';
      return `${head} 已认定:${personTitle(card.subject, view.rulebook)}同志 ${points(card.points)}分,${standsAt(total, yearOf(card.deedOn), view)}。${instead}${meeting}`;
    }
    case 'confirmedQuietly':
      return `${head} 已认定。`;
    case 'leaveGranted': {
      const activity = `${activityTitle(result.activity, viewAt(result.at, view))}(${fullDateTime(result.at, view.today)})`;
      return `${head} 已准假:${personTitle(result.subject, view.rulebook)}同志 ${activity}。`;
    }
    case 'bound':
      return `${head} 已绑定:${personTitle(result.subject, view.rulebook)}同志的账号可以使用了。`;
    case 'corrected':
      return `${head} 已${result.supplement ? '补正' : '更正'} #${result.corrects}:${personTitle(result.subject, view.rulebook)}同志 ${points(result.points)}分,${standsAt(result.total, result.year, view)}。${replacedHint(result)}`;
    case 'exempted':
      return `${head} 已认定:${personTitle(result.subject, view.rulebook)}同志${result.exempt ? '不再列入积分考核,以关爱为主' : '重新列入积分考核'}。`;
    case 'certified':
      return `${head} 已认定:${personTitle(result.subject, view.rulebook)}同志一票否决成立,${result.year}年积分为0,等次为${vetoTier(view.rulebookOf(result.year))},原有记录保留。${reportedText[result.reported]}`;
    case 'answeredQuietly':
      return `${head} 已答复。`;
    case 'vetoSetAside':
      return `${head} 已更正 #${result.corrects}:${personTitle(result.subject, view.rulebook)}同志的一票否决不再有效,${standsAt(result.total, result.year, view)}。`;
    case 'vetoWaits':
      return `${head} 暂不能认定,${vetoWaits(result.next)}。${vetoCommand(result.number, result.next, view)}`;
    case 'upheld':
      return upheldText(result);
    case 'adopted':
      return `${head} 已认定:细则${result.version}自${result.fromYear}年起执行,以前年度的积分不变。`;
    case 'barred':
      if (result.why === 'superiorOnly') return `${head} 须${insteadTitle(result.instead, view)}。`;
      return `${head} ${barred[result.why]},${insteadText(result.instead, result.told, view)}。`;
    case 'barredQuietly':
      return `${head} 须${insteadTitle(result.instead, view)}。`;
    case 'nothingLeft':
      return `${head} 已认定:#${result.corrects} 此前已经更正,分数不再变动。`;
    case 'meetingTooEarly':
      return `${head} 没有办理:会议日期${fullDate(result.meetingOn, view.today)}早于这件事的年度,请核对日期。`;
    case 'meetingNoted':
      return `${head} 已补记会议日期:${fullDate(result.meetingOn, view.today)}。`;
    case 'unknown':
      return `没有 ${head},请核对编号。发送“/待办”可查看。`;
    case 'decided': {
      const by = result.ruler === null ? '' : `(${personTitle(result.ruler, view.rulebook)}同志)`;
      return `${head} ${decided[result.state]}${by},不再重复办理。`;
    }
    case 'noProof':
      return `${head} 还缺证明,暂不能认定:还差${result.missing}位证明人,或补一份材料。`;
    case 'noConsent':
      return `${head} 还没有${personTitle(result.subject, view.rulebook)}同志本人同意,暂不能认定:请本人私聊回复“/同意 ${result.number}”。`;
    case 'waitsQuietly':
      return `${head} 手续还没有办齐,暂不能认定。`;
  }
}

/** Every one has its line; many numbers that do not exist share one. */
function resultsText(results: readonly RulingResult[], view: View): string {
  const unknown = results.filter(({ kind }) => kind === 'unknown').map(({ number }) => `#${number}`);
  if (unknown.length <= mostUnknown) return results.map((result) => resultText(result, view)).join('\n');
  const known = results.filter(({ kind }) => kind !== 'unknown').map((result) => resultText(result, view));
  const named = unknown.slice(0, mostUnknown).join('、');
  return [...known, `没有 ${named}等${unknown.length}个编号,请核对。`].join('\n');
}

const kindTitles: { readonly [K in MatterKind]: string } = {
  bonus: '加分',
  deduction: '减分',
  leave: '请假',
  binding: '绑定账号',
  correction: '更正',
  exemption: '考核范围调整',
  veto: '一票否决',
  objection: '异议',
  rulebook: '采用细则',
};

/** 加分, 请假 … */
export function matterKindTitle(kind: MatterKind): string {
  return kindTitles[kind];
}

/** The grade that the corrected one had replaced is not counted again by itself. */
function replacedHint({ corrects, replaced }: Extract<RulingResult, { readonly kind: 'corrected' }>): string {
  const numbers = replaced.map((number) => `#${number}`).join('、');
  return numbers === '' ? '' : `${numbers}此前被 #${corrects} 取代,现也不计分;如仍应计分,请重新登记。`;
}

function isSupplement(card: MatterCard): boolean {
  return card.kind === 'correction' && card.supplement;
}

/** What its proposer can do with a matter that came back. */
function supplement(number: number, kind: MatterKind): string {
  if (kind === 'leave') return `请补充后重新请假,原来的请先“/销假 ${number}”。`;
  return kind === 'bonus' || kind === 'deduction'
    ? `请用“/材料 ${number}”补充,或“/撤回 ${number}”。`
    : `请补充后重新提出,原来的可“/撤回 ${number}”。`;
}

/** What 全部 leaves out. */
function singly(numbers: readonly number[], view: View): readonly string[] {
  const [first] = numbers;
  if (first === undefined) return [];
  const all = numbers.map((number) => `#${number}`).join('、');
  return [`${all} 须逐条认定,不在“全部”之内,例:/确认 ${matterWords([first], view)}`];
}

export const rulingSentences: Sentences<RulingSays> = {
  pending: ({ card }, view) => pendingText(card.kept, view),
  settled: ({ number, state, ruler }, { rulebook }) =>
    `#${number} ${decided[state]}${ruler === null ? '' : `(${personTitle(ruler, rulebook)}同志)`}`,
  results: ({ results }, view) => resultsText(results, view),
  resultsInFull: ({ results }, view) => resultsText(results.kept, view),
  rulerMissing: ({ number, persons }, { rulebook }) => {
    const [first] = persons;
    if (first === undefined)
      return `#${number} 支部内无人可以认定,须由上级党组织认定,但名册上没有可以认定的上级审核人。请在名册中加入上级审核人并请其认领账号。`;
    const name = personTitle(first.person, rulebook);
    return first.isSuperior
      ? `#${number} 须由上级${name}同志认定,但他的账号还没有启用。请他用启动时给出的认领码发送“/认领 认领码”,认领后会收到这一条。`
      : `#${number} 应由${name}同志认定,但他的账号还没有启用。请他发送“/绑定 ${name}”,绑定后会收到这一条。`;
  },
  manyWaiting: ({ count }) => `有${count}条事项等待您认定,发送“/待办”可查看。`,
  confirmedToSubject: ({ card, total }, view) =>
    `#${card.kept.number} 已认定:${cardLine(card.kept, view)},${standsAt(total, yearOf(card.kept.deedOn), view)}。`,
  correctedToSubject: ({ number, corrects, points: changed, year, total }, view) =>
    `#${number.kept} 已更正:您的 #${corrects} 不再计分,${points(changed)}分,${standsAt(total, year, view)}。`,
  bindingRejected: ({ number, subject, reason }, { rulebook }) =>
    `#${number} 您申请绑定“${personTitle(subject, rulebook)}”未获认定,理由:${reason.kept}\n姓名有误的,请重新发送“/绑定 姓名”。`,
  bindingReturned: ({ number, by, text }, { rulebook }) =>
    `#${number} ${personTitle(by, rulebook)}同志请您补充:${text.kept}\n请直接向这位同志说明;姓名有误的,请重新发送“/绑定 姓名”。`,
  rejected: ({ number }) => `#${number} 已驳回。`,
  rejectedTo: ({ number, kind, subject, reason }, { rulebook }) =>
    `#${number}(${personTitle(subject, rulebook)}同志${kindTitles[kind]})未予认定,理由:${reason.kept}`,
  returned: ({ number }) => `#${number} 已退回,请登记人补充。`,
  returnedTo: ({ number, kind, by, text }, { rulebook }) =>
    `#${number} ${personTitle(by, rulebook)}同志请您补充:${text.kept}\n${supplement(number, kind)}`,
  withdrawn: ({ number }) => `#${number} 已撤回。`,
  withdrawnTo: ({ number, card }, view) =>
    `#${number} 登记人已撤回:${matterHead(card.kept, view)},不必再办。`,
  stated: ({ card }, view) => `#${card.kept.number} 本人作了说明。\n${pendingText(card.kept, view)}`,
  todo: ({ todo }, view) => todoText(todo.kept, view),
  shown: ({ cards, more, single }, view) =>
    [shownText(cards.kept, more, view), ...singly(single, view)].join('\n'),
  nothingToConfirm: ({ single }, view) =>
    single.length > 0
      ? singly(single, view).join('\n')
      : '目前没有您可以认定的事项。发送“/待办”可查看全部待办。',
  correctionOpened: ({ number, corrects, subject, points: change, supplement: above }, { rulebook }) =>
    `已登记 #${number}:${above ? '补正' : '更正'} #${corrects}(${personTitle(subject, rulebook)}同志 ${points(change)}分),${above ? '已报上级认定' : '已转认定'}。`,
  correctionOpenedInFull: ({ card }, view) =>
    `已登记 #${card.kept.number}:${matterHead(card.kept, view)},${isSupplement(card.kept) ? '已报上级认定' : '已转认定'}。`,
  correctionQuietly: ({ number }) => `已登记 #${number}。`,
  supplemented: ({ told: { kept } }, { rulebook }) => {
    const before = kept.archived === null ? '' : `归档时${kept.archived}分,`;
    return `#${kept.number} 上级已补正 #${kept.corrects}:${personTitle(kept.subject, rulebook)}同志 ${points(kept.points)}分,${kept.year}年积分${before}补正后${kept.total}分。归档的记录不变,补正列在旁边。`;
  },

  textTooLong: ({ most }) => `文字请控制在${most}字以内,详细情况可用“/材料”附文件。`,
  notYourMatter: ({ number }) => `您没有登记过 #${number},只有登记人可以撤回。`,
  tooLateToWithdraw: ({ number, state }) =>
    state === 'confirmed'
      ? `#${number} 已经认定,不能撤回。如有差错,请记录员或书记用“/更正 ${number} 理由”。`
      : `#${number} ${decided[state]},不必再撤。`,
  draftedByRegister: ({ number, register }) =>
    `#${number} 由${register === 'dues' ? '党费登记' : '考勤'}生成,须由认定人确认或驳回,登记人不能撤回。`,
  withdrawLeave: ({ number }) => `请假请用“/销假 ${number}”。`,
  withdrawForOther: ({ number, person }, { rulebook }) =>
    `#${number} 是您代${personTitle(person, rulebook)}同志登记的请假,不能撤回:还没有批准的,请认定人“/驳回 ${number} 理由”;已经批准又能到会的,点名时写“到 ${personTitle(person, rulebook)}”。`,
  meetingInFuture: ({ date }, { today }) =>
    `没有办理:会议日期${fullDate(date, today)}还没有到,请开会后再报。`,
  noMatter: ({ number }) => `没有 #${number},请核对编号。发送“/待办”可查看。`,
  notConfirmed: ({ number, state }) =>
    state === 'open'
      ? `#${number} 还没有认定,不用更正:登记人可“/撤回 ${number}”,认定人可“/驳回 ${number} 理由”。`
      : `#${number} ${decided[state]},没有计分,不用更正。`,
  correctLeave: ({ number }) => `#${number} 是请假,不计分,不用更正;不请了请本人发送“/销假 ${number}”。`,
  correctBinding: ({ number }) =>
    `#${number} 是账号绑定,不计分,不用更正;绑错了请重新“/绑定 姓名”并由书记认定。`,
  correctArchived: ({ number, year }) =>
    `${year}年度已经归档,不能更正。确有差错的,请发送“/补正 ${number} 理由”,报上级认定。`,
  supplementTooEarly: ({ number, year }) => `${year}年度还没有归档,不用补正,请发送“/更正 ${number} 理由”。`,
  correctOther: ({ number }) => `#${number} 不计分,不用更正。`,
  correctCorrection: ({ number }) => `#${number} 本身就是更正,不再更正;分数应当恢复的,请重新登记。`,
  ownCorrection: () => '本人的事项不由本人提出更正,请另一位同志(记录员、书记或副书记)提出。',
  alreadyReversed: ({ number }) => `#${number} 已经更正过,不重复更正。`,
  correctionWaits: ({ number, correction }) => `#${number} 的更正已登记为 #${correction},正在等待认定。`,
};
