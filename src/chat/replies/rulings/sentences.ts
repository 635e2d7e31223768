import { archivedTierNote } from '../year/lists.js';
import { numberWords } from '../attendance/activities.js';
import { otherTruths } from '../../../words/truth.js';
import { upheldLine } from '../objections/cards.js';
import { viewAt } from '../views.js';
import type { MatterCard } from '../../../app/matters/card.js';
import type { LeftOut, RulingSays } from '../../../app/rulings/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { MatterKind } from '../../../domain/rulings/rows.js';
import { yearOf } from '../../../domain/period/civil.js';
import { fullDate, fullDateTime, spacedDate } from '../../../words/dates.js';
import { openText, paidTitle, shownText, takenOverText, todoText } from './lists.js';
import { typedNumbers } from '../../../words/numbers.js';
import { cardLines, matterHead, meetingWords, pendingText, registeredHead } from './matters.js';
import { personTitle } from '../../../words/persons.js';
import { cardLine, itemTitle, restoredText, standsAt } from '../points/items.js';
import { againText } from './again.js';
import { registerAgain, resultsText } from './results.js';
import type { Sentences } from '../sentences.js';
import { matterKindTitle, stateTitle } from '../../../words/matters.js';
import { signed } from '../../../words/items.js';
import { alikeTitle, besidesTitle, noMatter } from '../common.js';

function isSupplement(card: MatterCard): boolean {
  return card.kind === 'correction' && card.supplement;
}

/** What proposers can do with a returned matter. */
function supplement(number: number, kind: MatterKind): string {
  if (kind === 'leave') return `请补充后重新请假，原来的请先“/销假 ${number}”。`;
  return kind === 'bonus' || kind === 'deduction'
    ? `请用“/材料 ${number}”补充，或“/撤回 ${number}”。`
    : `请补充后重新提出，原来的可“/撤回 ${number}”。`;
}

/** What 全部 leaves out, each with the word that decides it. */
function leftOutLines(left: readonly LeftOut[], view: View): readonly string[] {
  return left.length === 0 ? [] : ['不在“全部”之内的：', ...left.map((each) => leftOutLine(each, view))];
}

function leftOutLine(left: LeftOut, view: View): string {
  const number = typedNumbers([left.number], view);
  switch (left.by) {
    case 'itself':
      return `#${left.number} 须逐条认定：/确认 ${number}`;
    case 'alike':
      return `#${left.number} ${alikeTitle(left.near)}，请单独确认：/确认 ${number}`;
    case 'besides':
      return `#${left.number} ${besidesTitle(left.besides)}：/待办 ${typedNumbers(left.besides.slice(-1), view)}`;
    case 'otherDay':
      return `#${left.number} 事由里写着另一个日子，请单独核对：/确认 ${number}`;
    case 'paid':
      return `#${left.number} 党费${paidTitle(left.on, view)}，请单独核对：/确认 ${number}，或 /驳回 ${number} 理由`;
    case 'answer':
      return `#${left.number} 是异议，须答复：/答复 ${number} 维持 说明，或 ${upheldLine(number, left.register, view)}`;
    case 'hearing':
      return `#${left.number} 还没有听取本人说明，${left.until === null ? '本人没有账号' : `${fullDateTime(left.until, view.today)}以后可以认定`}；已当面听取的：/确认 ${number}${meetingWords(left.wantsMeeting)} 已听取`;
    case 'later':
      return `#${left.number} 是列出以后才到的：/确认 ${number}`;
    case 'changed':
      return `#${left.number} 列出以后有变动，请先看一遍：/待办 ${number}`;
  }
}

