import { numberWords } from '../attendance/activities.js';
import { otherTruths } from '../../../words/truth.js';
import { viewAt } from '../views.js';
import type { MatterCard } from '../../../app/matters/card.js';
import type { RulingSays } from '../../../app/rulings/says.js';
import type { View } from '../../../app/ports/voice.js';
import type { MatterKind } from '../../../domain/rulings/rows.js';
import { yearOf } from '../../../domain/period/civil.js';
import { fullDate } from '../../../words/dates.js';
import { shownText, todoText } from './lists.js';
import { typedNumbers } from '../../../words/numbers.js';
import { matterHead, pendingText } from './matters.js';
import { personTitle } from '../../../words/persons.js';
import { cardLine, standsAt } from '../points/items.js';
import { resultsText } from './results.js';
import type { Sentences } from '../sentences.js';
import { matterKindTitle, stateTitle } from '../../../words/matters.js';
import { signed } from '../../../words/items.js';
import { noMatter } from '../common.js';

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

/** What 全部 leaves out. */
function singly(numbers: readonly number[], view: View): readonly string[] {
  const [first] = numbers;
  if (first === undefined) return [];
  const all = numbers.map((number) => `#${number}`).join('、');
  return [`${all} 须逐条认定，不在“全部”之内，例：/确认 ${typedNumbers([first], view)}`];
}

export const rulingSentences: Sentences<RulingSays> = {
  alreadyReversed: ({ number }) => `#${number} 已经更正过，不重复更正。`,
  bindingRejected: ({ number, subject, reason }, { rulebook }) =>
    `#${number} 您申请绑定“${personTitle(subject, rulebook)}”未获认定，理由：${reason.kept}\n姓名有误的，请重新发送“/绑定 姓名”。`,
  bindingReturned: ({ number, by, text }, { rulebook }) =>
    `#${number} ${personTitle(by, rulebook)}同志请您补充：${text.kept}\n请直接向这位同志说明；姓名有误的，请重新发送“/绑定 姓名”。`,
  confirmedToSubject: ({ card, total }, view) =>
    `#${card.kept.number} 已认定：${cardLine(card.kept, view)}，${standsAt(total, yearOf(card.kept.deedOn), view)}。`,
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
  correctedToSubject: ({ number, corrects, points: changed, year, total }, view) =>
    `#${number.kept} 已更正：您的 #${corrects} 不再计分，${signed(changed)}分，${standsAt(total, year, view)}。`,
  correctionOpened: ({ number, corrects, subject, points: change, supplement: above }, { rulebook }) =>
    `已登记 #${number}：${above ? '补正' : '更正'} #${corrects}（${personTitle(subject, rulebook)}同志 ${signed(change)}分），${above ? '已报上级认定' : '已转认定'}。`,
  correctionOpenedInFull: ({ card }, view) =>
    `已登记 #${card.kept.number}：${matterHead(card.kept, view)}，${isSupplement(card.kept) ? '已报上级认定' : '已转认定'}。`,
  correctionQuietly: ({ number }) => `已登记 #${number}。`,
  correctionWaits: ({ number, correction }) => `#${number} 的更正已登记为 #${correction}，正在等待认定。`,
  draftedByRegister: ({ number, register }) =>
    `#${number} 由${register === 'dues' ? '党费登记' : '考勤'}生成，须由认定人确认或驳回，登记人不能撤回。`,
  sayTruth: ({ number, activity, person, now, reason, supplement }, view) => {
    const lead = `/${supplement ? '补正' : '更正'} ${numberWords(activity, view)} ${personTitle(person, view.rulebook)}`;
    const truths = otherTruths(now.kept, viewAt(activity.at, view).rulebook);
    return [
      `#${number} 是考勤生成的，请写明实际情况，考勤和分数一并改正。请选一行发送：`,
      ...truths.map((words) => `${lead} ${words} ${reason.kept}`),
    ].join('\n');
  },
  manyWaiting: ({ count }) => `有${count}条事项等待您认定，发送“/待办”可查看。`,
  meetingInFuture: ({ date }, { today }) =>
    `没有办理：会议日期${fullDate(date, today)}还没有到，请开会后再报。`,
  noMatter,
  notConfirmed: ({ number, state }) =>
    state === 'open'
      ? `#${number} 还没有认定，不用更正：登记人可“/撤回 ${number}”，认定人可“/驳回 ${number} 理由”。`
      : `#${number} ${stateTitle(state)}，没有计分，不用更正。`,
  notYourMatter: ({ number }) => `您没有登记过 #${number}，只有登记人可以撤回。`,
  nothingToConfirm: ({ single }, view) =>
    single.length > 0
      ? singly(single, view).join('\n')
      : '目前没有您可以认定的事项。发送“/待办”可查看全部待办。',
  ownCorrection: () => '本人的事项不由本人提出更正，请另一位同志（记录员、书记或副书记）提出。',
  pending: ({ card }, view) => pendingText(card.kept, view),
  rejected: ({ number }) => `#${number} 已驳回。`,
  rejectedTo: ({ number, kind, subject, reason }, { rulebook }) =>
    `#${number}（${personTitle(subject, rulebook)}同志${matterKindTitle(kind)}）未予认定，理由：${reason.kept}`,
  results: ({ results }, view) => resultsText(results, view),
  resultsInFull: ({ results }, view) => resultsText(results.kept, view),
  returned: ({ number }) => `#${number} 已退回，请登记人补充。`,
  returnedTo: ({ number, kind, by, text }, { rulebook }) =>
    `#${number} ${personTitle(by, rulebook)}同志请您补充：${text.kept}\n${supplement(number, kind)}`,
  rulerMissing: ({ number, persons }, { rulebook }) => {
    const [first] = persons;
    if (first === undefined)
      return `#${number} 支部内无人可以认定，须由上级党组织认定，但名册上没有可以认定的上级审核人。请在名册中加入上级审核人并请其认领账号。`;
    const name = personTitle(first.person, rulebook);
    return first.isSuperior
      ? `#${number} 须由上级${name}同志认定，但他的账号还没有启用。请他用启动时给出的认领码发送“/认领 认领码”，认领后会收到这一条。`
      : `#${number} 应由${name}同志认定，但他的账号还没有启用。请他发送“/绑定 ${name}”，绑定后会收到这一条。`;
  },
  settled: ({ number, state, ruler, about }, view) => {
    const by = ruler === null ? '' : `（${personTitle(ruler, view.rulebook)}同志）`;
    return `#${number} ${stateTitle(state)}${by}${about === null ? '' : `\n${matterHead(about.kept, view)}`}`;
  },
  shown: ({ cards, more, single }, view) =>
    [shownText(cards.kept, more, view), ...singly(single, view)].join('\n'),
  stated: ({ card }, view) => `#${card.kept.number} 本人作了说明。\n${pendingText(card.kept, view)}`,
  supplementTooEarly: ({ number, year }) => `${year}年度还没有归档，不用补正，请发送“/更正 ${number} 理由”。`,
  supplemented: ({ told: { kept } }, { rulebook }) => {
    const before = kept.archived === null ? '' : `归档时${kept.archived}分，`;
    return `#${kept.number} 上级已补正 #${kept.corrects}：${personTitle(kept.subject, rulebook)}同志 ${signed(kept.points)}分，${kept.year}年积分${before}补正后${kept.total}分。归档的记录不变，补正列在旁边。`;
  },
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
};
