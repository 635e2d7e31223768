import type { LeaveRefused, LeaveSays } from '../../../app/attendance/leave-says.js';
import type { View } from '../../../app/ports/voice.js';
import { activityTitle, activityWords, numberWords } from './activities.js';
import { archivedText, cameWords } from '../rulings/results.js';
import { seatTitle } from '../rulings/matters.js';
import { lineLead, personTitle } from '../../../words/persons.js';
import type { Sentences } from '../sentences.js';
import { viewAt } from '../views.js';
import { leaveKindTitle } from '../../../words/activities.js';
import { signed } from '../../../words/items.js';

const leaveRefused: { readonly [W in LeaveRefused]: (title: string, days: number) => string } = {
  notDue: (title) => `没有登记：${title}没有要求您参加，不必请假。`,
  tooLate: (title, days) => `没有登记：${title}结束已超过${days}天，不能再补请假。有特殊情况请与书记联系。`,
  ruled: (title) =>
    `没有登记：${title}您的考勤已经认定更正过，不再请假。如有出入，请与记录员或书记联系，由他们再提更正。`,
  wasPresent: (title) => `没有登记：${title}您已记为到会。如有出入请与记录员联系。`,
};

function grantedText(facts: LeaveSays['leaveGrantedTo'], view: View): string {
  const { number, activity, came, dropped, reversed, archived } = facts;
  const undone =
    reversed.kept === null
      ? ''
      : `原记的缺席已更正，${signed(reversed.kept.points)}分，现${reversed.kept.total}分。`;
  const fallen =
    dropped.kept.length === 0
      ? ''
      : `缺席的减分 ${dropped.kept.map((one) => `#${one}`).join('、')} 不再办理。`;
  return `#${number} 您的请假已批准：${activityTitle(activity, view)}。${came ? cameWords : ''}${fallen}${undone}${archivedText(archived.kept)}`;
}

export const leaveSentences: Sentences<LeaveSays> = {
  leaveAfterRollCall: ({ activity, person }, view) => {
    const [who, which] = [personTitle(person.kept, view.rulebook), numberWords(activity, view)];
    return `${activityTitle(activity, view)}开始以前您登记了${who}到会，随后本人的请假已批准，登记已收回，按请假计。实际到会的请“/点名 ${which} 到 ${who}”。`;
  },
  leaveAsked: ({ number, subject, activity, awaits, byDefault, afterwards, entered }, view) => {
    const head = `已登记 #${number}：${personTitle(subject, view.rulebook)}同志 ${activityTitle(activity, view)}请假，待${seatTitle(awaits)}确认。${afterwards ? '活动开始后才提出，按补请办理。' : ''}`;
    const { kinds } = viewAt(activity.at, view).rulebook.leave;
    const kind = kinds.find(({ id }) => id === byDefault)?.label;
    if (kind === undefined) return head;
    const other = kinds.find(({ id }) => id !== byDefault)?.label ?? '';
    const lead = lineLead(entered, view.rulebook);
    return `${head}没写类别，按${kind}登记；要改请先“${lead}销假 ${number}”，再发：${lead}请假 ${activityWords(activity, view)} ${other}`;
  },
  leaveGivenUp: ({ number, subject, activity }, view) =>
    `#${number} 已销假：${personTitle(subject, view.rulebook)}同志 ${activityTitle(activity, view)}。`,
  leaveGivenUpTo: ({ number, subject, activity, approved }, view) =>
    `#${number} ${personTitle(subject, view.rulebook)}同志已销假：${activityTitle(activity, view)}。${approved ? '您批准的请假作废，届时按实际到会登记。' : '不用再认定。'}`,
  leaveGrantedTo: grantedText,
  leaveKindSaid: ({ number, activity, kind: { kept }, bySaying, entered }, view) => {
    const { rulebook } = viewAt(activity.at, view);
    const { kinds, defaultKind } = rulebook.leave;
    const other = bySaying
      ? leaveKindTitle(defaultKind, rulebook)
      : (kinds.find(({ id }) => id !== defaultKind)?.label ?? '');
    const lead = lineLead(entered, rulebook);
    return `${bySaying ? '从事由看，' : '没写类别，'}#${number} 按${leaveKindTitle(kept, rulebook)}登记。不是的话请先“${lead}销假 ${number}”，再发：${lead}请假 ${activityWords(activity, view)} ${other}`;
  },
  leaveOver: ({ number, why }) =>
    why === 'closed' ? `#${number} 的活动已经结束，不能再销假。` : `#${number} 已经办结，不必再销假。`,
  leaveRefused: ({ activity, why }, view) =>
    leaveRefused[why](activityTitle(activity, view), view.rulebook.leave.lateRequestDays),
  leaveStays: ({ number, activity }, view) =>
    `${activityTitle(activity, view)}是改期后的时间，您的请假 #${number} 仍然有效；能参加请回复“/销假 ${number}”。`,
  leaveTwice: ({ number, activity, approved, closed, entered }, view) =>
    `没有登记：${activityTitle(activity, view)}您已请过假（#${number}，${approved ? '已批准' : '待批'}）。${closed ? '' : `要改请先“${lineLead(entered, view.rulebook)}销假 ${number}”。`}`,
};