export const rulingSentences: Sentences<RulingSays> = {
  alreadyReversed: ({ number, by, replacedBy, supplement }) =>
    replacedBy !== null
      ? `#${number} 不再计分：同一件事只计最高一级，已由 #${replacedBy} 取代。#${replacedBy} 有误的，请发送“/${supplement ? '补正' : '更正'} ${replacedBy} 理由”，#${number} 随即恢复计分。`
      : by === null
        ? `#${number} 已经更正过，不重复更正。`
        : `#${number} 更正过，又由 #${by} 恢复。确有差错的，请发送“/补正 ${by} 理由”，报上级认定。`,
  bindingRejected: ({ number, subject, reason }, { rulebook }) =>
    `#${number} 您申请绑定“${personTitle(subject, rulebook)}”未获认定，理由：${reason.kept}\n姓名有误的，请重新发送“/绑定 姓名”。`,
  bindingReturned: ({ number, by, text }, { rulebook }) =>
    `#${number} ${personTitle(by, rulebook)}同志请您补充：${text.kept}\n请直接向这位同志说明；姓名有误的，请重新发送“/绑定 姓名”。`,
  confirmInstead: ({ number }, view) =>
    `#${number} 待您认定，还没有办理。同意的，请回复“/确认 ${typedNumbers([number], view)}”。`,
  confirmedToSubject: ({ card, total }, view) =>
    `#${card.kept.number} 已认定：${cardLine(card.kept, view)}，${standsAt(total, yearOf(card.kept.deedOn), view)}。`,
  correctAgain: ({ number, supplement }) =>
    `#${number} 此前由较高一级取代，您提出的更正没有认定；现在它恢复计分。仍要更正的，请再次发送“/${supplement ? '补正' : '更正'} ${number} 理由”。`,
  correctArchived: ({ number, year }) =>
    `${year}年度已经归档，不能更正。确有差错的，请发送“/补正 ${number} 理由”，报上级认定。`,
  correctAttendance: ({ number }) =>
    `#${number} 是考勤更正；还有差错的，请再提一次，例：/更正 支部大会#12 张三 到 理由`,
  correctBinding: ({ number }) =>
    `#${number} 是账号绑定，不计分，不用更正；绑错了请重新“/绑定 姓名”并由书记认定。`,
  correctCorrection: ({ number }) => `#${number} 本身就是更正，不再更正；分数应当恢复的，请重新登记。`,
  correctLeave: ({ number }) =>
    `#${number} 是请假，本身不计分，不用更正；活动结束前不请了，请本人发送“/销假 ${number}”；结束以后登记有误的，请写活动和姓名，例：/更正 支部大会#12 张三 请假 公出 理由`,
  correctOther: ({ number }) => `#${number} 不计分，不用更正。`,
  correctStatus: ({ number }) =>
    `#${number} 是身份变动，不用更正：如有差错，请按实际情况再登记一次变动（“/党员 调整”“/党员 转正”等），同样由另一人认定。`,
  correctedToSubject: ({ number, corrects, points: changed, year, total, again, restored }, view) =>
    `#${number.kept} 已更正：${again ? `先前的更正 #${corrects} 不再有效` : `您的 #${corrects} 不再计分`}，${signed(changed)}分${restoredText(restored)}，${standsAt(total, year, view)}。`,
  correctionHearing: ({ number, by, corrects, entered, points, reason }, view) =>
    `告知 #${number.kept}：${personTitle(by, view.rulebook)}同志提出更正 #${corrects}${entered.kept === null ? '' : `（${itemTitle(entered.kept, view)} ${signed(entered.kept.points)}分，${spacedDate(entered.kept.deedOn, view.today)}）`}，待认定。认定后您的积分${signed(-points.kept)}分。${reason.kept === null ? '' : `\n理由：${reason.kept}`}\n如有说明，请回复“/说明 ${number.kept} 文字”，认定人会看到。`,
  correctionOpenedInFull: ({ card, registered }, view) =>
    `已登记 #${card.kept.number}：${matterHead(card.kept, view)}，${isSupplement(card.kept) ? '已报上级认定' : '已转认定'}。${againText(card.kept, registered.kept, view)}`,
  correctionQuietly: ({ number }) => `已登记 #${number}。`,
  correctionWaits: ({ number, correction }) => `#${number} 的更正已登记为 #${correction}，正在等待认定。`,
  draftedByRegister: ({ number, register }) =>
    `#${number} 由${register === 'dues' ? '党费登记' : '考勤'}生成，须由认定人确认或驳回，登记人不能撤回。`,
  gradeRestored: ({ told: { kept } }, view) =>
    `#${kept.corrects} 不再计分${restoredText(kept.restored)}：同一件事此前按 #${kept.corrects} 计。${personTitle(kept.subject, view.rulebook)}同志${standsAt(kept.total, kept.year, view)}。`,
  manyWaiting: ({ count }) => `有${count}条事项等待您认定，发送“/待办”可查看。`,
  materialAdded: ({ card, pieces }, view) =>
    `#${card.kept.number} 又补充了材料${pieces}份。\n${pendingText(card.kept, view)}`,
  matterShown: ({ card, rules }, view) =>
    rules
      ? pendingText(card.kept, view)
      : [openText(card.kept, view), ...cardLines(card.kept, view)].join('\n'),
  meetingInFuture: ({ date }, { today }) =>
    `没有办理：会议日期${fullDate(date, today)}还没有到，请开会后再报。`,
  moreEvidence: ({ number, carried, all }, view) =>
    `\n材料共${all}件，这里先附前${carried}件，看全部请发送“/材料 ${typedNumbers([number], view)}”。`,
  noMatter,
  notConfirmed: ({ number, state, isToRegisterAgain }) =>
    state === 'open'
      ? `#${number} 还没有认定，不用更正：登记人可“/撤回 ${number}”，认定人可“/驳回 ${number} 理由”。`
      : `#${number} ${stateTitle(state)}，没有计分，不用更正。${isToRegisterAgain ? registerAgain : ''}`,
  notConfirmedNow: ({ left }, view) =>
    ['这次没有认定的：', ...left.map((each) => leftOutLine(each, view))].join('\n'),
  notYourMatter: ({ number }) => `您没有登记过 #${number}，只有登记人可以撤回。`,
  nothingToConfirm: ({ left }, view) =>
    left.length > 0
      ? ['目前没有可以一并认定的。', ...leftOutLines(left, view)].join('\n')
      : '目前没有您可以认定的事项。发送“/待办”可查看全部待办。',
  ownCorrection: () => '本人的事项不由本人提出更正，请另一位同志（记录员、书记或副书记）提出。',
  pending: ({ card }, view) => pendingText(card.kept, view),
  reasonWanted: ({ number, rejects }, view) =>
    rejects
      ? `请写明驳回的理由，例：/驳回 ${typedNumbers([number], view)} 材料不足`
      : `请写明要补充什么，例：/退回 ${typedNumbers([number], view)} 请补活动照片`,
  rejected: ({ number }) => `#${number} 已驳回。`,
  rejectedInFull: ({ card: { kept } }, view) => `#${kept.number} 已驳回：${registeredHead(kept, view)}。`,
  rejectedTo: ({ number, kind, subject, reason }, { rulebook }) =>
    `#${number}（${personTitle(subject, rulebook)}同志${matterKindTitle(kind)}）未予认定，理由：${reason.kept}`,
  results: ({ results }, view) => resultsText(results, view),
  resultsInFull: ({ results }, view) => resultsText(results.kept, view),
  returned: ({ number }) => `#${number} 已退回，请登记人补充。`,
  returnedInFull: ({ card: { kept } }, view) =>
    `#${kept.number} 已退回，请登记人补充：${registeredHead(kept, view)}。`,
  returnedTo: ({ number, kind, by, text }, { rulebook }) =>
    `#${number} ${personTitle(by, rulebook)}同志请您补充：${text.kept}\n${supplement(number, kind)}`,
  rulerMissing: ({ number, persons }, { rulebook }) => {
    const [first] = persons;
    if (first === undefined)
      return `#${number} 支部内无人可以认定，须由上级党组织认定，但名册上没有可以认定的上级审核人。请在名册中加入上级审核人并请其认领账号。`;
    const name = personTitle(first.person, rulebook);
    return first.isSuperior
      ? `#${number} 须由上级${name}同志认定，但该同志的账号还没有启用。请本人用启动时给出的认领码发送“/认领 认领码”，认领后会收到这一条。`
      : `#${number} 应由${name}同志认定，但该同志的账号还没有启用。请本人发送“/绑定 ${name}”，绑定后会收到这一条。`;
  },
  sayTruth: ({ number, activity, person, now, reason, supplement }, view) => {
    const lead = `/${supplement ? '补正' : '更正'} ${numberWords(activity, view)} ${personTitle(person, view.rulebook)}`;
    const truths = otherTruths(now.kept, viewAt(activity.at, view).rulebook);
    return [
      `#${number} 是考勤生成的，请写明实际情况，考勤和分数一并改正。请选一行发送：`,
      ...truths.map((words) => `${lead} ${words} ${reason.kept}`),
    ].join('\n');
  },
  settled: ({ number, what, state, ruler, about }, view) => {
    const by = ruler === null ? '' : `（${personTitle(ruler, view.rulebook)}同志）`;
    return `#${number} ${stateTitle(state, what)}${by}${about === null ? '' : `\n${matterHead(about.kept, view)}`}`;
  },
  shown: ({ cards, more, left }, view) =>
    [shownText(cards.kept, more, view), ...leftOutLines(left, view)].join('\n'),
  stated: ({ card }, view) => `#${card.kept.number} 本人作了说明。\n${pendingText(card.kept, view)}`,
  supplementTooEarly: ({ number, year }) => `${year}年度还没有归档，不用补正，请发送“/更正 ${number} 理由”。`,
  supplemented: ({ told: { kept } }, { rulebook }) => {
    const before = kept.archived === null ? '' : `归档时${kept.archived}分，`;
    return `#${kept.number} 上级已补正 #${kept.corrects}：${personTitle(kept.subject, rulebook)}同志 ${signed(kept.points)}分，${kept.year}年积分${before}补正后${kept.total}分。归档的记录不变，补正列在旁边。${kept.archived === null || kept.archived === kept.total ? '' : archivedTierNote}`;
  },
  takenOver: ({ cards, activities }, view) => takenOverText(cards.kept, activities, view),
  textTooLong: ({ most }) => `文字请控制在${most}字以内，详细情况可用“/材料”附文件。`,
  todo: ({ todo }, view) => todoText(todo.kept, view),
  tooLateToWithdraw: ({ number, state }) =>
    state === 'confirmed'
      ? `#${number} 已经认定，不能撤回。如有差错，请记录员或书记用“/更正 ${number} 理由”。`
      : `#${number} ${stateTitle(state)}，不必再撤。`,
  withdrawForOther: ({ number, person }, { rulebook }) =>
    `#${number} 是您代${personTitle(person, rulebook)}同志登记的请假，不能撤回：还没有批准的，请认定人“/驳回 ${number} 理由”；已经批准又能到会的，点名时写“到 ${personTitle(person, rulebook)}”。`,
  withdrawLeave: ({ number }) => `请假请用“/销假 ${number}”。`,
  withdrawn: ({ number }) => `#${number} 已撤回。`,
  withdrawnTo: ({ number, card }, view) =>
    `#${number} 登记人已撤回：${matterHead(card.kept, view)}，不必再办。`,
  witnessWithdrawn: ({ number, card }, view) =>
    `#${number} 您的证明已撤回，已记录在案：${cardLine(card.kept, view)}。`,
  witnessWithdrew: ({ card, witness, missing }, view) =>
    `#${card.kept.number} ${personTitle(witness, view.rulebook)}同志撤回了证明：${cardLine(card.kept, view)}。${missing > 0 ? `证明不齐，暂不能认定，还差${missing}位证明人或一份材料。` : '证明仍然齐全。'}`,
};
